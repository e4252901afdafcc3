package dev.rampart.local.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.identity.TestPool.Answer;
import dev.rampart.local.identity.directory.SignInOutcome.Kind;
import dev.rampart.local.identity.directory.TotpCode;
import dev.rampart.local.identity.settings.ClientSettings;
import dev.rampart.local.identity.settings.Secret;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signing in through the JSON API, as SDKs do it. */
final class ApiSignInTest {
  private static final String TIME = "Tue Nov 24 10:00:05 UTC 2026";

  private final TestPool pool = new TestPool();

  @AfterEach
  void stop() {
    pool.close();
  }

  @Test
  void remote_password_and_code_give_tokens_for_the_own_account_alone() {
    JsonNode tokens = signIn().path("AuthenticationResult");
    var claims = TestPool.claims(tokens.path("AccessToken").asText()).getClaims();
    assertThat(claims)
        .containsEntry("scope", "aws.cognito.signin.user.admin")
        .doesNotContainKey("version");
    assertThat(tokens.path("IdToken").asText()).isNotEmpty();
    assertThat(tokens.path("RefreshToken").asText()).isNotEmpty();
    Answer user = pool.call("GetUser", Map.of("AccessToken", access(tokens)), "");
    assertThat(user.body().path("Username").asText()).isEqualTo("Ann");
    assertThat(user.body().path("UserMFASettingList").toString()).contains("SOFTWARE_TOKEN_MFA");
    assertThat(pool.outcomes).extracting(o -> o.kind()).containsExactly(Kind.SIGNED_IN);
  }

  @Test
  void an_access_token_from_the_pages_does_not_manage_the_account() {
    String token = pool.tokens("openid").accessToken();
    Answer answer = pool.call("GetUser", Map.of("AccessToken", token), "");
    assertThat(answer.error()).isEqualTo("NotAuthorizedException");
    assertThat(answer.message()).contains("scopes");
  }

  @Test
  void a_wrong_password_and_an_unknown_user_are_told_alike() {
    Answer wrong = prove("ann", "Wrong-horse-7-battery", "web");
    Answer unknown = prove("nobody", TestPool.PASSWORD, "web");
    assertThat(wrong.error()).isEqualTo("NotAuthorizedException");
    assertThat(unknown.body()).isEqualTo(wrong.body());
    String salt = begin("nobody", "web").body().at("/ChallengeParameters/SALT").asText();
    assertThat(begin("nobody", "web").body().at("/ChallengeParameters/SALT").asText())
        .isEqualTo(salt);
  }

  @Test
  void a_client_that_wants_it_is_told_that_a_user_does_not_exist() {
    assertThat(begin("nobody", "PlainClient").error()).isEqualTo("UserNotFoundException");
    assertThat(begin("ann", "PlainClient").status()).isEqualTo(200);
  }

  @Test
  void a_client_with_a_secret_has_to_show_it() {
    ClientSettings client = pool.client("PlainClient");
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("USERNAME", "ann");
    parameters.put("SRP_A", new TestSrp().publicNumber().toString(16));
    for (String hash : new String[] {"", "guess"}) {
      parameters.put("SECRET_HASH", hash);
      Answer answer =
          pool.call(
              "InitiateAuth",
              Map.of(
                  "AuthFlow",
                  "USER_SRP_AUTH",
                  "ClientId",
                  client.id(),
                  "AuthParameters",
                  parameters),
              "");
      assertThat(answer.error()).isEqualTo("NotAuthorizedException");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "USER_PASSWORD_AUTH", "ADMIN_USER_PASSWORD_AUTH", "ADMIN_NO_SRP_AUTH", "CUSTOM_AUTH",
        "USER_AUTH", "REFRESH_TOKEN_AUTH", "REFRESH_TOKEN", "NONSENSE"
      })
  void a_flow_that_the_client_does_not_allow_is_refused(String flow) {
    Answer answer =
        pool.call(
            "InitiateAuth",
            Map.of(
                "AuthFlow", flow,
                "ClientId", pool.client("web").id(),
                "AuthParameters",
                    Map.of("USERNAME", "ann", "PASSWORD", TestPool.PASSWORD, "REFRESH_TOKEN", "x")),
            "");
    assertThat(answer.error()).isEqualTo("InvalidParameterException");
    assertThat(answer.message()).endsWith("flow not enabled for this client");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "", "xyz", "-1", "ffff ffff"})
  void a_number_that_is_none_of_the_group_is_refused(String number) {
    Answer answer =
        pool.call(
            "InitiateAuth",
            Map.of(
                "AuthFlow", "USER_SRP_AUTH",
                "ClientId", pool.client("web").id(),
                "AuthParameters", Map.of("USERNAME", "ann", "SRP_A", number)),
            "");
    assertThat(answer.error()).isEqualTo("InvalidParameterException");
  }

  @Test
  void a_challenge_is_good_for_one_proof_one_client_and_one_user() {
    Answer begun = begin("ann", "web");
    assertThat(respond(begun, "ann", TestPool.PASSWORD, "PlainClient").error())
        .isEqualTo("NotAuthorizedException");
    assertThat(respond(begun, "bob", TestPool.PASSWORD, "web").error())
        .isEqualTo("NotAuthorizedException");
    assertThat(respond(begun, "ann", TestPool.PASSWORD, "web").status()).isEqualTo(200);
    assertThat(respond(begun, "ann", TestPool.PASSWORD, "web").error())
        .isEqualTo("NotAuthorizedException");
    Answer late = begin("ann", "web");
    pool.clock.move(Duration.ofMinutes(3));
    assertThat(respond(late, "ann", TestPool.PASSWORD, "web").message())
        .contains("Invalid session");
  }

  @Test
  void five_wrong_proofs_lock_the_name() {
    for (int i = 0; i < 5; i++) {
      assertThat(prove("ann", "wrong", "web").message()).startsWith("Incorrect");
    }
    assertThat(prove("ann", TestPool.PASSWORD, "web").message()).contains("attempts exceeded");
  }

  @Test
  void a_wrong_code_may_be_tried_again_and_a_used_one_is_named() {
    JsonNode challenge = prove("ann", TestPool.PASSWORD, "web").body();
    assertThat(code(challenge, "000000").error()).isEqualTo("CodeMismatchException");
    String right = TotpCode.at(TestPool.TOTP, pool.clock.instant());
    assertThat(code(challenge, right).status()).isEqualTo(200);
    JsonNode second = prove("ann", TestPool.PASSWORD, "web").body();
    assertThat(code(second, right).error()).isEqualTo("ExpiredCodeException");
    assertThat(code(challenge, "000000").message()).contains("Invalid session");
  }

  @Test
  void the_password_is_not_skipped_by_naming_a_later_challenge() {
    Answer begun = begin("ann", "web");
    String block = begun.body().at("/ChallengeParameters/SECRET_BLOCK").asText();
    for (String name : new String[] {"SOFTWARE_TOKEN_MFA", "NEW_PASSWORD_REQUIRED", "MFA_SETUP"}) {
      Answer answer =
          pool.call(
              "RespondToAuthChallenge",
              Map.of(
                  "ChallengeName",
                  name,
                  "ClientId",
                  pool.client("web").id(),
                  "Session",
                  block,
                  "ChallengeResponses",
                  Map.of(
                      "USERNAME", "ann",
                      "NEW_PASSWORD", "Own-horse-7-battery",
                      "SOFTWARE_TOKEN_MFA_CODE", TotpCode.at(TestPool.TOTP, pool.clock.instant()))),
              "");
      assertThat(answer.error()).isEqualTo("NotAuthorizedException");
    }
  }

  @Test
  void the_first_sign_in_sets_a_password_and_an_app_up() {
    pool.call(
        "AdminCreateUser",
        Map.of(
            "UserPoolId", pool.server.settings().pool().id(),
            "Username", "bob",
            "TemporaryPassword", "Temp-horse-7-battery"));
    JsonNode first = prove("bob", "Temp-horse-7-battery", "web").body();
    assertThat(first.path("ChallengeName").asText()).isEqualTo("NEW_PASSWORD_REQUIRED");
    assertThat(newPassword(first, "Temp-horse-7-battery").error())
        .isEqualTo("PasswordHistoryPolicyViolationException");
    assertThat(newPassword(first, "short").error()).isEqualTo("InvalidPasswordException");
    JsonNode second = newPassword(first, "Own-horse-7-battery").body();
    assertThat(second.path("ChallengeName").asText()).isEqualTo("MFA_SETUP");
    JsonNode app =
        pool.call("AssociateSoftwareToken", Map.of("Session", session(second)), "").body();
    String secret = app.path("SecretCode").asText();
    String right = TotpCode.at(secret, pool.clock.instant());
    JsonNode verified =
        pool.call("VerifySoftwareToken", Map.of("Session", session(app), "UserCode", right), "")
            .body();
    assertThat(verified.path("Status").asText()).isEqualTo("SUCCESS");
    Answer done = respond("MFA_SETUP", verified, Map.of("USERNAME", "bob"));
    assertThat(done.body().at("/AuthenticationResult/AccessToken").asText()).isNotEmpty();
    assertThat(prove("bob", "Own-horse-7-battery", "web").body().path("ChallengeName").asText())
        .isEqualTo("SOFTWARE_TOKEN_MFA");
  }

  @Test
  void setting_an_app_up_cannot_be_claimed() {
    pool.call(
        "AdminCreateUser",
        Map.of(
            "UserPoolId", pool.server.settings().pool().id(),
            "Username", "bob",
            "TemporaryPassword", "Temp-horse-7-battery"));
    JsonNode first = prove("bob", "Temp-horse-7-battery", "web").body();
    JsonNode second = newPassword(first, "Own-horse-7-battery").body();
    assertThat(respond("MFA_SETUP", second, Map.of("USERNAME", "bob")).message())
        .contains("Invalid session");
    assertThat(
            pool.call(
                    "VerifySoftwareToken",
                    Map.of("Session", session(second), "UserCode", "000000"),
                    "")
                .error())
        .isEqualTo("SoftwareTokenMFANotFoundException");
  }

  @Test
  void refresh_tokens_rotate_and_an_old_one_is_named_as_such() {
    String old = signIn().at("/AuthenticationResult/RefreshToken").asText();
    Answer fresh = rotate(old);
    assertThat(fresh.body().at("/AuthenticationResult/RefreshToken").asText())
        .isNotEmpty()
        .isNotEqualTo(old);
    pool.clock.move(Duration.ofSeconds(10));
    assertThat(rotate(old).error()).isEqualTo("RefreshTokenReuseException");
    assertThat(rotate("x").error()).isEqualTo("NotAuthorizedException");
  }

  @Test
  void signing_out_everywhere_ends_refreshing_and_the_own_account() {
    JsonNode tokens = signIn().path("AuthenticationResult");
    assertThat(pool.call("GlobalSignOut", Map.of("AccessToken", access(tokens)), "").status())
        .isEqualTo(200);
    assertThat(rotate(tokens.path("RefreshToken").asText()).status()).isEqualTo(400);
    assertThat(pool.call("GetUser", Map.of("AccessToken", access(tokens)), "").message())
        .contains("revoked");
  }

  @Test
  void revoking_a_refresh_token_ends_its_sign_in_only() {
    JsonNode one = signIn().path("AuthenticationResult");
    pool.clock.move(Duration.ofSeconds(30));
    JsonNode other = signIn().path("AuthenticationResult");
    Map<String, String> call =
        Map.of("ClientId", pool.client("web").id(), "Token", one.path("RefreshToken").asText());
    assertThat(pool.call("RevokeToken", call, "").status()).isEqualTo(200);
    assertThat(rotate(one.path("RefreshToken").asText()).status()).isEqualTo(400);
    assertThat(rotate(other.path("RefreshToken").asText()).status()).isEqualTo(200);
  }

  @Test
  void a_user_changes_the_own_password_by_knowing_it() {
    String access = access(signIn().path("AuthenticationResult"));
    assertThat(change(access, "wrong", "New-horse-8-battery").error())
        .isEqualTo("NotAuthorizedException");
    assertThat(change(access, TestPool.PASSWORD, "short").error())
        .isEqualTo("InvalidPasswordException");
    assertThat(change(access, TestPool.PASSWORD, TestPool.PASSWORD).error())
        .isEqualTo("PasswordHistoryPolicyViolationException");
    assertThat(change(access, TestPool.PASSWORD, "New-horse-8-battery").status()).isEqualTo(200);
    assertThat(prove("ann", TestPool.PASSWORD, "web").status()).isEqualTo(400);
    assertThat(prove("ann", "New-horse-8-battery", "web").status()).isEqualTo(200);
  }

  private JsonNode signIn() {
    JsonNode challenge = prove("ann", TestPool.PASSWORD, "web").body();
    return code(challenge, TotpCode.at(TestPool.TOTP, pool.clock.instant())).body();
  }

  private Answer begin(String name, String client) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("USERNAME", name);
    parameters.put("SRP_A", new TestSrp().publicNumber().toString(16));
    pool.client(client)
        .secret()
        .ifPresent(s -> parameters.put("SECRET_HASH", secretHash(s, name, client)));
    return pool.call(
        "InitiateAuth",
        Map.of(
            "AuthFlow",
            "USER_SRP_AUTH",
            "ClientId",
            pool.client(client).id(),
            "AuthParameters",
            parameters),
        "");
  }

  private Answer prove(String name, String password, String client) {
    return respond(begin(name, client), name, password, client);
  }

  private Answer respond(Answer begun, String name, String password, String client) {
    JsonNode given = begun.body().path("ChallengeParameters");
    String block = given.path("SECRET_BLOCK").asText();
    String signature =
        new TestSrp()
            .signature(
                pool.server.settings().pool().shortId(),
                given.path("USER_ID_FOR_SRP").asText(),
                password,
                new BigInteger(given.path("SALT").asText(), 16),
                new BigInteger(given.path("SRP_B").asText(), 16),
                Base64.getDecoder().decode(block),
                TIME);
    Map<String, String> responses = new LinkedHashMap<>();
    responses.put("USERNAME", name);
    responses.put("TIMESTAMP", TIME);
    responses.put("PASSWORD_CLAIM_SECRET_BLOCK", block);
    responses.put("PASSWORD_CLAIM_SIGNATURE", signature);
    pool.client(client)
        .secret()
        .ifPresent(s -> responses.put("SECRET_HASH", secretHash(s, name, client)));
    return pool.call(
        "RespondToAuthChallenge",
        Map.of(
            "ChallengeName",
            "PASSWORD_VERIFIER",
            "ClientId",
            pool.client(client).id(),
            "ChallengeResponses",
            responses),
        "");
  }

  private Answer respond(String name, JsonNode challenge, Map<String, String> responses) {
    return pool.call(
        "RespondToAuthChallenge",
        Map.of(
            "ChallengeName",
            name,
            "ClientId",
            pool.client("web").id(),
            "Session",
            session(challenge),
            "ChallengeResponses",
            responses),
        "");
  }

  private Answer code(JsonNode challenge, String code) {
    return respond(
        "SOFTWARE_TOKEN_MFA",
        challenge,
        Map.of("USERNAME", "ann", "SOFTWARE_TOKEN_MFA_CODE", code));
  }

  private Answer newPassword(JsonNode challenge, String password) {
    return respond(
        "NEW_PASSWORD_REQUIRED", challenge, Map.of("USERNAME", "bob", "NEW_PASSWORD", password));
  }

  private Answer rotate(String token) {
    return pool.call(
        "GetTokensFromRefreshToken",
        Map.of("ClientId", pool.client("web").id(), "RefreshToken", token),
        "");
  }

  private Answer change(String access, String previous, String proposed) {
    return pool.call(
        "ChangePassword",
        Map.of("AccessToken", access, "PreviousPassword", previous, "ProposedPassword", proposed),
        "");
  }

  private String secretHash(Secret secret, String name, String client) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.value().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return Base64.getEncoder()
          .encodeToString(
              mac.doFinal((name + pool.client(client).id()).getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static String session(JsonNode answer) {
    return answer.path("Session").asText();
  }

  private static String access(JsonNode tokens) {
    return tokens.path("AccessToken").asText();
  }
}
