package dev.rampart.local.protocol;

import dev.rampart.local.protocol.http.HttpRequest;
import dev.rampart.local.protocol.http.HttpResponse;
import java.util.function.Supplier;

/** Stands between a port and its services. Called by many threads at once. */
@FunctionalInterface
public interface CallInterceptor {
  /** Lets every call pass as it is. */
  CallInterceptor NONE = (_, request, next) -> next.answer(request);

  /** What comes after the interceptor. */
  interface Next {
    /** Has the service answer. */
    HttpResponse answer(HttpRequest request) throws InterruptedException;

    /**
     * Does what takes the more memory the larger the body of a request is, as soon as there is room
     * for it. To be ended before {@link #answer}, which waits for room too.
     */
    <T> T withRoom(HttpRequest request, Supplier<T> work) throws InterruptedException;
  }

  /**
   * Answers a request in place of its service, or has the service answer it.
   *
   * @throws InterruptedException if there will be no answer: the connection is closed instead
   */
  HttpResponse around(AwsService service, HttpRequest request, Next next)
      throws InterruptedException;
}
