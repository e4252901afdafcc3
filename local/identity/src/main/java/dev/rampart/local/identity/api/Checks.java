package dev.rampart.local.identity.api;

import dev.rampart.local.identity.directory.PasswordCheck;
import dev.rampart.local.identity.directory.User;
import dev.rampart.local.identity.settings.ClientSettings;
import dev.rampart.local.identity.settings.Secret;
import dev.rampart.local.identity.token.Pool;
import dev.rampart.local.protocol.AwsError;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

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

  /**
   * Refuses a client with a secret whose proof is not for this user.
   *
   * @param userNames the spellings of the name that the client may have made the proof for
   */
  static void secretHash(
      ClientSettings client, Map<String, String> parameters, String... userNames) {
    String shown = parameters.getOrDefault("SECRET_HASH", "");
    boolean right =
        client.secret().isEmpty()
            || Stream.of(userNames)
                .map(name -> new Secret(SecretHash.of(client.secret().get(), name, client.id())))
                .anyMatch(hash -> hash.matches(shown));
    if (!right) {
      throw notAuthorized("Unable to verify secret hash for client " + client.id());
    }
  }

  /** Returns the user whose password was right and who may go on, or refuses. */
  static User passed(PasswordCheck check) {
    return switch (check) {
      case PasswordCheck.Right right -> right.user();
      case PasswordCheck.Wrong _, PasswordCheck.Unknown _ ->
          throw notAuthorized("Incorrect username or password.");
      case PasswordCheck.LockedOut _ -> throw notAuthorized("Password attempts exceeded");
      case PasswordCheck.Disabled _ -> throw notAuthorized("User is disabled.");
      case PasswordCheck.Expired _ ->
          throw notAuthorized(
              "Temporary password has expired and must be reset by an administrator.");
    };
  }
}
