package dev.rampart.local.protocol;

import dev.rampart.local.protocol.http.HttpRequest;
import dev.rampart.local.protocol.http.HttpResponse;
import java.time.Duration;
import java.util.stream.Collectors;

/**
 * The access log of the ports for AWS clients: a line of level {@code DEBUG} for each call that was
 * answered, and one of level {@code WARNING} for each that failed. What a call would be authorised
 * for is looked at only if its line is written.
 */
public final class AwsCallLog {
  private static final System.Logger LOG = System.getLogger(AwsCallLog.class.getName());

  private AwsCallLog() {}

  /** Answers one request. */
  @FunctionalInterface
  public interface Answering {
    HttpResponse answer() throws InterruptedException;
  }

  /** Has a request answered, and logs it. */
  public static HttpResponse logged(AwsService service, HttpRequest request, Answering answering)
      throws InterruptedException {
    long start = System.nanoTime();
    try {
      HttpResponse response = answering.answer();
      if (LOG.isLoggable(System.Logger.Level.DEBUG)) {
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        LOG.log(
            System.Logger.Level.DEBUG,
            "{0}: {1} {2} ms",
            call(service, request),
            response.status(),
            took.toMillis());
      }
      return response;
    } catch (RuntimeException e) {
      // What an interrupt broke off while the server is being closed is no failure.
      if (!Thread.currentThread().isInterrupted()) {
        LOG.log(System.Logger.Level.WARNING, "{0}: failed", call(service, request));
      }
      throw e;
    }
  }

  private static String call(AwsService service, HttpRequest request) {
    return AwsCall.accessKeyId(request).orElse("-") + " " + actions(service, request);
  }

  /** What broke the call may break this too, and must not hide the call's own failure. */
  private static String actions(AwsService service, HttpRequest request) {
    try {
      return service.actions(request).stream()
          .map(AwsAction::toString)
          .collect(Collectors.joining(", "));
    } catch (RuntimeException _) {
      return "(actions unknown)";
    }
  }
}
