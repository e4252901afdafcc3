package dev.rampart.local.events.destination;

import dev.rampart.local.template.Properties;
import java.net.URI;
import java.util.List;
import java.util.Set;

/**
 * An API destination of a template.
 *
 * @param rate calls in a second at most
 */
public record ApiDestinationSettings(
    String arn, URI endpoint, String method, int rate, ConnectionSettings connection) {
  /** EventBridge's default, and the most there is without asking AWS. */
  private static final int RATE_MAX = 300;

  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

  /**
   * Reads an {@code AWS::Events::ApiDestination}.
   *
   * @param connections those of the template
   * @throws dev.rampart.local.template.source.TemplateException if a property is wrong or not
   *     supported
   */
  public static ApiDestinationSettings read(
      Properties destination, List<ConnectionSettings> connections) {
    destination.leave("Description");
    String arn = destination.resource().physical().attributes().getOrDefault("Arn", "");
    var _ = destination.optionalText("Name");
    String connection = destination.text("ConnectionArn");
    return new ApiDestinationSettings(
        arn,
        endpoint(destination),
        destination.oneOf("HttpMethod", "POST", "PUT", "PATCH"),
        destination.number("InvocationRateLimitPerSecond", RATE_MAX, 1, RATE_MAX),
        connections.stream()
            .filter(each -> each.arn().equals(connection))
            .findFirst()
            .orElseThrow(
                () -> destination.fault("ConnectionArn", "names no connection of the template")));
  }

  private static URI endpoint(Properties destination) {
    String text = destination.text("InvocationEndpoint");
    try {
      URI endpoint = URI.create(text);
      boolean isSafe = "https".equals(endpoint.getScheme());
      if (endpoint.getHost() != null
          && endpoint.getUserInfo() == null
          && endpoint.getFragment() == null
          && !text.contains("*")
          && (isSafe || ("http".equals(endpoint.getScheme()) && isLoopback(endpoint)))) {
        return endpoint;
      }
    } catch (IllegalArgumentException _) {
      // Refused as well.
    }
    throw destination.fault(
        "InvocationEndpoint",
        "is no https URL without parameters in its path, and no http URL on loopback");
  }

  /** Says whether it is on this machine, so that it is really called. */
  boolean isLoopback() {
    return isLoopback(endpoint);
  }

  private static boolean isLoopback(URI endpoint) {
    return LOOPBACK.contains(endpoint.getHost());
  }
}
