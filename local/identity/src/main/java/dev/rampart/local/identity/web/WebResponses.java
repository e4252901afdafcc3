package dev.rampart.local.identity.web;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.protocol.http.Field;
import dev.rampart.local.protocol.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Makes answers that nobody stores, unless they are changed to say otherwise. */
public final class WebResponses {
  private static final Field NO_STORE = new Field("Cache-Control", "no-store");

  private WebResponses() {}

  /** Returns a JSON document. */
  public static HttpResponse json(int status, JsonNode document) {
    return text(status, "application/json;charset=UTF-8", document.toString());
  }

  /** Returns a text of a media type. */
  public static HttpResponse text(int status, String contentType, String text) {
    return new HttpResponse(
        status,
        List.of(new Field("Content-Type", contentType), NO_STORE),
        text.getBytes(StandardCharsets.UTF_8));
  }

  /** Returns an answer without a body. */
  public static HttpResponse empty(int status) {
    return new HttpResponse(status, List.of(NO_STORE), new byte[0]);
  }

  /** Returns an answer that sends a browser elsewhere. */
  public static HttpResponse redirect(String location) {
    return empty(302).with("Location", location);
  }
}
