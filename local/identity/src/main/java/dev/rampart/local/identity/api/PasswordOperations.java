package dev.rampart.local.identity.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.identity.directory.Directory;
import dev.rampart.local.identity.directory.MailedCodes;
import dev.rampart.local.identity.directory.SignInLog;
import dev.rampart.local.identity.directory.User;
import dev.rampart.local.identity.pool.LocalUserPool;
import dev.rampart.local.identity.settings.ClientSettings;
import dev.rampart.local.protocol.AwsError;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What users do who forgot their password: ask for a code, and set a new password with it. */
record PasswordOperations(LocalUserPool pool) {
  Map<String, PoolOperation> operations() {
    return Map.of("ForgotPassword", this::forgot, "ConfirmForgotPassword", this::confirm);
  }

  private JsonNode forgot(Input input) {
    ClientSettings client = client(input);
    String name = input.text("Username");
    // Looked up once, so that what is checked, sent and told is about the same address.
    Optional<User> user = pool.directory().find(name);
    SignInLog.Attempt attempt = new SignInLog.Attempt(name, client.id(), input.sourceIp());
    String destination = orLogged(attempt, () -> destination(client, user));
    boolean accepted = pool.recovery().request(name, user);
    pool.log().recoveryRequested(attempt, accepted);
    if (!accepted) {
      throw Checks.tooManyAttempts();
    }
    return Output.object().set("CodeDeliveryDetails", Output.codeDelivery(destination));
  }

  private JsonNode confirm(Input input) {
    ClientSettings client = client(input);
    String name = input.text("Username");
    SignInLog.Attempt attempt = new SignInLog.Attempt(name, client.id(), input.sourceIp());
    if (!client.hidesUnknownUsers()) {
      User _ = orLogged(attempt, () -> pool.directory().get(name));
    }
    MailedCodes.Check check =
        pool.recovery().confirm(name, input.text("ConfirmationCode"), input.text("Password"));
    pool.log().recoveryChecked(attempt, check);
    Checks.right(check);
    return Output.object();
  }

  /** Returns what is to be told; a refusal is logged before the client gets it. */
  private <T> T orLogged(SignInLog.Attempt attempt, Supplier<T> told) {
    try {
      return told.get();
    } catch (AwsError e) {
      pool.log().recoveryRefused(attempt);
      throw e;
    }
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

  /**
   * Returns what a person may know of the address. A client that is not to learn who exists gets
   * the same for every name: letters made up for unknown ones would be told apart.
   */
  private static String destination(ClientSettings client, Optional<User> user) {
    return client.hidesUnknownUsers()
        ? "***@***"
        : Output.masked(address(user.orElseThrow(Checks::noSuchUser)));
  }

  /** Returns where a code can be sent, or says why none can. */
  private static String address(User user) {
    if (!user.enabled()) {
      throw Checks.notAuthorized("User is disabled.");
    }
    if (user.mustChangePassword()) {
      throw Checks.notAuthorized("User password cannot be reset in the current state.");
    }
    return user.verifiedEmail()
        .orElseThrow(
            () ->
                Input.invalid(
                    "Cannot reset password for the user as there is no registered/verified email"
                        + " or phone_number"));
  }
}
