package dev.rampart.local.identity.web;

import dev.rampart.local.protocol.http.HttpResponse;

/**
 * What web pages of other origins may do with a path (CORS). Pages of any origin may, as in
 * Cognito; since no origin is named, a browser sends no cookies along.
 *
 * @param methods for example {@code GET,POST}
 * @param requestHeaders the header fields that a page may send; {@code *} stands for all, and in
 *     some browsers for all but {@code Authorization}
 * @param exposedHeaders the header fields of an answer that a page may read
 */
public record CrossOrigin(String methods, String requestHeaders, String exposedHeaders) {
  /** Two days, as Cognito says. */
  private static final String PREFLIGHT_MAX_AGE_SECONDS = "172800";

  /** Answers a preflight: the question of a browser whether a page may send its request. */
  public HttpResponse preflight() {
    return allow(WebResponses.empty(200))
        .with("Access-Control-Allow-Methods", methods)
        .with("Access-Control-Allow-Headers", requestHeaders)
        .with("Access-Control-Max-Age", PREFLIGHT_MAX_AGE_SECONDS);
  }

  /** Returns an answer that pages of other origins may read. */
  public HttpResponse allow(HttpResponse reply) {
    return reply
        .with("Access-Control-Allow-Origin", "*")
        .with("Access-Control-Expose-Headers", exposedHeaders);
  }
}
