package dev.rampart.adapter.lambda;

import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/**
 * Ends calls of a service at once while it is known not to answer. A process of a function takes
 * one request at a time: if each waited for a silent service, the callers behind it would get the
 * gateway's 500 for want of a process, and not the function's 503.
 *
 * <p>Tables are told apart. When the pause is over the next call is the trial, so there is no
 * half-open state: see <a href="https://martinfowler.com/bliki/CircuitBreaker.html">Circuit
 * Breaker</a>.
 */
final class CircuitBreaker implements ExecutionInterceptor {
  /** What callers are told to wait as well. */
  static final Duration PAUSE = Duration.ofSeconds(5);

  private final InstantSource clock;
  private final Map<String, Instant> pausedUntil = new ConcurrentHashMap<>();

  CircuitBreaker(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public void beforeExecution(Context.BeforeExecution call, ExecutionAttributes attributes) {
    Instant until = pausedUntil.getOrDefault(resource(call.request()), Instant.MIN);
    if (clock.instant().isBefore(until)) {
      throw SdkClientException.create(
          "The service did not answer and is left alone until " + until);
    }
  }

  @Override
  public void onExecutionFailure(Context.FailedExecution call, ExecutionAttributes attributes) {
    if (isTimeout(call.exception())) {
      pausedUntil.put(resource(call.request()), clock.instant().plus(PAUSE));
    }
  }

  private static String resource(SdkRequest request) {
    return request.getValueForField("TableName", String.class).orElse("");
  }

  private static boolean isTimeout(Throwable fault) {
    return fault instanceof ApiCallTimeoutException
        || fault instanceof ApiCallAttemptTimeoutException
        || fault.getCause() instanceof SocketTimeoutException;
  }
}
