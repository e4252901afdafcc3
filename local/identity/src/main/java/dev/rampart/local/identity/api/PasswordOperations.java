package dev.rampart.local.identity.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.identity.directory.Directory;
import dev.rampart.local.identity.directory.User;
import dev.rampart.local.identity.settings.ClientSettings;
import dev.rampart.local.identity.token.Pool;
import dev.rampart.local.protocol.AwsError;
import java.util.Map;

/** What users do who forgot their password: ask for a code, and set a new password with it. */
final class PasswordOperations {
  private final Pool pool;

  PasswordOperations(Pool pool) {
    this.pool = pool;
  }

  Map<String, Operation> operations() {
    return Map.of("ForgotPassword", this::forgot, "ConfirmForgotPassword", this::confirm);
  }

  private JsonNode forgot(Input input) {
    ClientSettings client = client(input);
    String name = input.text("Username");
    if (!client.hidesUnknownUsers()) {
      requireRecoverable(name);
    }
    if (!pool.recovery().request(name)) {
      throw tooManyAttempts();
    }
    ObjectNode answer = Output.object();
    answer
        .putObject("CodeDeliveryDetails")
        .put("AttributeName", "email")
        .put("DeliveryMedium", "EMAIL")
        .put("Destination", destination(client, name));
    return answer;
  }

  private JsonNode confirm(Input input) {
    ClientSettings client = client(input);
    String name = input.text("Username");
    if (!client.hidesUnknownUsers()) {
      pool.directory().get(name);
    }
    return switch (pool.recovery()
        .confirm(name, input.text("ConfirmationCode"), input.text("Password"))) {
      case RIGHT -> Output.object();
      case WRONG ->
          throw new AwsError(
              "CodeMismatchException", "Invalid verification code provided, please try again.");
      case NO_CODE ->
          throw new AwsError(
              "ExpiredCodeException", "Invalid code provided, please request a code again.");
      case TOO_MANY_ATTEMPTS -> throw tooManyAttempts();
    };
  }

  /** Returns the client of a call, or refuses it. */
  private ClientSettings client(Input input) {
    ClientSettings client = Checks.client(pool, input.text("ClientId"));
    String name = input.text("Username");
    if (!Directory.canBeName(name)) {
      throw Input.invalid("Username is longer than a user name can be.");
    }
    Checks.secretHash(client, input.optionalText("SecretHash"), name);
    if (!pool.settings().pool().recoversByEmail()) {
      throw Checks.notAuthorized("Contact administrator to reset password.");
    }
    return client;
  }

  /** Says why no code can be sent, to a client that may know who exists. */
  private void requireRecoverable(String name) {
    User user = pool.directory().get(name);
    if (!user.enabled()) {
      throw Checks.notAuthorized("User is disabled.");
    }
    if (user.mustChangePassword()) {
      throw Checks.notAuthorized("User password cannot be reset in the current state.");
    }
    if (user.verifiedEmail().isEmpty()) {
      throw Input.invalid(
          "Cannot reset password for the user as there is no registered/verified email or"
              + " phone_number");
    }
  }

  /**
   * Returns what a person may know of the address. A client that is not to learn who exists gets
   * the same for every name: letters made up for unknown ones would be told apart.
   */
  private String destination(ClientSettings client, String name) {
    return client.hidesUnknownUsers()
        ? "***@***"
        : pool.directory().get(name).verifiedEmail().map(PasswordOperations::masked).orElseThrow();
  }

  /** Returns the first letter of both parts, as in {@code a***@e***}. */
  private static String masked(String address) {
    int at = address.indexOf('@') + 1;
    return first(address) + "***@" + first(address.substring(at)) + "***";
  }

  private static String first(String text) {
    return text.substring(0, text.offsetByCodePoints(0, 1));
  }

  private static AwsError tooManyAttempts() {
    return new AwsError(
        "LimitExceededException", "Attempt limit exceeded, please try after some time.");
  }
}
