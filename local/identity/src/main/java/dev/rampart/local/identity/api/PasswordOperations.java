package dev.rampart.local.identity.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.identity.directory.Directory;
import dev.rampart.local.identity.directory.User;
import dev.rampart.local.identity.settings.ClientSettings;
import dev.rampart.local.identity.token.Pool;
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
      throw Checks.tooManyAttempts();
    }
    return Output.object()
        .set("CodeDeliveryDetails", Output.codeDelivery(destination(client, name)));
  }

  private JsonNode confirm(Input input) {
    ClientSettings client = client(input);
    String name = input.text("Username");
    if (!client.hidesUnknownUsers()) {
      pool.directory().get(name);
    }
    Checks.right(
        pool.recovery().confirm(name, input.text("ConfirmationCode"), input.text("Password")));
    return Output.object();
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
        : pool.directory().get(name).verifiedEmail().map(Output::masked).orElseThrow();
  }
}
