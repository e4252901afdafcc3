package dev.rampart.local.identity.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** One HTTP answer. Answers are not stored by anyone unless they say otherwise. */
public record WebReply(int status, Map<String, String> headers, byte[] body) {

  public WebReply {
    headers = Map.copyOf(headers);
  }

  /** A JSON document. */
  public static WebReply json(int status, JsonNode document) {
    return text(status, "application/json;charset=UTF-8", document.toString());
  }

  /** A text of a media type. */
  public static WebReply text(int status, String contentType, String text) {
    return new WebReply(
        status,
        Map.of("Content-Type", contentType, "Cache-Control", "no-store"),
        text.getBytes(StandardCharsets.UTF_8));
  }

  /** No body. */
  public static WebReply empty(int status) {
    return new WebReply(status, Map.of("Cache-Control", "no-store"), new byte[0]);
  }

  /** Sends a browser elsewhere. */
  public static WebReply redirect(String location) {
    return empty(302).with("Location", location);
  }

  /** The same answer with one more header field, or another value of it. */
  public WebReply with(String name, String value) {
    Map<String, String> more = new HashMap<>(headers);
    more.put(name, value);
    return new WebReply(status, more, body);
  }
}
