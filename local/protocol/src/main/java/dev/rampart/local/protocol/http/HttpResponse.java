package dev.rampart.local.protocol.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * One answer. The server adds the fields about the connection, the length and the date; they are
 * dropped if they are among the given ones.
 */
public record HttpResponse(int status, List<Field> fields, byte[] body) {
  static final byte[] NO_BODY = {};

  /** Returns an answer of a media type. */
  public static HttpResponse of(int status, String contentType, byte[] body) {
    return new HttpResponse(status, List.of(new Field("Content-Type", contentType)), body);
  }

  /** Returns an answer that is a JSON document. */
  public static HttpResponse json(int status, JsonNode document) {
    return of(status, "application/json", document.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** Returns an answer of plain text. */
  public static HttpResponse text(int status, String text) {
    return of(status, "text/plain;charset=UTF-8", text.getBytes(StandardCharsets.UTF_8));
  }

  /** Returns the answer with an empty body. */
  HttpResponse withoutBody() {
    return new HttpResponse(status, fields, NO_BODY);
  }

  /** Returns the answer with one more field; a field of that name is replaced. */
  public HttpResponse with(String name, String value) {
    List<Field> changed = new ArrayList<>(fields);
    changed.removeIf(field -> field.is(name));
    changed.add(new Field(name, value));
    return new HttpResponse(status, List.copyOf(changed), body);
  }
}
