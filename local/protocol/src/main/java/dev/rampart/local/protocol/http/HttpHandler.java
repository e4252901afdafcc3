package dev.rampart.local.protocol.http;

/** Answers the requests of one port. Implementations are called by many threads at once. */
public interface HttpHandler {

  /**
   * Answers a request. Whatever is thrown is logged, and answered by {@link #refuse}.
   *
   * @throws InterruptedException if there will be no answer: the connection is closed instead
   */
  HttpResponse answer(HttpRequest request) throws InterruptedException;

  /**
   * Returns the answer to a request that the server refuses. The connection is closed after it.
   *
   * @param soFar what was understood of the request; method and path are {@code -} if nothing was
   */
  HttpResponse refuse(HttpRequest soFar, HttpFault fault);

  /**
   * Learns what became of an answer. Called once for each one that {@link #answer} returned, when
   * the client sends more on the connection or the connection ends.
   *
   * @param request the request, without its body
   * @param answer the answer to it, without its body
   * @param lost whether the connection was reset, which a system does that still holds bytes of the
   *     answer when the client's process ends (RFC 1122, 4.2.2.13): nobody has read the whole of it
   */
  default void delivered(HttpRequest request, HttpResponse answer, boolean lost) {}
}
