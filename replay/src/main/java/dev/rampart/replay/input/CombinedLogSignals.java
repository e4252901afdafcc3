package dev.rampart.replay.input;

import dev.rampart.adapter.in.logs.SensitivePath;
import dev.rampart.domain.common.Sha256;
import dev.rampart.domain.detection.signal.DetectionPoint;
import dev.rampart.domain.detection.signal.RequestFacts;
import dev.rampart.domain.detection.signal.Signal;
import dev.rampart.domain.detection.signal.SignalEvidence;
import dev.rampart.domain.detection.signal.SignalId;
import dev.rampart.domain.detection.signal.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The signals in a log of other people's servers: what the status says, what the path is known for,
 * and what the inspector finds in path and query.
 */
final class CombinedLogSignals {
  private CombinedLogSignals() {}

  /**
   * Returns the signals of a line.
   *
   * @param number of the line in its file, from 1: two equal lines are two requests
   */
  static List<Signal> of(CombinedLogLine line, String file, long number) {
    List<Signal> signals = new ArrayList<>(1);
    Supplier<String> place = () -> file + ":" + number;
    Optional<SensitivePath> sensitive = sensitive(line);
    sensitive
        .map(_ -> DetectionPoint.SENSITIVE_PATH)
        .or(() -> byStatus(line))
        .ifPresent(point -> signals.add(signal(line, place, point, evidence(sensitive))));
    for (TargetInspection.Found attack : TargetInspection.of(line)) {
      signals.add(signal(line, place, attack.point(), attack.evidence()));
    }
    return signals;
  }

  private static Optional<DetectionPoint> byStatus(CombinedLogLine line) {
    if (line.status() < 400) {
      return line.user().isEmpty() ? Optional.empty() : Optional.of(DetectionPoint.AUTH_OK);
    }
    return switch (line.status()) {
      case 400, 408, 414, 422, 431 -> Optional.of(DetectionPoint.SCHEMA_VIOLATION);
      case 401 -> Optional.of(DetectionPoint.AUTH_FAIL);
      case 403 -> Optional.of(DetectionPoint.SCOPE_DENIED);
      case 404, 410 -> Optional.of(DetectionPoint.ROUTE_UNKNOWN);
      case 405 -> Optional.of(DetectionPoint.METHOD_UNKNOWN);
      case 413 -> Optional.of(DetectionPoint.BODY_TOO_LARGE);
      case 429 -> Optional.of(DetectionPoint.THROTTLED);
      default -> Optional.empty();
    };
  }

  private static Optional<SensitivePath> sensitive(CombinedLogLine line) {
    return line.status() >= 400 && line.status() < 500
        ? SensitivePath.of(line.target())
        : Optional.empty();
  }

  private static SignalEvidence evidence(Optional<SensitivePath> sensitive) {
    return sensitive.map(path -> SignalEvidence.rule(path.rule())).orElseGet(SignalEvidence::none);
  }

  private static Signal signal(
      CombinedLogLine line, Supplier<String> place, DetectionPoint point, SignalEvidence evidence) {
    Source source = Source.unknown().withAddress(line.address());
    if (!line.agent().isEmpty()) {
      source = source.withUserAgentHash(Sha256.shortHex(line.agent()));
    }
    if (point == DetectionPoint.AUTH_OK) {
      source = source.withPrincipal(Sha256.shortHex(line.user()));
    }
    return new Signal(
        SignalId.derive("log", place.get(), point.name(), evidence.field().orElse("")),
        line.time(),
        point.gate(),
        point,
        source,
        RequestFacts.unknown().withStatus(line.status()).withResourceId(resource(line, point)),
        evidence);
  }

  /** An account where there is one, else the path: as a hash, since a client wrote both. */
  private static String resource(CombinedLogLine line, DetectionPoint point) {
    boolean isSignIn = point == DetectionPoint.AUTH_OK || point == DetectionPoint.AUTH_FAIL;
    return Sha256.shortHex(isSignIn && !line.user().isEmpty() ? line.user() : line.path());
  }
}
