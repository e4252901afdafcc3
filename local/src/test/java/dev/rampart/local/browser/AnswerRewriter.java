package dev.rampart.local.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.Function;

/**
 * Answers in place of a server, by the DevTools domain {@code Fetch}: so a page can be shown what
 * no server here would say.
 *
 * @param stage when a request is held: {@code Request}, so the server is not asked, or {@code
 *     Response}
 * @param body makes the answer, in JSON, of what is known of the request
 */
record AnswerRewriter(DevTools tools, String session, String stage, Function<Held, JsonNode> body) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int OK = 200;

  /** A request that waits for its answer. */
  final class Held {
    private final JsonNode paused;

    private Held(JsonNode paused) {
      this.paused = paused;
    }

    String url() {
      return paused.at("/request/url").asText();
    }

    private String id() {
      return paused.path("requestId").asText();
    }

    /** Returns the body of the server's answer. */
    JsonNode answered() {
      JsonNode text =
          tools.call(
              session, "Fetch.getResponseBody", DevTools.parameters().put("requestId", id()));
      byte[] bytes =
          text.path("base64Encoded").asBoolean()
              ? Base64.getDecoder().decode(text.path("body").asText())
              : text.path("body").asText().getBytes(StandardCharsets.UTF_8);
      try {
        return JSON.readTree(bytes);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Starts to answer at addresses like this pattern, with {@code *} for any text. */
  void start(String pattern) {
    ObjectNode parameters = DevTools.parameters();
    parameters
        .putArray("patterns")
        .addObject()
        .put("urlPattern", pattern)
        .put("requestStage", stage);
    var _ = tools.call(session, "Fetch.enable", parameters);
  }

  /** Takes an event; answers elsewhere, since the connection's thread must not wait. */
  void hear(JsonNode event) {
    if (event.path("method").asText().equals("Fetch.requestPaused")) {
      var _ = Thread.ofVirtual().start(() -> answer(new Held(event.path("params"))));
    }
  }

  private void answer(Held held) {
    try {
      byte[] bytes = body.apply(held).toString().getBytes(StandardCharsets.UTF_8);
      ObjectNode answer =
          DevTools.parameters()
              .put("requestId", held.id())
              .put("responseCode", held.paused.path("responseStatusCode").asInt(OK))
              .put("body", Base64.getEncoder().encodeToString(bytes));
      answer
          .putArray("responseHeaders")
          .addObject()
          .put("name", "Content-Type")
          .put("value", "application/json");
      var _ = tools.call(session, "Fetch.fulfillRequest", answer);
    } catch (AssertionError _) {
      // The page has given the request up.
    }
  }
}
