package dev.rampart.local.identity.api;

import dev.rampart.local.identity.crypto.Hashes;
import dev.rampart.local.identity.directory.MailedCodes;
import dev.rampart.local.identity.directory.PasswordCheck;
import dev.rampart.local.identity.directory.User;
import dev.rampart.local.identity.pool.LocalUserPool;
import dev.rampart.local.identity.settings.ClientSettings;
import dev.rampart.local.protocol.AwsError;
import java.util.Map;
import java.util.Optional;

/** What operations check before they do anything. */
final class Checks {
  private Checks() {}

  /** Refuses a call for another pool. */
  static void pool(LocalUserPool pool, Input input) {
    String id = input.text("UserPoolId");
    if (!id.equals(pool.settings().pool().id())) {
      throw new AwsError("ResourceNotFoundException", "User pool " + id + " does not exist.");
    }
  }

  /** Returns the user that an administrator's call is about, by name or id, or refuses. */
  static User user(LocalUserPool pool, Input input) {
    pool(pool, input);
    String name = input.text("Username");
    return pool.directory()
        .find(name)
        .or(() -> pool.directory().bySub(name))
        .orElseThrow(Checks::noSuchUser);
  }

  /**
   * Returns the user whose password was right in an earlier step of a sign-in, or refuses one who
   * is gone or switched off by now.
   */
  static User challengedUser(LocalUserPool pool, String sub) {
    return pool.directory()
        .bySub(sub)
        .filter(User::enabled)
        .orElseThrow(ChallengeOperations::invalidSession);
  }

  /** Returns the client of an id, or refuses. */
  static ClientSettings client(LocalUserPool pool, String id) {
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

  static AwsError noSuchUser() {
    return new AwsError("UserNotFoundException", "User does not exist.");
  }

  static AwsError notAuthorized(String message) {
    return new AwsError("NotAuthorizedException", message);
  }

  /**
   * Refuses a client with a secret whose proof is not for this user.
   *
   * @param userName as the client wrote it or, in a call that has no name, as the pool keeps it
   */
  static void secretHash(ClientSettings client, Optional<String> shown, String userName) {
    if (client.secret().isEmpty()) {
      return;
    }
    String hash =
        shown.orElseThrow(
            () ->
                notAuthorized(
                    "Client %s is configured with secret but SECRET_HASH was not received"
                        .formatted(client.id())));
    if (!Hashes.equal(client.secret().get().hash(userName, client.id()), hash)) {
      throw notAuthorized("SecretHash does not match for the client: " + client.id());
    }
  }

  /** The same for a call that has the proof among its parameters. */
  static void secretHash(ClientSettings client, Map<String, String> parameters, String userName) {
    secretHash(client, Optional.ofNullable(parameters.get("SECRET_HASH")), userName);
  }

  /** Refuses a mailed code that is not right. */
  static void right(MailedCodes.Check check) {
    switch (check) {
      case RIGHT -> {}
      case WRONG ->
          throw new AwsError(
              "CodeMismatchException", "Invalid verification code provided, please try again.");
      case NO_CODE ->
          throw new AwsError(
              "ExpiredCodeException", "Invalid code provided, please request a code again.");
      case TOO_MANY_ATTEMPTS -> throw tooManyAttempts();
    }
  }

  static AwsError tooManyAttempts() {
    return new AwsError(
        "LimitExceededException", "Attempt limit exceeded, please try after some time.");
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
