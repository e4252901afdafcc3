package dev.rampart.local.identity.web;

import dev.rampart.local.protocol.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads what browsers and OAuth clients send in a request: header fields, forms, cookies. */
public final class WebRequests {
  private WebRequests() {}

  /**
   * Returns a header field.
   *
   * @throws BadRequest if it comes twice
   */
  public static Optional<String> header(HttpRequest request, String name) {
    List<String> values = request.headers(name);
    if (values.size() > 1) {
      throw new BadRequest("The header field " + name.toLowerCase(Locale.ROOT) + " comes twice.");
    }
    return values.stream().findFirst();
  }

  /** Returns the parameters of the query. */
  public static Form query(HttpRequest request) {
    return Form.parse(request.query());
  }

  /** Returns the fields of the form in the body. */
  public static Form form(HttpRequest request) {
    String type = header(request, "Content-Type").orElse("").toLowerCase(Locale.ROOT);
    if (!type.split(";", 2)[0].strip().equals("application/x-www-form-urlencoded")) {
      throw new BadRequest("The body is not a form.");
    }
    // What is not ASCII becomes a character that the form refuses.
    return Form.parse(new String(request.body(), StandardCharsets.ISO_8859_1));
  }

  /** Returns a cookie. */
  public static Optional<String> cookie(HttpRequest request, String name) {
    return request.headers("Cookie").stream()
        .flatMap(line -> List.of(line.split(";")).stream())
        .map(String::strip)
        .filter(cookie -> cookie.startsWith(name + "="))
        .map(cookie -> cookie.substring(name.length() + 1))
        .findFirst();
  }
}
