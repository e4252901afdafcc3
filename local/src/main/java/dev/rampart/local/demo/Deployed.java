package dev.rampart.local.demo;

import java.net.URI;

/**
 * A deployed stage, as a program sees it.
 *
 * @param baseUrl of the API, without {@code /v1}
 * @param signInUrl of the user pool's domain
 * @param secret of the client for programs; shown nowhere
 */
public record Deployed(URI baseUrl, URI signInUrl, String apiKey, String clientId, String secret) {

  public Deployed {
    requireSafe(baseUrl);
    requireSafe(signInUrl);
  }

  /**
   * Refuses a URL to which key and secret cannot go.
   *
   * @throws IllegalArgumentException if it is not https, or http on this machine
   */
  public static void requireSafe(URI url) {
    boolean isLocal = url.getHost() != null && url.getHost().matches("localhost|127\\.0\\.0\\.1");
    boolean isLocalHttp = isLocal && "http".equals(url.getScheme());
    boolean isSafe = "https".equals(url.getScheme()) || isLocalHttp;
    if (url.getHost() == null || !isSafe) {
      throw new IllegalArgumentException(
          url + " is no https address, and API key and secret must not go there in the clear");
    }
  }

  @Override
  public String toString() {
    return "Deployed[" + baseUrl + "]";
  }
}
