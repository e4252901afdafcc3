package dev.rampart.local.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;

/** Gets access tokens as a program does: by its own id and secret. */
public final class MachineTokens implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration TIMEOUT = Duration.ofSeconds(40);

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
  private final URI endpoint;
  private final String authorization;

  /**
   * Creates a client of a user pool's domain.
   *
   * @param signInUrl of the domain, without the path
   */
  public MachineTokens(URI signInUrl, String clientId, String secret) {
    byte[] basic = (clientId + ":" + secret).getBytes(StandardCharsets.UTF_8);
    this.endpoint = URI.create(signInUrl + "/oauth2/token");
    this.authorization = "Basic " + Base64.getEncoder().encodeToString(basic);
  }

  /**
   * Returns a fresh access token.
   *
   * @throws IOException if the token endpoint refuses, with its reason
   */
  public String token(List<String> scopes) throws IOException, InterruptedException {
    String form =
        "grant_type=client_credentials&scope="
            + URLEncoder.encode(String.join(" ", scopes), StandardCharsets.UTF_8);
    HttpRequest request =
        HttpRequest.newBuilder(endpoint)
            .timeout(TIMEOUT)
            .header("Authorization", authorization)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build();
    HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IOException(
          endpoint
              + " gives no token (status "
              + answer.statusCode()
              + "); are RAMPART_CLIENT_ID and RAMPART_CLIENT_SECRET those of this stage?");
    }
    JsonNode body = JSON.readTree(answer.body());
    return body.path("access_token").asText();
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
