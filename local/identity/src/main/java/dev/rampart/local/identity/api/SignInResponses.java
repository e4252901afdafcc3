package dev.rampart.local.identity.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.identity.api.Challenge.Stage;
import dev.rampart.local.identity.directory.NextStep;
import dev.rampart.local.identity.directory.SignInLog;
import dev.rampart.local.identity.directory.User;
import dev.rampart.local.identity.pool.LocalUserPool;
import dev.rampart.local.identity.settings.ClientSettings;
import dev.rampart.local.identity.token.AccessToken;
import dev.rampart.local.identity.token.Sessions;
import dev.rampart.local.identity.token.TokenIssuer;
import dev.rampart.local.identity.token.TokenIssuer.TokenRequest;
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
    String sub = user.sub();
    return switch (NextStep.of(user, pool.settings().pool().softwareToken(), codeGiven)) {
      case NEW_PASSWORD ->
          challenge(client, user, new Stage.NewPassword(sub), TriggerSource.NEW_PASSWORD);
      case SET_UP_TOKEN -> challenge(client, user, new Stage.SetUpToken(sub, ""), source);
      case ONE_TIME_CODE -> challenge(client, user, new Stage.OneTimeCode(sub), source);
      case DONE -> {
        pool.log().signedIn(new SignInLog.Attempt(user.name(), client.id(), sourceIp), codeGiven);
        Sessions.Opened opened =
            pool.sessions().open(client, user, Set.of(AccessToken.OWN_ACCOUNT));
        yield tokens(
            new TokenRequest(user, client, opened.session(), source),
            Optional.of(opened.refreshToken()));
      }
    };
  }

  /** Signs tokens; {@code refreshToken} goes along if there is one. */
  ObjectNode tokens(TokenRequest request, Optional<String> refreshToken) {
    try {
      TokenIssuer.Tokens tokens = pool.tokenIssuer().forApi(request);
      ObjectNode answer = Output.object();
      answer.putObject("ChallengeParameters");
      ObjectNode result =
          answer
              .putObject("AuthenticationResult")
              .put("AccessToken", tokens.access())
              .put("ExpiresIn", request.client().lifetimes().access().toSeconds())
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

  private ObjectNode challenge(
      ClientSettings client, User user, Stage stage, TriggerSource source) {
    ObjectNode answer =
        Output.object()
            .put("ChallengeName", stage.challengeName())
            .put("Session", challenges.open(client, user.name(), stage, source));
    ObjectNode parameters =
        answer
            .putObject("ChallengeParameters")
            .put("USER_ID_FOR_SRP", pool.directory().key(user.name()));
    switch (stage) {
      case Stage.NewPassword _ -> {
        ObjectNode attributes = Output.object();
        user.attributes().forEach(attributes::put);
        parameters.put("requiredAttributes", "[]").put("userAttributes", attributes.toString());
      }
      case Stage.SetUpToken _ -> parameters.put("MFAS_CAN_SETUP", "[\"SOFTWARE_TOKEN_MFA\"]");
      case Stage.PasswordVerifier _, Stage.OneTimeCode _, Stage.TokenIsSetUp _ -> {}
    }
    return answer;
  }
}
