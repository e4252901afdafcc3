package dev.rampart.local.client;

import dev.rampart.local.client.ApiClient.Answer;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** Somebody with a token and an API key who calls the API. */
public record ApiUser(ApiClient api, String token, String apiKey) {

  /** Reads something. */
  public Answer get(String path) throws IOException, InterruptedException {
    return api.send("GET", path, headers(Map.of()), "");
  }

  /** Makes a submission under an idempotency key. */
  public Answer submit(String key, String body) throws IOException, InterruptedException {
    return post("/v1/submissions", Map.of("Idempotency-Key", "\"" + key + "\""), body);
  }

  /** Sends a body of JSON. */
  public Answer post(String path, Map<String, String> more, String body)
      throws IOException, InterruptedException {
    Map<String, String> headers = headers(more);
    headers.put("Content-Type", "application/json");
    return api.send("POST", path, headers, body);
  }

  /** Deletes what has an entity tag still. */
  public Answer delete(String path, String tag) throws IOException, InterruptedException {
    return api.send("DELETE", path, headers(Map.of("If-Match", tag)), "");
  }

  private Map<String, String> headers(Map<String, String> more) {
    Map<String, String> headers = new HashMap<>(more);
    headers.put("Authorization", "Bearer " + token);
    headers.put("x-api-key", apiKey);
    return headers;
  }
}
