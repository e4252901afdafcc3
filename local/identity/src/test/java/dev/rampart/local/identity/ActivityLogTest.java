package dev.rampart.local.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.identity.TestPool.Answer;
import dev.rampart.local.identity.directory.SignInOutcome;
import dev.rampart.local.identity.directory.SignInOutcome.Kind;
import dev.rampart.local.identity.directory.UserActivityRecord;
import dev.rampart.local.identity.settings.ClientSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is told of each try to sign in, by whatever way, and what never is. */
final class ActivityLogTest {
  private static final String WRONG = "Wrong-horse-7-battery";
  private static final String NEW = "Another-horse-8-battery";

  private final TestPool pool = new TestPool();
  private final TestApi api = new TestApi(pool);

  @AfterEach
  void stop() {
    pool.close();
  }

  @Test
  void a_record_has_the_members_of_cognitos_example_in_their_order() {
    TestLogin.begin(pool).password("ann", WRONG);

    ObjectNode record = lines().getFirst();
    assertThat(((ObjectNode) record.path("message")).remove("eventId").asText())
        .matches("[0-9a-f-]{36}");
    String sub = pool.server.users().getFirst().sub();
    String poolId = pool.server.settings().pool().id();
    String client = pool.client("web").id();
    assertThat(record.toString())
        .isEqualTo(
            """
            {"eventTimestamp":"1795514405000","eventSource":"USER_ACTIVITY","logLevel":"INFO",\
            "message":{"version":"1","eventType":"SignIn","userSub":"%s","userName":"ann",\
            "userPoolId":"%s","clientId":"%s","creationDate":"Tue Nov 24 10:00:05 UTC 2026",\
            "eventResponse":"Fail","riskLevel":"","riskDecision":"PASS",\
            "challenges":[{"challengeName":"Password","challengeResponse":"Failure"}],\
            "deviceName":null,"ipAddress":"127.0.0.1","requestId":null,"idpName":"",\
            "compromisedCredentialDetected":"false","city":null,"country":null,\
            "eventFeedbackValue":"","eventFeedbackDate":"","eventFeedbackProvider":"",\
            "hasContextData":"false"},"logSourceId":{"userPoolId":"%s"}}\
            """
                .formatted(sub, poolId, client, poolId));
  }

  @Test
  void a_sign_in_is_in_progress_until_its_last_step() {
    TestLogin login = TestLogin.begin(pool);
    login.password("ann", TestPool.PASSWORD);
    assertThat(told()).containsExactly("SignIn InProgress Password:Success");
    login.oneTimeCode(TestPool.TOTP);
    api.prove("ann", TestPool.PASSWORD, "web");
    assertThat(told())
        .containsExactly(
            "SignIn InProgress Password:Success",
            "SignIn Pass Password:Success Mfa:Success",
            "SignIn InProgress Password:Success");
  }

  @Test
  void where_nothing_but_a_password_is_asked_for_the_password_is_the_end() {
    try (TestPool plain =
        TestPool.changed(Fixture.in("UserPool", p -> p.put("MfaConfiguration", "OFF")))) {
      TestLogin.begin(plain).password("ann", TestPool.PASSWORD);
      assertThat(plain.outcomes).extracting(SignInOutcome::kind).containsExactly(Kind.SIGNED_IN);
      assertThat(told(plain)).containsExactly("SignIn Pass Password:Success");
    }
  }

  @Test
  void a_password_that_is_refused_is_told_by_whatever_way_it_came() {
    TestLogin.begin(pool).password("ann", WRONG);
    api.prove("ann", WRONG, "web");
    TestLogin.begin(pool).password("nobody", WRONG);
    api.prove("nobody", WRONG, "web");
    api.begin("nobody", "PlainClient");
    assertThat(pool.outcomes)
        .extracting(SignInOutcome::kind)
        .containsExactly(
            Kind.WRONG_PASSWORD,
            Kind.WRONG_PASSWORD,
            Kind.UNKNOWN_USER,
            Kind.UNKNOWN_USER,
            Kind.UNKNOWN_USER);
    assertThat(told()).containsOnly("SignIn Fail Password:Failure");
  }

  @Test
  void a_name_that_is_locked_or_switched_off_is_told() {
    pool.admin("AdminDisableUser", "Username", "ann");
    TestLogin.begin(pool).password("ann", TestPool.PASSWORD);
    for (int i = 0; i < 5; i++) {
      TestLogin.begin(pool).password("ann", WRONG);
    }
    api.prove("ann", TestPool.PASSWORD, "web");
    assertThat(pool.outcomes)
        .extracting(SignInOutcome::kind)
        .startsWith(Kind.DISABLED)
        .endsWith(Kind.PASSWORD_LOCKED_OUT);
    assertThat(told().getFirst()).isEqualTo("SignIn Fail Password:Success");
  }

  @Test
  void a_temporary_password_whose_time_is_over_is_told() {
    pool.admin("AdminCreateUser", "Username", "new", "TemporaryPassword", TestPool.PASSWORD);
    pool.clock.move(Duration.ofDays(8));
    TestLogin.begin(pool).password("new", TestPool.PASSWORD);
    assertThat(pool.outcomes)
        .extracting(SignInOutcome::kind)
        .containsExactly(Kind.EXPIRED_PASSWORD);
    assertThat(told()).containsExactly("SignIn Fail Password:Success");
  }

  @Test
  void a_code_that_is_refused_is_told_by_whatever_way_it_came() {
    TestLogin login = TestLogin.begin(pool);
    login.password("ann", TestPool.PASSWORD);
    login.submit("authentication_code", "000000");
    JsonNode challenge = api.prove("ann", TestPool.PASSWORD, "web").body();
    String code = Fixture.totp(TestPool.TOTP, pool.clock.instant());
    login.submit("authentication_code", code);
    api.code(challenge, code);
    for (int i = 0; i < 6; i++) {
      api.code(challenge, "000000");
    }
    assertThat(pool.outcomes)
        .extracting(SignInOutcome::kind)
        .startsWith(
            Kind.PASSWORD_RIGHT,
            Kind.WRONG_CODE,
            Kind.PASSWORD_RIGHT,
            Kind.SIGNED_IN_WITH_CODE,
            Kind.USED_CODE,
            Kind.WRONG_CODE)
        .endsWith(Kind.CODE_LOCKED_OUT);
    assertThat(told().getLast()).isEqualTo("SignIn Fail Password:Success Mfa:Failure");
  }

  @Test
  void a_wrong_first_code_of_an_authenticator_app_is_told_by_whatever_way_it_came() {
    pool.admin("AdminCreateUser", "Username", "bob", "TemporaryPassword", TestPool.PASSWORD);
    TestLogin login = TestLogin.begin(pool);
    login.password("bob", TestPool.PASSWORD);
    login.submit("new_password", NEW);
    login.submit("authentication_code", "000000");
    JsonNode setUp = api.prove("bob", NEW, "web").body();
    Answer secret =
        pool.call("AssociateSoftwareToken", Map.of("Session", TestApi.session(setUp)), "");
    pool.call(
        "VerifySoftwareToken",
        Map.of("Session", TestApi.session(secret.body()), "UserCode", "000000"),
        "");
    assertThat(pool.outcomes)
        .extracting(SignInOutcome::kind)
        .containsExactly(
            Kind.PASSWORD_RIGHT, Kind.WRONG_CODE, Kind.PASSWORD_RIGHT, Kind.WRONG_CODE);
  }

  @Test
  void a_forgotten_password_is_an_activity_of_its_own() {
    forgot("ann");
    confirm("ann", "no code");
    confirm("ann", code());
    TestLogin login = TestLogin.begin(pool);
    login.submit("username", "nobody", "forgot_password", "yes");
    for (int i = 0; i < 10; i++) {
      login.submit("code", "no code", "new_password", NEW);
    }
    assertThat(told())
        .startsWith(
            "ForgotPassword InProgress",
            "ForgotPassword Fail",
            "ForgotPassword Pass",
            "ForgotPassword InProgress",
            "ForgotPassword Fail")
        .endsWith("ForgotPassword Fail");
    assertThat(pool.outcomes.getLast().kind()).isEqualTo(Kind.RECOVERY_LOCKED_OUT);
    forgot("nobody");
    assertThat(pool.outcomes.getLast().kind()).isEqualTo(Kind.RECOVERY_LOCKED_OUT);
  }

  @Test
  void a_client_that_is_told_who_exists_does_not_ask_for_names_unseen() {
    for (String operation : List.of("ForgotPassword", "ConfirmForgotPassword")) {
      assertThat(revealing(operation, "nobody").error()).isEqualTo("UserNotFoundException");
      assertThat(pool.outcomes.getLast().kind()).isEqualTo(Kind.RECOVERY_REFUSED);
    }
    assertThat(told()).containsExactly("ForgotPassword Fail", "ForgotPassword Fail");
    pool.admin("AdminDisableUser", "Username", "ann");
    assertThat(revealing("ForgotPassword", "ann").error()).isEqualTo("NotAuthorizedException");
    assertThat(told()).hasSize(3);
  }

  private Answer revealing(String operation, String name) {
    ClientSettings client = pool.client("PlainClient");
    return pool.call(
        operation,
        Map.of(
            "ClientId",
            client.id(),
            "Username",
            name,
            "SecretHash",
            client.secret().orElseThrow().hash(name, client.id()),
            "ConfirmationCode",
            "123456",
            "Password",
            NEW),
        "");
  }

  @Test
  void a_name_that_nobody_has_is_hashed_and_told_from_others() {
    for (String name : List.of("nobody", "NOBODY", "no one", TestPool.PASSWORD, "x".repeat(500))) {
      TestLogin.begin(pool).password(name, WRONG);
    }
    List<String> names =
        lines().stream().map(line -> line.at("/message/userName").asText()).toList();
    assertThat(names).allSatisfy(name -> assertThat(name).matches("[0-9a-f]{32}"));
    assertThat(names.get(1)).isEqualTo(names.getFirst());
    assertThat(names.stream().distinct()).hasSize(4);
    assertThat(lines())
        .allSatisfy(line -> assertThat(line.at("/message/userSub").isNull()).isTrue());
  }

  @Test
  void nothing_that_opens_anything_is_ever_told() {
    JsonNode challenge = api.prove("ann", TestPool.PASSWORD, "web").body();
    String code = Fixture.totp(TestPool.TOTP, pool.clock.instant());
    JsonNode tokens = api.code(challenge, code).body().path("AuthenticationResult");
    TestLogin login = TestLogin.begin(pool);
    login.password("ann", WRONG);
    login.password(TestPool.PASSWORD, WRONG);
    forgot("ann");
    String mailed = code();
    confirm("ann", "no code");
    confirm("ann", mailed);
    String told = lines().toString();
    assertThat(told)
        .doesNotContain(TestPool.PASSWORD, WRONG, NEW, TestPool.TOTP, "ann@example.com")
        .doesNotContain("\"" + code + "\"", "\"" + mailed + "\"", TestApi.session(challenge))
        .doesNotContain(tokens.path("RefreshToken").asText(), TestApi.access(tokens))
        .doesNotContain(login.hidden.values());
    assertThat(pool.outcomes.toString()).doesNotContain(TestPool.PASSWORD, WRONG, NEW);
  }

  @Test
  void a_log_that_fails_keeps_nobody_from_signing_in() {
    pool.log =
        _ -> {
          throw new IllegalStateException("no room");
        };
    assertThat(TestLogin.code(pool)).isNotEmpty();
    assertThat(TestLogin.begin(pool).password("ann", WRONG).body())
        .contains("Incorrect username or password");
    assertThat(forgot("ann").status()).isEqualTo(200);
  }

  private List<ObjectNode> lines() {
    return lines(pool);
  }

  private static List<ObjectNode> lines(TestPool pool) {
    String poolId = pool.server.settings().pool().id();
    return pool.outcomes.stream()
        .map(outcome -> parse(new UserActivityRecord(outcome, poolId).line()))
        .toList();
  }

  private List<String> told() {
    return told(pool);
  }

  /** Returns type, result and challenges of each record. */
  private static List<String> told(TestPool pool) {
    return lines(pool).stream()
        .map(line -> line.path("message"))
        .map(
            message -> {
              StringBuilder told = new StringBuilder(message.path("eventType").asText());
              told.append(' ').append(message.path("eventResponse").asText());
              for (JsonNode challenge : message.path("challenges")) {
                told.append(' ').append(challenge.path("challengeName").asText());
                told.append(':').append(challenge.path("challengeResponse").asText());
              }
              return told.toString();
            })
        .toList();
  }

  private static ObjectNode parse(String line) {
    try {
      return (ObjectNode) Fixture.JSON.readTree(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Answer forgot(String name) {
    return pool.call(
        "ForgotPassword", Map.of("ClientId", pool.client("web").id(), "Username", name), "");
  }

  private Answer confirm(String name, String code) {
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
            NEW),
        "");
  }

  private String code() {
    String text = pool.emails.getLast().text();
    return text.substring(text.length() - 6);
  }
}
