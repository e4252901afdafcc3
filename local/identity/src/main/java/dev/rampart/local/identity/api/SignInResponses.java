package dev.rampart.local.identity.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.identity.directory.NextStep;
import dev.rampart.local.identity.directory.SignInLog;
import dev.rampart.local.identity.directory.User;
import dev.rampart.local.identity.pool.LocalUserPool;
import dev.rampart.local.identity.settings.ClientSettings;
import dev.rampart.local.identity.token.AccessToken;
import dev.rampart.local.identity.token.Session;
import dev.rampart.local.identity.token.Sessions;
import dev.rampart.local.identity.token.TokenIssuer;
import dev.rampart.local.identity.token.TriggerException;
import dev.rampart.local.identity.token.TriggerSource;
import dev.rampart.local.protocol.AwsError;
import java.util.Optional;
import java.util.Set;

/** What a client gets after a step of a sign-in: the next challenge, or the tokens. */
record SignInResponses(LocalUserPool pool, Challenges challenges) {
  /**
   * Answers after a step that was passed.
   *
   * @param codeGiven whether a one-time code was accepted in this sign-in
   */
  JsonNode next(
      ClientSettings client, User user, boolean codeGiven, TriggerSource source, String sourceIp) {
    return switch (NextStep.of(user, pool.settings().pool().softwareToken(), codeGiven)) {
      case NEW_PASSWORD -> newPassword(client, user);
      case SET_UP_TOKEN -> {
        ObjectNode answer =
            challenge(
                client, user, "MFA_SETUP", new Challenge.Stage.SetUpToken(user.sub(), ""), source);
        parameters(answer, user).put("MFAS_CAN_SETUP", "[\"SOFTWARE_TOKEN_MFA\"]");
        yield answer;
      }
      case ONE_TIME_CODE -> {
        ObjectNode answer =
            challenge(
                client,
                user,
                "SOFTWARE_TOKEN_MFA",
                new Challenge.Stage.OneTimeCode(user.sub()),
                source);
        parameters(answer, user);
        yield answer;
      }
      case DONE -> {
        pool.log().signedIn(new SignInLog.Attempt(user.name(), client.id(), sourceIp));
        Sessions.Opened opened =
            pool.sessions().open(client, user, Set.of(AccessToken.OWN_ACCOUNT));
        yield tokens(client, user, opened.session(), source, Optional.of(opened.refreshToken()));
      }
    };
  }

  /** Signs tokens; {@code refreshToken} goes along if there is one. */
  JsonNode tokens(
      ClientSettings client,
      User user,
      Session session,
      TriggerSource source,
      Optional<String> refreshToken) {
    try {
      TokenIssuer.Tokens tokens = pool.tokenIssuer().forApi(user, client, session, source);
      ObjectNode answer = Output.object();
      answer.putObject("ChallengeParameters");
      ObjectNode result =
          answer
              .putObject("AuthenticationResult")
              .put("AccessToken", tokens.access())
              .put("ExpiresIn", client.lifetimes().access().toSeconds())
              .put("TokenType", "Bearer")
              .put("IdToken", tokens.id());
      refreshToken.ifPresent(token -> result.put("RefreshToken", token));
      return answer;
    } catch (TriggerException e) {
      throw new AwsError(
          "UserLambdaValidationException",
          "PreTokenGeneration failed with error " + e.getMessage() + ".");
    }
  }

  private JsonNode newPassword(ClientSettings client, User user) {
    ObjectNode answer =
        challenge(
            client,
            user,
            "NEW_PASSWORD_REQUIRED",
            new Challenge.Stage.NewPassword(user.sub()),
            TriggerSource.NEW_PASSWORD);
    ObjectNode attributes = Output.object();
    user.attributes().forEach(attributes::put);
    parameters(answer, user)
        .put("requiredAttributes", "[]")
        .put("userAttributes", attributes.toString());
    return answer;
  }

  private ObjectNode challenge(
      ClientSettings client, User user, String name, Challenge.Stage stage, TriggerSource source) {
    return Output.object()
        .put("ChallengeName", name)
        .put("Session", challenges.open(client, user.name(), stage, source));
  }

  private ObjectNode parameters(ObjectNode answer, User user) {
    return answer
        .putObject("ChallengeParameters")
        .put("USER_ID_FOR_SRP", pool.directory().key(user.name()));
  }
}
