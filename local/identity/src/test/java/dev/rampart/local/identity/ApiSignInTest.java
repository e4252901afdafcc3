package dev.rampart.local.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.identity.TestPool.Answer;
import dev.rampart.local.identity.crypto.ClientSecret;
import dev.rampart.local.identity.directory.SignInOutcome.Kind;
import dev.rampart.local.identity.settings.ClientSettings;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Signing in through the JSON API, as SDKs do it. */
final class ApiSignInTest {
  private final TestPool pool = new TestPool();
  private final TestApi api = new TestApi(pool);

  @AfterEach
  void stop() {
    pool.close();
  }

  @Test
  void remote_password_and_code_give_tokens_for_the_own_account_alone() {
    JsonNode tokens = api.signIn().path("AuthenticationResult");
    Map<String, Object> claims = TestPool.claims(tokens.path("AccessToken").asText()).getClaims();
    assertThat(claims)
        .containsEntry("scope", "aws.cognito.signin.user.admin")
        .doesNotContainKey("version");
    assertThat(TestPool.claims(tokens.path("IdToken").asText()).getClaims())
        .containsEntry("cognito:username", "ann")
        .doesNotContainKeys("at_hash", "nonce");
    assertThat(tokens.path("RefreshToken").asText()).isNotEmpty();
    Answer user = pool.call("GetUser", Map.of("AccessToken", TestApi.access(tokens)), "");
    assertThat(user.body().path("Username").asText()).isEqualTo("ann");
    assertThat(user.body().path("UserMFASettingList").toString()).contains("SOFTWARE_TOKEN_MFA");
    assertThat(pool.outcomes)
        .extracting(o -> o.kind())
        .containsExactly(Kind.PASSWORD_RIGHT, Kind.SIGNED_IN_WITH_CODE);
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
    Answer wrong = api.prove("ann", "Wrong-horse-7-battery", "web");
    Answer unknown = api.prove("nobody", TestPool.PASSWORD, "web");
    assertThat(wrong.error()).isEqualTo("NotAuthorizedException");
    assertThat(unknown.body()).isEqualTo(wrong.body());
    String salt = api.begin("nobody", "web").body().at("/ChallengeParameters/SALT").asText();
    assertThat(api.begin("nobody", "web").body().at("/ChallengeParameters/SALT").asText())
        .isEqualTo(salt);
  }

  @Test
  void a_client_that_wants_it_is_told_that_a_user_does_not_exist() {
    assertThat(api.begin("nobody", "PlainClient").error()).isEqualTo("UserNotFoundException");
    assertThat(api.begin("ann", "PlainClient").status()).isEqualTo(200);
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

  @Test
  void a_client_with_a_secret_refreshes_by_the_name_that_the_pool_keeps() {
    ClientSettings client = pool.client("PlainClient");
    ClientSecret secret = client.secret().orElseThrow();
    Map<String, String> login = TestLogin.parameters(pool);
    login.put("client_id", client.id());
    login.put("scope", "openid");
    TestOAuth oauth = new TestOAuth(pool);
    Map<String, String> exchange = oauth.exchange(TestLogin.code(pool, login));
    exchange.put("client_id", client.id());
    exchange.put("client_secret", secret.value());
    JsonNode tokens = TestPool.json(oauth.token(exchange));
    assertThat(TestPool.claims(tokens.path("id_token").asText()).getClaims())
        .containsEntry("cognito:username", "ann")
        .containsKey("at_hash");
    for (String name : new String[] {"ann", "ANN", "bob"}) {
      Answer answer =
          refresh(
              client, tokens.path("refresh_token").asText(), api.secretHash(secret, name, client));
      assertThat(answer.message())
          .isEqualTo(
              name.equals("ann") ? "" : "SecretHash does not match for the client: " + client.id());
    }
  }

  private Answer refresh(ClientSettings client, String token, String hash) {
    return pool.call(
        "InitiateAuth",
        Map.of(
            "AuthFlow",
            "REFRESH_TOKEN_AUTH",
            "ClientId",
            client.id(),
            "AuthParameters",
            Map.of("REFRESH_TOKEN", token, "SECRET_HASH", hash)),
        "");
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
    Answer begun = api.begin("ann", "web");
    assertThat(api.respond(begun, "ann", TestPool.PASSWORD, "PlainClient").error())
        .isEqualTo("NotAuthorizedException");
    assertThat(api.respond(begun, "bob", TestPool.PASSWORD, "web").error())
        .isEqualTo("NotAuthorizedException");
    assertThat(api.respond(begun, "ann", TestPool.PASSWORD, "web").status()).isEqualTo(200);
    assertThat(api.respond(begun, "ann", TestPool.PASSWORD, "web").error())
        .isEqualTo("NotAuthorizedException");
    Answer late = api.begin("ann", "web");
    pool.clock.move(Duration.ofMinutes(3));
    assertThat(api.respond(late, "ann", TestPool.PASSWORD, "web").message())
        .contains("Invalid session");
  }

  @ParameterizedTest
  @CsvSource({
    "Tue Nov 24 10:00:05 UTC 2026, ''",
    "Mon Nov 24 10:00:05 UTC 2026, NotAuthorizedException",
    "Sat Nov 24 10:00:05 UTC 2001, NotAuthorizedException",
    "Tue Nov 24 10:10:05 UTC 2026, NotAuthorizedException",
    "Tue Nov 24 15:30:05 IST 2026, InvalidParameterException"
  })
  void a_proof_is_good_with_the_servers_date_alone(String timestamp, String error) {
    Answer begun = api.begin("ann", "web");
    assertThat(api.respond(begun, "ann", TestPool.PASSWORD, "web", timestamp).error())
        .isEqualTo(error);
  }

  @Test
  void five_wrong_proofs_lock_the_name() {
    for (int i = 0; i < 5; i++) {
      assertThat(api.prove("ann", "wrong", "web").message()).startsWith("Incorrect");
    }
    assertThat(api.prove("ann", TestPool.PASSWORD, "web").message()).contains("attempts exceeded");
  }

  @Test
  void wrong_passwords_of_one_name_do_not_lock_the_codes_of_another() {
    for (int i = 0; i < 5; i++) {
      api.prove("code:ann", "wrong", "web");
    }
    assertThat(api.signIn().at("/AuthenticationResult/AccessToken").asText()).isNotEmpty();
  }

  @Test
  void wrong_codes_of_one_name_do_not_lock_the_password_of_another() {
    pool.server.createUser(Fixture.user("code:ann", TestPool.PASSWORD));
    JsonNode challenge = api.prove("ann", TestPool.PASSWORD, "web").body();
    for (int i = 0; i < 5; i++) {
      api.code(challenge, "000000");
    }
    assertThat(api.prove("code:ann", TestPool.PASSWORD, "web").status()).isEqualTo(200);
  }

  @Test
  void a_wrong_code_may_be_tried_again_and_a_used_one_is_named() {
    JsonNode challenge = api.prove("ann", TestPool.PASSWORD, "web").body();
    assertThat(api.code(challenge, "000000").error()).isEqualTo("CodeMismatchException");
    String right = Fixture.totp(TestPool.TOTP, pool.clock.instant());
    assertThat(api.code(challenge, right).status()).isEqualTo(200);
    JsonNode second = api.prove("ann", TestPool.PASSWORD, "web").body();
    assertThat(api.code(second, right).error()).isEqualTo("ExpiredCodeException");
    assertThat(api.code(challenge, "000000").message()).contains("Invalid session");
  }

  @Test
  void the_password_is_not_skipped_by_naming_a_later_challenge() {
    Answer begun = api.begin("ann", "web");
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
                      "SOFTWARE_TOKEN_MFA_CODE",
                          Fixture.totp(TestPool.TOTP, pool.clock.instant()))),
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
    JsonNode first = api.prove("bob", "Temp-horse-7-battery", "web").body();
    assertThat(first.path("ChallengeName").asText()).isEqualTo("NEW_PASSWORD_REQUIRED");
    assertThat(api.newPassword(first, "Temp-horse-7-battery").error())
        .isEqualTo("PasswordHistoryPolicyViolationException");
    assertThat(api.newPassword(first, "short").error()).isEqualTo("InvalidPasswordException");
    JsonNode second = api.newPassword(first, "Own-horse-7-battery").body();
    assertThat(second.path("ChallengeName").asText()).isEqualTo("MFA_SETUP");
    JsonNode app =
        pool.call("AssociateSoftwareToken", Map.of("Session", TestApi.session(second)), "").body();
    String secret = app.path("SecretCode").asText();
    String right = Fixture.totp(secret, pool.clock.instant());
    JsonNode verified =
        pool.call(
                "VerifySoftwareToken",
                Map.of("Session", TestApi.session(app), "UserCode", right),
                "")
            .body();
    assertThat(verified.path("Status").asText()).isEqualTo("SUCCESS");
    Answer done = api.respond("MFA_SETUP", verified, Map.of("USERNAME", "bob"));
    assertThat(done.body().at("/AuthenticationResult/AccessToken").asText()).isNotEmpty();
    assertThat(api.prove("bob", "Own-horse-7-battery", "web").body().path("ChallengeName").asText())
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
    JsonNode first = api.prove("bob", "Temp-horse-7-battery", "web").body();
    JsonNode second = api.newPassword(first, "Own-horse-7-battery").body();
    assertThat(api.respond("MFA_SETUP", second, Map.of("USERNAME", "bob")).message())
        .contains("Invalid session");
    assertThat(
            pool.call(
                    "VerifySoftwareToken",
                    Map.of("Session", TestApi.session(second), "UserCode", "000000"),
                    "")
                .error())
        .isEqualTo("SoftwareTokenMFANotFoundException");
  }

  @Test
  void signing_out_everywhere_ends_refreshing_and_the_own_account() {
    JsonNode tokens = api.signIn().path("AuthenticationResult");
    assertThat(
            pool.call("GlobalSignOut", Map.of("AccessToken", TestApi.access(tokens)), "").status())
        .isEqualTo(200);
    assertThat(api.rotate(tokens.path("RefreshToken").asText()).status()).isEqualTo(400);
    assertThat(pool.call("GetUser", Map.of("AccessToken", TestApi.access(tokens)), "").message())
        .contains("revoked");
  }

  @Test
  void revoking_a_refresh_token_ends_its_sign_in_only() {
    JsonNode one = api.signIn().path("AuthenticationResult");
    pool.clock.move(Duration.ofSeconds(30));
    JsonNode other = api.signIn().path("AuthenticationResult");
    Map<String, String> call =
        Map.of("ClientId", pool.client("web").id(), "Token", one.path("RefreshToken").asText());
    assertThat(pool.call("RevokeToken", call, "").status()).isEqualTo(200);
    assertThat(api.rotate(one.path("RefreshToken").asText()).status()).isEqualTo(400);
    assertThat(api.rotate(other.path("RefreshToken").asText()).status()).isEqualTo(200);
  }

  @Test
  void a_user_changes_the_own_password_by_knowing_it() {
    String access = TestApi.access(api.signIn().path("AuthenticationResult"));
    assertThat(change(access, "wrong", "New-horse-8-battery").error())
        .isEqualTo("NotAuthorizedException");
    assertThat(change(access, TestPool.PASSWORD, "short").error())
        .isEqualTo("InvalidPasswordException");
    assertThat(change(access, TestPool.PASSWORD, TestPool.PASSWORD).error())
        .isEqualTo("PasswordHistoryPolicyViolationException");
    assertThat(change(access, TestPool.PASSWORD, "New-horse-8-battery").status()).isEqualTo(200);
    assertThat(api.prove("ann", TestPool.PASSWORD, "web").status()).isEqualTo(400);
    assertThat(api.prove("ann", "New-horse-8-battery", "web").status()).isEqualTo(200);
  }

  private Answer change(String access, String previous, String proposed) {
    return pool.call(
        "ChangePassword",
        Map.of("AccessToken", access, "PreviousPassword", previous, "ProposedPassword", proposed),
        "");
  }
}
