package dev.rampart.local.demo;

import dev.rampart.local.client.ApiClient;
import dev.rampart.local.client.ApiClient.Answer;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** A person with a token who calls the API. */
record DemoUser(ApiClient api, String token, String apiKey) {

  Answer get(String path) throws IOException, InterruptedException {
    return api.send("GET", path, headers(Map.of()), "");
  }

  Answer submit(String key, String body) throws IOException, InterruptedException {
    return post("/v1/submissions", Map.of("Idempotency-Key", "\"" + key + "\""), body);
  }

  Answer post(String path, Map<String, String> more, String body)
      throws IOException, InterruptedException {
    Map<String, String> headers = headers(more);
    headers.put("Content-Type", "application/json");
    return api.send("POST", path, headers, body);
  }

  Answer delete(String path, String tag) throws IOException, InterruptedException {
    return api.send("DELETE", path, headers(Map.of("If-Match", tag)), "");
  }

  private Map<String, String> headers(Map<String, String> more) {
    Map<String, String> headers = new HashMap<>(more);
    headers.put("Authorization", "Bearer " + token);
    headers.put("x-api-key", apiKey);
    return headers;
  }
}
