package dev.rampart.local.events.destination;

import dev.rampart.local.events.bus.TargetAnswer;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Calls API destinations on loopback, and says what an answer means (EventBridge User Guide, "API
 * destinations as targets in Amazon EventBridge").
 */
final class LoopbackCaller implements AutoCloseable {
  private static final Set<Integer> RETRIED = Set.of(401, 407, 409, 429);
  private static final int SERVER_ERROR = 500;
  private static final Duration ASKED_MAX = Duration.ofDays(1);

  private final Duration timeMax;
  private final InstantSource clock;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /**
   * Makes a caller.
   *
   * @param timeMax how long a call may take until the last byte of the answer's body is there
   */
  LoopbackCaller(Duration timeMax, InstantSource clock) {
    this.timeMax = timeMax;
    this.clock = clock;
  }

  /** Sends a request with its API key, and waits for the answer, of which only the head counts. */
  TargetAnswer call(WebhookRequest request, ConnectionSettings connection, String key) {
    HttpRequest.Builder sent =
        HttpRequest.newBuilder(request.url())
            .method(
                request.method(),
                HttpRequest.BodyPublishers.ofString(request.body(), StandardCharsets.UTF_8));
    request.headers().forEach(sent::setHeader);
    HttpRequest.Builder _ = sent.setHeader(connection.header(), key);
    // The timeout of a request ends with the headers of the answer; a body may drip for ever.
    CompletableFuture<HttpResponse<Void>> answer =
        client.sendAsync(sent.build(), HttpResponse.BodyHandlers.discarding());
    try {
      return meaning(answer.get(timeMax.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException _) {
      return failed("TIMEOUT", "no whole answer within " + timeMax.toSeconds() + " s");
    } catch (ExecutionException e) {
      return e.getCause() instanceof IOException cause
          ? failed("CONNECTION_FAILURE", String.valueOf(cause))
          : failed("INTERNAL_ERROR", String.valueOf(e.getCause()));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return failed("INTERNAL_ERROR", "the run ends");
    } finally {
      boolean _ = answer.cancel(true);
    }
  }

  private static TargetAnswer failed(String code, String reason) {
    return new TargetAnswer.Failed(code, reason, Optional.empty());
  }

  private TargetAnswer meaning(HttpResponse<Void> answer) {
    int status = answer.statusCode();
    if (status >= 200 && status < 300) {
      return new TargetAnswer.Taken();
    }
    String reason = "the endpoint answers " + status;
    Optional<Duration> asked = answer.headers().firstValue("Retry-After").flatMap(this::duration);
    boolean isRetried = status >= SERVER_ERROR || RETRIED.contains(status);
    if (!isRetried || asked.filter(Duration::isNegative).isPresent()) {
      return new TargetAnswer.Refused("ERROR_FROM_TARGET", reason);
    }
    return new TargetAnswer.Failed("ERROR_FROM_TARGET", reason, asked);
  }

  /** Reads seconds or a time; nothing of what is neither, or longer than a day. */
  private Optional<Duration> duration(String retryAfter) {
    try {
      Duration asked =
          retryAfter.matches("-?[0-9]{1,9}")
              ? Duration.ofSeconds(Long.parseLong(retryAfter))
              : Duration.between(clock.instant(), time(retryAfter));
      return Optional.of(asked).filter(each -> each.compareTo(ASKED_MAX) <= 0);
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }

  private static Instant time(String text) {
    return ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
