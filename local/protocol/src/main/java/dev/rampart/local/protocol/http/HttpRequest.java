package dev.rampart.local.protocol.http;

import java.util.List;
import java.util.Optional;

/**
 * One request, well-formed as HTTP.
 *
 * @param path as it was sent, still percent-encoded
 * @param query as it was sent, without the question mark; empty if there is none
 * @param sourceIp the address of the socket; forwarding fields are never looked at
 */
public record HttpRequest(
    String method, String path, String query, List<Field> fields, byte[] body, String sourceIp) {

  /** A request of which nothing was understood. */
  static HttpRequest unread(String sourceIp) {
    return new HttpRequest("-", "-", "", List.of(), HttpResponse.NO_BODY, sourceIp);
  }

  /** Returns the request with an empty body. */
  HttpRequest withoutBody() {
    return new HttpRequest(method, path, query, fields, HttpResponse.NO_BODY, sourceIp);
  }

  /**
   * Returns whether a browser sent it for a page of another origin. Programs do not send the fields
   * that tell; a page cannot change them.
   */
  public boolean isFromAnotherOrigin() {
    return Audience.isOfAnotherOrigin(header("Host").orElse(""), fields);
  }

  /** Returns the first value of a header field. */
  public Optional<String> header(String name) {
    return Field.first(fields, name);
  }

  /** Returns all values of a header field. */
  public List<String> headers(String name) {
    return Field.all(fields, name);
  }
}
