package dev.rampart.local.stack.instance;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Asks a running instance for what it tells of itself. */
public final class InstanceClient {
  /** A run that is busy answers within a second; one that takes longer is not well. */
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private InstanceClient() {}

  /**
   * Gets what is at an endpoint.
   *
   * @param url one of {@link Instance#endpoints}
   * @throws IllegalArgumentException if it is no URL of HTTP
   * @throws IOException if nothing answers there
   */
  public static HttpResponse<byte[]> get(String url) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(URI.create(url)));
  }

  /**
   * Does the same at an address that asks for a token.
   *
   * @param url below {@link Instance.Control#url}
   */
  public static HttpResponse<byte[]> get(String url, String token)
      throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(URI.create(url)).header("Authorization", "Bearer " + token));
  }

  private static HttpResponse<byte[]> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    try (HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build()) {
      return http.send(request.timeout(TIMEOUT).build(), HttpResponse.BodyHandlers.ofByteArray());
    }
  }
}
