package dev.rampart.adapter.in.apigateway.router;

import dev.rampart.adapter.in.apigateway.http.Answer;
import dev.rampart.adapter.in.apigateway.http.CommonProblem;
import dev.rampart.adapter.in.apigateway.http.ProxyEvent;
import dev.rampart.adapter.in.apigateway.http.Refusal;
import dev.rampart.adapter.in.apigateway.http.Suspicion;
import dev.rampart.domain.common.IpAddress;
import dev.rampart.domain.detection.signal.DetectionPoint;
import dev.rampart.domain.port.in.LimitRequests;
import dev.rampart.domain.ratelimit.Allowance;
import dev.rampart.domain.ratelimit.Requester;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Counts each request for its user or, without a token, its address, and refuses what is too much.
 * Every answer to a request that was counted says what is left, in the fields {@code RateLimit} and
 * {@code RateLimit-Policy} (draft-ietf-httpapi-ratelimit-headers-11).
 */
record CallerLimit(LimitRequests limits) {

  /** Answers the request, unless it is too much. */
  Answer apply(ProxyEvent event, Caller caller, Supplier<Answer> answer) {
    Optional<Allowance> known = requester(event, caller).flatMap(limits::count);
    if (known.isEmpty()) {
      return answer.get();
    }
    Allowance allowance = known.get();
    Answer limited = allowance.granted() ? answer.get() : refusal(allowance);
    return limited.with("RateLimit-Policy", policy(allowance)).with("RateLimit", state(allowance));
  }

  private static Optional<Requester> requester(ProxyEvent event, Caller caller) {
    return caller.subject().isEmpty()
        ? IpAddress.parse(event.sourceIp()).map(Requester::address)
        : Optional.of(Requester.user(caller.subject()));
  }

  /** Reports what was counted, so once for a window in each process: a flood costs no events. */
  private static Refusal refusal(Allowance allowance) {
    return CommonProblem.QUOTA_EXCEEDED
        .because("You send too many requests. Wait as Retry-After says.")
        .violating(allowance.kind().wireName())
        .with("Retry-After", Long.toString(seconds(allowance.reset())))
        .suspecting(
            allowance.counted() ? List.of(Suspicion.of(DetectionPoint.THROTTLED)) : List.of());
  }

  private static String policy(Allowance allowance) {
    return name(allowance)
        + ";q="
        + allowance.limit().quota()
        + ";w="
        + allowance.limit().length().toSeconds();
  }

  private static String state(Allowance allowance) {
    return name(allowance) + ";r=" + allowance.remaining() + ";t=" + seconds(allowance.reset());
  }

  /** A string of a structured field (RFC 9651). */
  private static String name(Allowance allowance) {
    return '"' + allowance.kind().wireName() + '"';
  }

  /** Rounded up, so that nobody comes back too early. */
  private static long seconds(Duration duration) {
    return duration.plusNanos(999_999_999).toSeconds();
  }
}
