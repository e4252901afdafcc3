package dev.rampart.adapter.in.logs;

import dev.rampart.domain.common.IpAddress;
import dev.rampart.domain.detection.signal.DetectionPoint;
import dev.rampart.domain.detection.signal.RequestFacts;
import dev.rampart.domain.detection.signal.Signal;
import dev.rampart.domain.detection.signal.SignalEvidence;
import dev.rampart.domain.detection.signal.SignalId;
import dev.rampart.domain.detection.signal.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Objects that a signed-in user may have and got: what speaks for a source.
 *
 * <p>All that one source gets within {@link #WINDOW} is one signal. It says nothing of any single
 * request, and its id and time are those of the window, so it is the same whichever of the requests
 * it is made of, in whichever delivery: that keeps it cheap, and nobody gains by asking more often.
 */
final class ObjectSuccess {
  static final Duration WINDOW = Duration.ofMinutes(5);

  private static final int OK = 200;
  private static final int CREATED = 201;
  private static final int REDIRECTION = 300;

  private ObjectSuccess() {}

  /**
   * Returns the signal; empty if no user got an object.
   *
   * @param who the user, and nothing of the one request
   * @param route the path of the operation, with its parameters named
   */
  static Optional<Signal> of(Instant at, Source who, OptionalInt status, Optional<String> route) {
    if (who.principal().isEmpty() || !isObject(status, route)) {
      return Optional.empty();
    }
    Instant window = at.minusMillis(Math.floorMod(at.toEpochMilli(), WINDOW.toMillis()));
    return Optional.of(
        new Signal(
            id(window, who),
            window,
            DetectionPoint.OBJECT_OK.gate(),
            DetectionPoint.OBJECT_OK,
            who,
            RequestFacts.unknown(),
            SignalEvidence.none()));
  }

  /** Returns whether an object was made, or one that the path names was read or changed. */
  private static boolean isObject(OptionalInt status, Optional<String> route) {
    return status.isPresent()
        && status.getAsInt() >= OK
        && status.getAsInt() < REDIRECTION
        && (status.getAsInt() == CREATED || route.filter(path -> path.contains("{")).isPresent());
  }

  private static SignalId id(Instant window, Source who) {
    return SignalId.derive(
        "access",
        DetectionPoint.OBJECT_OK.name(),
        window.toString(),
        who.address().map(IpAddress::text).orElse(""),
        who.principal().orElse(""),
        who.client().orElse(""),
        who.apiKeyId().orElse(""));
  }
}
