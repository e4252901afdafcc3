package dev.rampart.local.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.local.identity.TestPool.Answer;
import dev.rampart.local.identity.directory.SignInOutcome.Kind;
import dev.rampart.local.identity.settings.ClientSettings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Signing users in, and changing their attributes, as an administrator. */
final class AdminSignInTest {
  private final TestPool pool = new TestPool();
  private final TestApi api = new TestApi(pool);
  private final ClientSettings client = pool.client("PlainClient");

  @AfterEach
  void stop() {
    pool.close();
  }

  @Test
  void a_password_and_a_code_give_tokens() {
    Answer challenge = begin(client, "ann", TestPool.PASSWORD);
    assertThat(challenge.body().path("ChallengeName").asText()).isEqualTo("SOFTWARE_TOKEN_MFA");
    String code = Fixture.totp(TestPool.TOTP, pool.clock.instant());
    Map<String, Object> response = new LinkedHashMap<>();
    response.put("UserPoolId", pool.server.settings().pool().id());
    response.put("ClientId", client.id());
    response.put("ChallengeName", "SOFTWARE_TOKEN_MFA");
    response.put("Session", TestApi.session(challenge.body()));
    response.put(
        "ChallengeResponses",
        Map.of("USERNAME", "ann", "SOFTWARE_TOKEN_MFA_CODE", code, "SECRET_HASH", proof("ann")));
    assertThat(pool.call("AdminRespondToAuthChallenge", response, "").error())
        .isEqualTo("MissingAuthenticationTokenException");
    Answer tokens = pool.call("AdminRespondToAuthChallenge", response);
    assertThat(tokens.body().at("/AuthenticationResult/AccessToken").asText()).isNotEmpty();
    assertThat(pool.outcomes)
        .extracting(o -> o.kind())
        .containsExactly(Kind.PASSWORD_RIGHT, Kind.SIGNED_IN_WITH_CODE);
  }

  @Test
  void a_wrong_password_is_refused_counted_and_reported() {
    for (int i = 0; i < 5; i++) {
      assertThat(begin(client, "ann", "wrong").error()).isEqualTo("NotAuthorizedException");
    }
    assertThat(begin(client, "ann", TestPool.PASSWORD).message()).contains("attempts exceeded");
    assertThat(begin(client, "nobody", "wrong").error()).isEqualTo("UserNotFoundException");
    assertThat(pool.outcomes)
        .extracting(o -> o.kind())
        .startsWith(Kind.WRONG_PASSWORD)
        .endsWith(Kind.PASSWORD_LOCKED_OUT, Kind.UNKNOWN_USER);
  }

  @Test
  void a_client_has_to_allow_the_flow_and_nobody_else_may_use_it() {
    assertThat(begin(pool.client("web"), "ann", TestPool.PASSWORD).error())
        .isEqualTo("InvalidParameterException");
    Map<String, Object> input = input(client, "ann", TestPool.PASSWORD);
    assertThat(pool.call("InitiateAuth", input).error()).isEqualTo("InvalidParameterException");
    assertThat(pool.call("AdminInitiateAuth", input, "").error())
        .isEqualTo("MissingAuthenticationTokenException");
  }

  @Test
  void another_email_address_is_not_verified_until_somebody_says_so() {
    update("email", "Ann@Example.com");
    assertThat(pool.server.users().getFirst().attributes())
        .isEqualTo(Map.of("email", "ann@example.com", "email_verified", "true"));
    update("email", "new@example.com");
    assertThat(pool.server.users().getFirst().attributes())
        .isEqualTo(Map.of("email", "new@example.com", "email_verified", "false"));
    update("email_verified", "true");
    assertThat(pool.server.users().getFirst().attributes()).containsEntry("email_verified", "true");
  }

  @Test
  void attributes_are_added_replaced_and_taken_away() {
    assertThat(update("email", "new@example.com").status()).isEqualTo(200);
    assertThat(update("email_verified", "").status()).isEqualTo(200);
    assertThat(update("email", "x@" + "x".repeat(2_047)).error())
        .isEqualTo("InvalidParameterException");
    assertThat(update("custom:role", "admin").error()).isEqualTo("InvalidParameterException");
    assertThat(pool.server.users().getFirst().attributes())
        .isEqualTo(Map.of("email", "new@example.com"));
  }

  private Answer update(String name, String value) {
    return pool.admin(
        "AdminUpdateUserAttributes",
        "Username",
        "ann",
        "UserAttributes",
        List.of(Map.of("Name", name, "Value", value)));
  }

  private Answer begin(ClientSettings by, String name, String password) {
    return pool.call("AdminInitiateAuth", input(by, name, password));
  }

  private Map<String, Object> input(ClientSettings by, String name, String password) {
    return Map.of(
        "UserPoolId",
        pool.server.settings().pool().id(),
        "ClientId",
        by.id(),
        "AuthFlow",
        "ADMIN_USER_PASSWORD_AUTH",
        "AuthParameters",
        Map.of("USERNAME", name, "PASSWORD", password, "SECRET_HASH", proof(name)));
  }

  private String proof(String name) {
    return api.secretHash(client.secret().orElseThrow(), name, client);
  }
}
