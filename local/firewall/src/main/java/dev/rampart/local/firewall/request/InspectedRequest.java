package dev.rampart.local.firewall.request;

import dev.rampart.local.protocol.http.Field;
import dev.rampart.local.protocol.http.HttpRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request as the rules of a web ACL see it. Not safe for use by several threads: each judgement
 * has its own.
 */
public final class InspectedRequest {
  /**
   * How much of all headers, and of all cookies, is inspected (AWS WAF Developer Guide, "Oversize
   * web request components"): 8 KB and 200 of them.
   */
  public static final int BYTES_MAX = 8 * 1024;

  public static final int COUNT_MAX = 200;

  private final HttpRequest request;
  private final int bodyBytesMax;
  private @Nullable String body;
  private @Nullable List<Field> arguments;
  private @Nullable List<Field> cookies;
  private @Nullable JsonContent json;

  /**
   * Looks at a request.
   *
   * @param bodyBytesMax how much of the body is inspected
   */
  public InspectedRequest(HttpRequest request, int bodyBytesMax) {
    this.request = request;
    this.bodyBytesMax = bodyBytesMax;
  }

  /** Returns the request as it came. */
  public HttpRequest whole() {
    return request;
  }

  /** Returns the part of the body that is inspected. */
  public String body() {
    if (body == null) {
      byte[] all = request.body();
      body = ByteText.of(all.length > bodyBytesMax ? Arrays.copyOf(all, bodyBytesMax) : all);
    }
    return body;
  }

  /** Returns whether the body goes on after the part that is inspected. */
  public boolean isBodyOversize() {
    return request.body().length > bodyBytesMax;
  }

  /** Returns the inspected part of the body as JSON. */
  public JsonContent json() {
    if (json == null) {
      json = JsonContent.of(body());
    }
    return json;
  }

  /** Returns the arguments of the query as they were sent, not decoded. */
  public List<Field> arguments() {
    if (arguments == null) {
      arguments = pairs(request.query(), '&');
    }
    return arguments;
  }

  /** Returns all cookies. */
  public List<Field> cookies() {
    if (cookies == null) {
      List<Field> all = new ArrayList<>();
      headers("cookie").forEach(line -> all.addAll(pairs(line, ';')));
      cookies = List.copyOf(all);
    }
    return cookies;
  }

  /** Returns all header fields. */
  public List<Field> headers() {
    return request.fields();
  }

  /** Returns the values of a header. */
  public List<String> headers(String name) {
    return request.headers(name);
  }

  /** Returns the header as one text, several fields joined with a comma as proxies do. */
  public Optional<String> header(String name) {
    List<String> values = headers(name);
    return values.isEmpty() ? Optional.empty() : Optional.of(String.join(",", values));
  }

  /** Returns the names of the headers in their order, joined with colons. */
  public String headerOrder() {
    StringBuilder order = new StringBuilder();
    for (Field field : request.fields()) {
      order.append(order.isEmpty() ? "" : ":").append(field.name());
    }
    return order.toString();
  }

  private static List<Field> pairs(String text, char separator) {
    List<Field> pairs = new ArrayList<>();
    int from = 0;
    while (from < text.length()) {
      int end = text.indexOf(separator, from);
      String pair = text.substring(from, end < 0 ? text.length() : end).strip();
      int equals = pair.indexOf('=');
      if (!pair.isEmpty()) {
        pairs.add(
            equals < 0
                ? new Field(pair, "")
                : new Field(pair.substring(0, equals), pair.substring(equals + 1)));
      }
      from = end < 0 ? text.length() : end + 1;
    }
    return List.copyOf(pairs);
  }
}
