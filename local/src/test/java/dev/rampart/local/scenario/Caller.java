package dev.rampart.local.scenario;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody with a token and an API key. */
record Caller(Http http, String token, String apiKey) {
  static final String ALL = "/v1/submissions";
  static final byte[] NOTHING = {};
  static final String JSON = "Content-Type: application/json";
  static final String PATCH = "Content-Type: application/merge-patch+json";

  /** Returns a submission that is good in every way. */
  static ObjectNode good() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("title", "The roof leaks")
        .put("description", "It leaks since Monday, above the stairs.")
        .put("category", "bug")
        .put("contactEmail", "ann@example.com");
  }

  static String one(String id) {
    return ALL + "/" + id;
  }

  static String freshKey() {
    return "Idempotency-Key: \"" + UUID.randomUUID() + "\"";
  }

  Reply get(String target, String... fields) {
    return send("GET", target, NOTHING, fields);
  }

  Reply submit(Object body) {
    return submit(freshKey(), body);
  }

  Reply submit(String key, Object body) {
    return send("POST", ALL, bytes(body), key, JSON);
  }

  /** Submits what is good, and returns its id. */
  String submitted() {
    Reply reply = submit(good());
    if (reply.status() != 201) {
      throw new AssertionError(reply.toString());
    }
    return reply.id();
  }

  Reply patch(String id, String tag, Object body) {
    return send("PATCH", one(id), bytes(body), "If-Match: " + tag, PATCH);
  }

  Reply delete(String id, String tag) {
    return send("DELETE", one(id), NOTHING, "If-Match: " + tag);
  }

  Reply send(String method, String target, byte[] body, String... fields) {
    List<String> all = new ArrayList<>(List.of(fields));
    all.add("Authorization: Bearer " + token);
    all.add("x-api-key: " + apiKey);
    return http.send(method, target, all, body);
  }

  /**
   * Returns a document in which SQL stands behind escapes of JSON: the web ACL does not undo them,
   * so the function gets to judge it.
   */
  static String behindEscapes(ObjectNode document) {
    return document
        .toString()
        .replace("'", "\\u0027")
        .replace("UNION SELECT", "\\u0055NION \\u0053ELECT");
  }

  static byte[] bytes(@Nullable Object body) {
    return body instanceof byte[] bytes
        ? bytes
        : String.valueOf(body).getBytes(StandardCharsets.UTF_8);
  }
}
