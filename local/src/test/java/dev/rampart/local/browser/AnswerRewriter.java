package dev.rampart.local.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.function.BiFunction;

/**
 * Changes what a server answers before the page gets it, by the DevTools domain {@code Fetch}: so a
 * page can be shown what no server here would say.
 *
 * @param change gets the address and the body
 */
record AnswerRewriter(
    DevTools tools, String session, BiFunction<String, JsonNode, JsonNode> change) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Starts to change the JSON that is answered at addresses like this pattern, with {@code *}. */
  void start(String pattern) {
    ObjectNode parameters = DevTools.parameters();
    parameters
        .putArray("patterns")
        .addObject()
        .put("urlPattern", pattern)
        .put("requestStage", "Response");
    var _ = tools.call(session, "Fetch.enable", parameters);
  }

  /** Takes an event; answers elsewhere, since the connection's thread must not wait. */
  void hear(JsonNode event) {
    if (event.path("method").asText().equals("Fetch.requestPaused")) {
      var _ = Thread.ofVirtual().start(() -> answer(event.path("params")));
    }
  }

  private void answer(JsonNode paused) {
    String id = paused.path("requestId").asText();
    try {
      JsonNode body =
          tools.call(session, "Fetch.getResponseBody", DevTools.parameters().put("requestId", id));
      byte[] bytes =
          body.path("base64Encoded").asBoolean()
              ? Base64.getDecoder().decode(body.path("body").asText())
              : body.path("body").asText().getBytes(StandardCharsets.UTF_8);
      JsonNode changed = change.apply(paused.at("/request/url").asText(), JSON.readTree(bytes));
      ObjectNode answer =
          DevTools.parameters()
              .put("requestId", id)
              .put("responseCode", paused.path("responseStatusCode").asInt())
              .put("body", Base64.getEncoder().encodeToString(JSON.writeValueAsBytes(changed)));
      answer.set("responseHeaders", headers(paused.path("responseHeaders")));
      var _ = tools.call(session, "Fetch.fulfillRequest", answer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (AssertionError _) {
      // The page has given the request up.
    }
  }

  /** Leaves out what says how the original body was packed. */
  private static ArrayNode headers(JsonNode original) {
    ArrayNode kept = JSON.createArrayNode();
    for (JsonNode header : original) {
      if (!header.path("name").asText().toLowerCase(Locale.ROOT).startsWith("content-")) {
        kept.add(header);
      }
    }
    kept.addObject().put("name", "Content-Type").put("value", "application/json");
    return kept;
  }
}
