package dev.rampart.local.identity.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One HTTP request.
 *
 * @param path as it came, without the query
 * @param query as it came; empty if there is none
 * @param headers names in lower case
 * @param sourceIp who sent it
 * @param isFromAnotherOrigin whether a browser sent it for a page of another origin
 */
public record WebRequest(
    String method,
    String path,
    String query,
    Map<String, List<String>> headers,
    byte[] body,
    String sourceIp,
    boolean isFromAnotherOrigin) {

  /**
   * Returns a header field.
   *
   * @throws BadRequest if it comes twice
   */
  public Optional<String> header(String name) {
    List<String> values = headers.getOrDefault(name, List.of());
    if (values.size() > 1) {
      throw new BadRequest("The header field " + name + " comes twice.");
    }
    return values.stream().findFirst();
  }

  /** Returns the parameters of the query. */
  public Form parameters() {
    return Form.parse(query);
  }

  /** Returns the fields of the form in the body. */
  public Form form() {
    String type = header("content-type").orElse("").toLowerCase(Locale.ROOT);
    if (!type.split(";", 2)[0].strip().equals("application/x-www-form-urlencoded")) {
      throw new BadRequest("The body is not a form.");
    }
    // What is not ASCII becomes a character that the form refuses.
    return Form.parse(new String(body, StandardCharsets.ISO_8859_1));
  }

  /** Returns a cookie. */
  public Optional<String> cookie(String name) {
    return headers.getOrDefault("cookie", List.of()).stream()
        .flatMap(line -> List.of(line.split(";")).stream())
        .map(String::strip)
        .filter(cookie -> cookie.startsWith(name + "="))
        .map(cookie -> cookie.substring(name.length() + 1))
        .findFirst();
  }
}
