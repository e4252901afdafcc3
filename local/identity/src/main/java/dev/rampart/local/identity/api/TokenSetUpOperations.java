package dev.rampart.local.identity.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.identity.api.Challenge.Stage;
import dev.rampart.local.identity.collection.BoundedMap;
import dev.rampart.local.identity.crypto.TotpCode;
import dev.rampart.local.identity.directory.CodeCheck;
import dev.rampart.local.identity.directory.SignInLog;
import dev.rampart.local.identity.directory.User;
import dev.rampart.local.identity.pool.LocalUserPool;
import dev.rampart.local.protocol.AwsError;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;

/** Gives a user an authenticator app: in the middle of a sign-in, or signed in. */
final class TokenSetUpOperations {
  /** More users than set an app up at one time on one machine; a secret has 32 characters. */
  private static final int PENDING_MAX = 200;

  private final LocalUserPool pool;
  private final Challenges challenges;
  private final OwnOperations own;

  /** Secrets shown to users who are signed in, by the user's id, until a code of theirs arrives. */
  private final Map<String, String> pending =
      Collections.synchronizedMap(new BoundedMap<>(PENDING_MAX));

  TokenSetUpOperations(LocalUserPool pool, Challenges challenges, OwnOperations own) {
    this.pool = pool;
    this.challenges = challenges;
    this.own = own;
  }

  Map<String, PoolOperation> operations() {
    return Map.of(
        "AssociateSoftwareToken", this::associate,
        "VerifySoftwareToken", this::verify,
        "SetUserMFAPreference", this::prefer);
  }

  private JsonNode associate(Input input) {
    String secret = TotpCode.newSecret();
    ObjectNode answer = Output.object().put("SecretCode", secret);
    if (input.optionalText("AccessToken").isPresent()) {
      pending.put(own.user(input).sub(), secret);
      return answer;
    }
    Challenge challenge = take(input);
    return answer.put(
        "Session", reopen(challenge, new Stage.SetUpToken(stage(challenge).sub(), secret)));
  }

  private JsonNode verify(Input input) {
    if (input.optionalText("AccessToken").isPresent()) {
      User user = own.user(input);
      String secret =
          Optional.ofNullable(pending.get(user.sub())).orElseThrow(TokenSetUpOperations::noSecret);
      require(pool.credentials().firstCode(user.name(), secret, input.text("UserCode")));
      pending.remove(user.sub());
      return success();
    }
    Challenge challenge = take(input);
    Stage.SetUpToken stage = stage(challenge);
    User user = Checks.challengedUser(pool, stage.sub());
    if (stage.secret().isEmpty()) {
      throw noSecret();
    }
    CodeCheck check =
        pool.credentials().firstCode(user.name(), stage.secret(), input.text("UserCode"));
    pool.log()
        .codeChecked(
            new SignInLog.Attempt(user.name(), challenge.clientId(), input.sourceIp()), check);
    require(check);
    return success().put("Session", reopen(challenge, new Stage.TokenIsSetUp(user.sub())));
  }

  private static void require(CodeCheck check) {
    if (check != CodeCheck.RIGHT) {
      throw new AwsError("EnableSoftwareTokenMFAException", "Code mismatch");
    }
  }

  private JsonNode prefer(Input input) {
    User user = own.user(input);
    if (!input.structure("SoftwareTokenMfaSettings").flag("Enabled")) {
      throw Input.invalid("Only SoftwareTokenMfaSettings with Enabled true is offered.");
    }
    if (!user.hasToken()) {
      throw Input.invalid("User has not set up software token mfa");
    }
    return Output.object();
  }

  private Challenge take(Input input) {
    String session = input.text("Session");
    return challenges
        .find(session)
        .filter(challenge -> challenge.stage() instanceof Stage.SetUpToken)
        .flatMap(_ -> challenges.take(session))
        .orElseThrow(ChallengeOperations::invalidSession);
  }

  private static Stage.SetUpToken stage(Challenge taken) {
    return (Stage.SetUpToken) taken.stage();
  }

  private String reopen(Challenge challenge, Stage stage) {
    return challenges.open(
        Checks.client(pool, challenge.clientId()), challenge.userName(), stage, challenge.source());
  }

  private static ObjectNode success() {
    return Output.object().put("Status", "SUCCESS");
  }

  private static AwsError noSecret() {
    return new AwsError(
        "SoftwareTokenMFANotFoundException", "AssociateSoftwareToken has to be called first.");
  }
}
