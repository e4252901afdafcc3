package dev.rampart.local.identity.api;

import dev.rampart.local.identity.settings.ClientSettings;
import dev.rampart.local.identity.token.Pool;
import dev.rampart.local.protocol.AwsError;
import java.util.Optional;

/** What operations check before they do anything. */
final class Checks {
  private Checks() {}

  /** Refuses a call for another pool. */
  static void pool(Pool pool, Input input) {
    String id = input.text("UserPoolId");
    if (!id.equals(pool.settings().pool().id())) {
      throw new AwsError("ResourceNotFoundException", "User pool " + id + " does not exist.");
    }
  }

  /** Returns the client of an id, or refuses. */
  static ClientSettings client(Pool pool, String id) {
    return pool.settings()
        .client(id)
        .orElseThrow(
            () ->
                new AwsError(
                    "ResourceNotFoundException", "User pool client " + id + " does not exist."));
  }

  /** Refuses a client with a secret that does not show it. */
  static void secret(ClientSettings client, Optional<String> shown) {
    boolean right =
        client.secret().isEmpty() || shown.filter(client.secret().get()::matches).isPresent();
    if (!right) {
      throw notAuthorized("Unable to verify secret hash for client " + client.id());
    }
  }

  static AwsError notAuthorized(String message) {
    return new AwsError("NotAuthorizedException", message);
  }
}
