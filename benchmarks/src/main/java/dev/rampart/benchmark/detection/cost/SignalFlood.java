package dev.rampart.benchmark.detection.cost;

import dev.rampart.benchmark.detection.world.actor.Draw;
import dev.rampart.domain.common.IpAddress;
import dev.rampart.domain.detection.signal.DetectionPoint;
import dev.rampart.domain.detection.signal.RequestFacts;
import dev.rampart.domain.detection.signal.Signal;
import dev.rampart.domain.detection.signal.SignalEvidence;
import dev.rampart.domain.detection.signal.SignalId;
import dev.rampart.domain.detection.signal.Source;
import java.time.Instant;
import java.util.List;

/** The signals of a flood, made one by one: each of many sources does the same at random times. */
final class SignalFlood {

  private static final Instant START = Instant.parse("2026-05-01T12:00:00Z");
  private static final int ACCOUNTS = 50_000;
  private static final int OCTET = 256;
  private static final int RULES = 8;

  private final Draw draw = new Draw(1);
  private final List<DetectionPoint> points;
  private final int signals;
  private final int sources;
  private final long lengthMillis;

  /**
   * Takes what the sources do.
   *
   * @param lengthMillis how long the flood lasts
   */
  SignalFlood(List<DetectionPoint> points, int signals, int sources, long lengthMillis) {
    this.points = points;
    this.signals = signals;
    this.sources = sources;
    this.lengthMillis = lengthMillis;
  }

  /** Returns the signal of a number from 0; to be asked for in order. */
  Signal signal(int number) {
    DetectionPoint point = draw.of(points);
    int source = draw.whole(0, sources - 1);
    Source from = Source.unknown().withAddress(address(source)).withUserAgentHash("agent");
    return new Signal(
        new SignalId("flood-" + number),
        START.plusMillis(lengthMillis * number / signals),
        point.gate(),
        point,
        from,
        request(point),
        evidence(point));
  }

  private static IpAddress address(int source) {
    return new IpAddress("198.18.%d.%d".formatted(source / OCTET % OCTET, source % OCTET));
  }

  private RequestFacts request(DetectionPoint point) {
    RequestFacts request = RequestFacts.unknown().withRoute("/v1/orders").withStatus(404);
    return switch (point) {
      case AUTH_FAIL -> request.withResourceId("user-" + draw.whole(1, ACCOUNTS));
      case THROTTLED, TOKEN_INVALID -> request;
      default -> request.withResourceId(draw.hex(8));
    };
  }

  private SignalEvidence evidence(DetectionPoint point) {
    return point == DetectionPoint.SENSITIVE_PATH || point == DetectionPoint.WAF_RULE
        ? SignalEvidence.rule("rule-" + draw.whole(1, RULES))
        : SignalEvidence.none();
  }
}
