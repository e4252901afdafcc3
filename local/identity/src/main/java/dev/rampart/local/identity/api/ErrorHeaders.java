package dev.rampart.local.identity.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.rampart.local.identity.web.WebReply;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Repeats a refusal in header fields, where older clients in browsers look for it. */
final class ErrorHeaders {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private ErrorHeaders() {}

  static WebReply on(WebReply refusal) {
    try {
      JsonNode document = JSON.readTree(refusal.body());
      return refusal
          .with("x-amzn-ErrorType", document.path("__type").asText() + ":")
          .with("x-amzn-ErrorMessage", printable(document.path("message").asText()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A message may name what a client sent, which must not begin a header field of its own. */
  private static String printable(String text) {
    StringBuilder printable = new StringBuilder();
    text.chars().forEach(c -> printable.append(c >= ' ' && c <= '~' ? (char) c : '?'));
    return printable.toString();
  }
}
