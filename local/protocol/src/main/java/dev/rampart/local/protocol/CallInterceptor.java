package dev.rampart.local.protocol;

import dev.rampart.local.protocol.http.HttpRequest;
import dev.rampart.local.protocol.http.HttpResponse;

/** Stands between a port and its services. Called by many threads at once. */
@FunctionalInterface
public interface CallInterceptor {
  /** Lets every call pass as it is. */
  CallInterceptor NONE = (_, request, next) -> next.answer(request);

  /** Has the service answer. */
  @FunctionalInterface
  interface Next {
    HttpResponse answer(HttpRequest request) throws InterruptedException;
  }

  /**
   * Answers a request in place of its service, or has the service answer it.
   *
   * @throws InterruptedException if there will be no answer: the connection is closed instead
   */
  HttpResponse around(AwsService service, HttpRequest request, Next next)
      throws InterruptedException;
}
