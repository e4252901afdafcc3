package dev.rampart.local.identity.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.identity.api.Challenge.Stage;
import dev.rampart.local.identity.directory.CodeCheck;
import dev.rampart.local.identity.directory.Password;
import dev.rampart.local.identity.directory.PasswordCheck;
import dev.rampart.local.identity.directory.SignInLog;
import dev.rampart.local.identity.directory.User;
import dev.rampart.local.identity.pool.LocalUserPool;
import dev.rampart.local.identity.settings.ClientSettings;
import dev.rampart.local.protocol.AwsError;
import java.util.Map;

/**
 * {@code RespondToAuthChallenge}, by anybody and by administrators: the steps of a sign-in after
 * its beginning.
 */
record ChallengeOperations(LocalUserPool pool, Challenges challenges, SignInResponses responses) {
  Map<String, PoolOperation> operations() {
    return Map.of("RespondToAuthChallenge", this::respond);
  }

  Map<String, PoolOperation> administration() {
    return Map.of("AdminRespondToAuthChallenge", this::respondAsAdministrator);
  }

  private JsonNode respondAsAdministrator(Input input) {
    Checks.pool(pool, input);
    return respond(input);
  }

  /** One answer of a client. */
  private record Response(
      ClientSettings client, String session, Map<String, String> parameters, String sourceIp) {
    String required(String name) {
      return AuthOperations.required(parameters, name);
    }

    SignInLog.Attempt attemptOf(String name) {
      return new SignInLog.Attempt(name, client.id(), sourceIp);
    }
  }

  private JsonNode respond(Input input) {
    ClientSettings client = Checks.client(pool, input.text("ClientId"));
    Map<String, String> parameters = input.texts("ChallengeResponses");
    Checks.secretHash(client, parameters, AuthOperations.required(parameters, "USERNAME"));
    Response response =
        new Response(
            client, input.optionalText("Session").orElse(""), parameters, input.sourceIp());
    return switch (input.text("ChallengeName")) {
      case "PASSWORD_VERIFIER" -> passwordVerifier(response);
      case "NEW_PASSWORD_REQUIRED" -> newPassword(response);
      case "SOFTWARE_TOKEN_MFA" -> oneTimeCode(response);
      case "MFA_SETUP" -> tokenIsSetUp(response);
      case String other -> throw Input.invalid(other + " is not a challenge of this pool");
    };
  }

  private JsonNode passwordVerifier(Response response) {
    SrpTimestamp timestamp = SrpTimestamp.parse(response.required("TIMESTAMP"));
    String signature = response.required("PASSWORD_CLAIM_SIGNATURE");
    String secretBlock = response.required("PASSWORD_CLAIM_SECRET_BLOCK");
    Challenge challenge = find(response, secretBlock);
    if (!(challenge.stage() instanceof Stage.PasswordVerifier verifier)
        || challenges.take(secretBlock).isEmpty()) {
      throw invalidSession();
    }
    PasswordCheck check =
        pool.credentials()
            .proof(
                challenge.userName(),
                user ->
                    timestamp.isRight(pool.clock().instant())
                        && verifier.proves(pool.settings().pool(), timestamp, signature)
                        && user.flatMap(User::password)
                            .flatMap(Password::srp)
                            .filter(verifier.exchange().kept()::equals)
                            .isPresent());
    pool.log().passwordChecked(response.attemptOf(challenge.userName()), check);
    return next(response, Checks.passed(check), false, challenge);
  }

  private JsonNode newPassword(Response response) {
    Passed passed = passed(response, Stage.NewPassword.class);
    // First the password, so that one that does not conform can be tried again.
    User changed =
        pool.directory().choosePassword(passed.user(), response.required("NEW_PASSWORD"));
    end(response);
    return next(response, changed, false, passed.challenge());
  }

  private JsonNode oneTimeCode(Response response) {
    Passed passed = passed(response, Stage.OneTimeCode.class);
    String name = passed.user().name();
    CodeCheck check = pool.credentials().code(name, response.required("SOFTWARE_TOKEN_MFA_CODE"));
    pool.log().codeChecked(response.attemptOf(name), check);
    switch (check) {
      case RIGHT -> end(response);
      case WRONG -> throw new AwsError("CodeMismatchException", "Invalid code received for user");
      case USED ->
          throw new AwsError(
              "ExpiredCodeException", "Your software token has already been used once.");
      case LOCKED_OUT -> throw Checks.notAuthorized("Code attempts exceeded");
    }
    return next(response, passed.user(), true, passed.challenge());
  }

  private JsonNode tokenIsSetUp(Response response) {
    Passed passed = passed(response, Stage.TokenIsSetUp.class);
    end(response);
    return next(response, passed.user(), true, passed.challenge());
  }

  private JsonNode next(Response response, User user, boolean codeGiven, Challenge challenge) {
    return responses.next(
        response.client(), user, codeGiven, challenge.source(), response.sourceIp());
  }

  /** A challenge after the password, and the user whose password was right. */
  private record Passed(Challenge challenge, User user) {}

  private Passed passed(Response response, Class<? extends Stage.AfterPassword> wanted) {
    Challenge challenge = find(response, response.session());
    if (challenge.stage() instanceof Stage.AfterPassword stage && wanted.isInstance(stage)) {
      return new Passed(challenge, Checks.challengedUser(pool, stage.sub()));
    }
    throw invalidSession();
  }

  private Challenge find(Response response, String key) {
    return challenges
        .find(key)
        .filter(challenge -> challenge.clientId().equals(response.client().id()))
        .filter(challenge -> sameUser(challenge, response.required("USERNAME")))
        .orElseThrow(ChallengeOperations::invalidSession);
  }

  private boolean sameUser(Challenge challenge, String name) {
    return pool.directory().key(name).equals(pool.directory().key(challenge.userName()));
  }

  private void end(Response response) {
    if (challenges.take(response.session()).isEmpty()) {
      throw invalidSession();
    }
  }

  static AwsError invalidSession() {
    return Checks.notAuthorized("Invalid session for the user.");
  }
}
