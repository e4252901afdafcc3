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
import java.util.OptionalLong;

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

  /** Returns the signal; empty if no user got an object. */
  static Optional<Signal> of(Instant at, Source source, RequestFacts request) {
    if (source.principal().isEmpty() || !isObject(request)) {
      return Optional.empty();
    }
    Instant window = at.minusMillis(Math.floorMod(at.toEpochMilli(), WINDOW.toMillis()));
    Source who =
        new Source(
            source.address(),
            source.principal(),
            source.client(),
            source.apiKeyId(),
            Optional.empty(),
            Optional.empty(),
            OptionalLong.empty());
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
  private static boolean isObject(RequestFacts request) {
    OptionalInt status = request.status();
    return status.isPresent()
        && status.getAsInt() >= OK
        && status.getAsInt() < REDIRECTION
        && (status.getAsInt() == CREATED
            || request.route().filter(route -> route.contains("{")).isPresent());
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
