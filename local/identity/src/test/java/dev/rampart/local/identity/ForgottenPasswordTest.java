package dev.rampart.local.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.local.identity.TestPool.Answer;
import dev.rampart.local.identity.directory.SignInOutcome;
import dev.rampart.local.identity.directory.SignInOutcome.Kind;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code ForgotPassword} and {@code ConfirmForgotPassword}. */
final class ForgottenPasswordTest {
  private static final String NEW = "Another-horse-8-battery";

  private TestPool pool = new TestPool();

  @AfterEach
  void stop() {
    pool.close();
  }

  @Test
  void a_mailed_code_sets_a_new_password_once() {
    Answer asked = forgot("web", "ANN");
    assertThat(asked.body().at("/CodeDeliveryDetails/DeliveryMedium").asText()).isEqualTo("EMAIL");
    assertThat(pool.emails).hasSize(1);
    assertThat(pool.emails.getFirst().recipient()).isEqualTo("ann@example.com");
    assertThat(confirm("ann", code(), NEW).status()).isEqualTo(200);
    assertThat(signsIn(TestPool.PASSWORD)).isFalse();
    assertThat(signsIn(NEW)).isTrue();
    assertThat(confirm("ann", code(), NEW).error()).isEqualTo("ExpiredCodeException");
  }

  @Test
  void the_old_password_works_until_then() {
    forgot("web", "ann");
    assertThat(signsIn(TestPool.PASSWORD)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ann", "nobody", "new", "off", "unverified"})
  void whoever_is_asked_for_nothing_tells_who_exists(String name) {
    users();
    Answer asked = forgot("web", name);
    assertThat(asked.body().toString())
        .isEqualTo(
            "{\"CodeDeliveryDetails\":{\"AttributeName\":\"email\",\"DeliveryMedium\":\"EMAIL\","
                + "\"Destination\":\"***@***\"}}");
    assertThat(pool.emails).hasSize(name.equals("ann") ? 1 : 0);
    for (int i = 0; i < 9; i++) {
      assertThat(confirm(name, "no code", NEW).error()).isEqualTo("CodeMismatchException");
    }
    assertThat(confirm(name, "no code", NEW).error()).isEqualTo("LimitExceededException");
    assertThat(forgot("web", name).error()).isEqualTo("LimitExceededException");
    assertThat(confirm("other", "no code", NEW).error()).isEqualTo("ExpiredCodeException");
  }

  @Test
  void a_client_that_may_know_who_exists_is_told_why_no_code_is_sent() {
    users();
    assertThat(forgot("PlainClient", "nobody").error()).isEqualTo("UserNotFoundException");
    assertThat(forgot("PlainClient", "new").message()).contains("current state");
    assertThat(forgot("PlainClient", "off").message()).contains("disabled");
    assertThat(forgot("PlainClient", "unverified").message()).contains("no registered/verified");
    assertThat(forgot("PlainClient", "ann").body().at("/CodeDeliveryDetails/Destination").asText())
        .isEqualTo("a***@e***");
    assertThat(pool.emails).hasSize(1);
  }

  @Test
  void a_client_with_a_secret_shows_it() {
    Answer without =
        pool.call(
            "ForgotPassword",
            Map.of("ClientId", pool.client("PlainClient").id(), "Username", "ann"),
            "");
    assertThat(without.message()).contains("SECRET_HASH was not received");
    assertThat(pool.emails).isEmpty();
  }

  @Test
  void attempts_are_counted_by_the_hour_and_codes_are_good_for_one() {
    for (int i = 0; i < 10; i++) {
      assertThat(forgot("web", "ann").status()).isEqualTo(200);
    }
    assertThat(forgot("web", "ann").error()).isEqualTo("LimitExceededException");
    assertThat(confirm("ann", code(), NEW).error()).isEqualTo("LimitExceededException");
    pool.clock.move(Duration.ofHours(1));
    assertThat(confirm("ann", code(), NEW).error()).isEqualTo("ExpiredCodeException");
    assertThat(forgot("web", "ann").status()).isEqualTo(200);
    assertThat(confirm("ann", code(), NEW).status()).isEqualTo(200);
  }

  @Test
  void a_newer_code_replaces_the_older() {
    forgot("web", "ann");
    String older = code();
    do {
      forgot("web", "ann");
    } while (code().equals(older));
    assertThat(confirm("ann", older, NEW).error()).isEqualTo("CodeMismatchException");
    assertThat(confirm("ann", code(), NEW).status()).isEqualTo(200);
  }

  @Test
  void a_password_that_does_not_conform_uses_up_no_code() {
    forgot("web", "ann");
    assertThat(confirm("ann", code(), "short").error()).isEqualTo("InvalidPasswordException");
    assertThat(confirm("ann", code(), TestPool.PASSWORD).error())
        .isEqualTo("PasswordHistoryPolicyViolationException");
    assertThat(confirm("ann", code(), NEW).status()).isEqualTo(200);
  }

  @Test
  void an_address_that_was_changed_gets_no_code() {
    pool.admin(
        "AdminUpdateUserAttributes", "Username", "ann", "UserAttributes", email("eve@example.com"));
    forgot("web", "ann");
    assertThat(pool.emails).isEmpty();
  }

  @Test
  void a_code_is_void_when_the_address_that_it_was_sent_to_is_another_by_now() {
    forgot("web", "ann");
    pool.admin(
        "AdminUpdateUserAttributes",
        "Username",
        "ann",
        "UserAttributes",
        List.of(
            Map.of("Name", "email", "Value", "new@example.com"),
            Map.of("Name", "email_verified", "Value", "true")));
    assertThat(confirm("ann", code(), NEW).error()).isEqualTo("CodeMismatchException");
    forgot("web", "ann");
    assertThat(pool.emails.getLast().recipient()).isEqualTo("new@example.com");
    assertThat(confirm("ann", code(), NEW).status()).isEqualTo(200);
  }

  @Test
  void a_code_is_void_when_the_address_is_not_verified_any_more() {
    forgot("web", "ann");
    pool.admin("AdminUpdateUserAttributes", "Username", "ann", "UserAttributes", verified("false"));
    assertThat(confirm("ann", code(), NEW).error()).isEqualTo("CodeMismatchException");
    pool.admin("AdminUpdateUserAttributes", "Username", "ann", "UserAttributes", verified("true"));
    assertThat(confirm("ann", code(), NEW).status()).isEqualTo(200);
  }

  @Test
  void a_code_is_void_when_another_user_has_the_name_by_now() {
    forgot("web", "ann");
    pool.admin("AdminDeleteUser", "Username", "ann");
    pool.server.createUser(Fixture.user("ann", TestPool.PASSWORD));
    assertThat(confirm("ann", code(), NEW).error()).isEqualTo("CodeMismatchException");
    assertThat(signsIn(TestPool.PASSWORD)).isTrue();
  }

  @Test
  void attempts_are_counted_on_when_the_address_is_another() {
    for (int i = 0; i < 10; i++) {
      forgot("web", "ann");
    }
    pool.admin(
        "AdminUpdateUserAttributes", "Username", "ann", "UserAttributes", email("new@example.com"));
    pool.admin("AdminUpdateUserAttributes", "Username", "ann", "UserAttributes", verified("true"));
    assertThat(forgot("web", "ann").error()).isEqualTo("LimitExceededException");
  }

  @Test
  void a_code_that_is_given_back_is_reported_right_or_wrong() {
    forgot("web", "ann");
    confirm("ann", "no code", NEW);
    confirm("ann", code(), NEW);
    confirm("nobody", "no code", NEW);
    TestLogin login = TestLogin.begin(pool);
    login.submit("username", "ann", "forgot_password", "yes");
    login.submit("code", "no code", "new_password", NEW);
    assertThat(pool.outcomes)
        .extracting(SignInOutcome::kind)
        .containsExactly(
            Kind.RECOVERY_BEGUN,
            Kind.WRONG_RECOVERY_CODE,
            Kind.PASSWORD_RECOVERED,
            Kind.WRONG_RECOVERY_CODE,
            Kind.RECOVERY_BEGUN,
            Kind.WRONG_RECOVERY_CODE);
    assertThat(pool.outcomes.getFirst().clientId()).isEqualTo(pool.client("web").id());
    assertThat(pool.outcomes.getFirst().sub()).contains(pool.server.users().getFirst().sub());
    assertThat(pool.outcomes.get(3).sub()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ann", "@example.com", "ann@", "a@b@c", "a b@c", "a\u001b[2J@c"})
  void an_address_is_one_and_holds_nothing_invisible(String address) {
    assertThat(
            pool.admin(
                    "AdminUpdateUserAttributes",
                    "Username",
                    "ann",
                    "UserAttributes",
                    email(address))
                .error())
        .isEqualTo("InvalidParameterException");
  }

  @Test
  void where_administrators_recover_accounts_nobody_else_does() {
    pool.close();
    pool =
        TestPool.changed(
            Fixture.in(
                "UserPool",
                p ->
                    p.withObject("/AccountRecoverySetting")
                        .putArray("RecoveryMechanisms")
                        .addObject()
                        .put("Name", "admin_only")
                        .put("Priority", 1)));
    for (String name : List.of("ann", "nobody")) {
      assertThat(forgot("web", name).message()).contains("Contact administrator");
      assertThat(confirm(name, "123456", NEW).message()).contains("Contact administrator");
    }
    assertThat(TestLogin.begin(pool).page.body()).doesNotContain("Forgot");
    assertThat(TestLogin.begin(pool).submit("username", "ann", "forgot_password", "yes").body())
        .contains("Ask an administrator");
    assertThat(pool.emails).isEmpty();
  }

  @Test
  void the_sign_in_page_leads_there_and_back() {
    TestLogin login = TestLogin.begin(pool);
    assertThat(login.submit("forgot_password", "yes").body()).contains("Enter your user name");
    assertThat(login.submit("username", "x".repeat(129), "forgot_password", "yes").statusCode())
        .isEqualTo(400);
    assertThat(login.submit("username", "ann", "forgot_password", "yes").body())
        .contains("Code from the email");
    assertThat(login.submit("code", "no code", "new_password", NEW).body())
        .contains("Invalid verification code");
    assertThat(login.submit("code", code(), "new_password", "short").body()).contains("policy");
    assertThat(login.submit("code", code(), "new_password", NEW).body())
        .contains("Your password was changed");
    assertThat(login.password("ann", NEW).body()).contains("Enter your code");
    assertThat(login.oneTimeCode(TestPool.TOTP).statusCode()).isEqualTo(302);
  }

  @Test
  void the_sign_in_page_treats_unknown_names_alike() {
    TestLogin login = TestLogin.begin(pool);
    assertThat(login.submit("username", "nobody", "forgot_password", "yes").body())
        .contains("Code from the email");
    assertThat(login.submit("code", "no code", "new_password", NEW).body())
        .contains("Invalid verification code");
    assertThat(pool.emails).isEmpty();
  }

  /** Adds a user of each kind that gets no code, each for one reason alone. */
  private void users() {
    pool.admin("AdminCreateUser", "Username", "new", "TemporaryPassword", TestPool.PASSWORD);
    for (String name : List.of("off", "unverified")) {
      pool.admin("AdminCreateUser", "Username", name, "MessageAction", "SUPPRESS");
      pool.admin(
          "AdminSetUserPassword",
          "Username",
          name,
          "Password",
          TestPool.PASSWORD,
          "Permanent",
          true);
    }
    for (String name : List.of("new", "off", "unverified")) {
      pool.admin(
          "AdminUpdateUserAttributes",
          "Username",
          name,
          "UserAttributes",
          email(name + "@example.com"));
    }
    for (String name : List.of("new", "off")) {
      pool.admin("AdminUpdateUserAttributes", "Username", name, "UserAttributes", verified("true"));
    }
    pool.admin("AdminDisableUser", "Username", "off");
  }

  private static List<Map<String, String>> email(String address) {
    return List.of(Map.of("Name", "email", "Value", address));
  }

  private static List<Map<String, String>> verified(String value) {
    return List.of(Map.of("Name", "email_verified", "Value", value));
  }

  private Answer forgot(String client, String name) {
    Map<String, String> input = new LinkedHashMap<>();
    input.put("ClientId", pool.client(client).id());
    input.put("Username", name);
    pool.client(client)
        .secret()
        .ifPresent(
            secret ->
                input.put(
                    "SecretHash", new TestApi(pool).secretHash(secret, name, pool.client(client))));
    return pool.call("ForgotPassword", input, "");
  }

  private Answer confirm(String name, String code, String password) {
    return pool.call(
        "ConfirmForgotPassword",
        Map.of(
            "ClientId",
            pool.client("web").id(),
            "Username",
            name,
            "ConfirmationCode",
            code,
            "Password",
            password),
        "");
  }

  private String code() {
    String text = pool.emails.getLast().text();
    return text.substring(text.length() - 6);
  }

  private boolean signsIn(String password) {
    return new TestApi(pool)
        .prove("ann", password, "web")
        .body()
        .path("ChallengeName")
        .asText()
        .equals("SOFTWARE_TOKEN_MFA");
  }
}
