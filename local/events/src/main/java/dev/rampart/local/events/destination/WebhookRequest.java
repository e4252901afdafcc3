package dev.rampart.local.events.destination;

import java.net.URI;
import java.util.Map;

/**
 * A request to an API destination.
 *
 * @param headers by name, as they are shown: without the API key
 */
public record WebhookRequest(URI url, String method, Map<String, String> headers, String body) {
  /** What stands for the API key. */
  public static final String HIDDEN = "***";
}
