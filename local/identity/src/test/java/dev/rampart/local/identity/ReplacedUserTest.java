package dev.rampart.local.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.identity.TestPool.Answer;
import dev.rampart.local.identity.directory.NewUser;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A sign-in that one user began does not go on as another who has got the name meanwhile. */
final class ReplacedUserTest {
  private static final String OTHER_PASSWORD = "Another-horse-8-battery";

  private final TestPool pool = new TestPool();
  private final TestApi api = new TestApi(pool);

  @AfterEach
  void stop() {
    pool.close();
  }

  @Test
  void a_proof_of_a_password_that_the_user_does_not_have_any_more_is_wrong() {
    Answer begun = api.begin("ann", "web");
    pool.admin(
        "AdminSetUserPassword", "Username", "ann", "Password", OTHER_PASSWORD, "Permanent", true);
    assertThat(api.respond(begun, "ann", TestPool.PASSWORD, "web").message())
        .isEqualTo("Incorrect username or password.");
  }

  @Test
  void a_one_time_code_does_not_sign_in() {
    JsonNode challenge = api.prove("ann", TestPool.PASSWORD, "web").body();
    replace();
    assertThat(api.code(challenge, code()).message()).isEqualTo("Invalid session for the user.");
  }

  @Test
  void a_new_password_is_not_set() {
    makeBob();
    JsonNode challenge = api.prove("bob", TestPool.PASSWORD, "web").body();
    assertThat(challenge.path("ChallengeName").asText()).isEqualTo("NEW_PASSWORD_REQUIRED");
    pool.admin("AdminDeleteUser", "Username", "bob");
    makeBob();
    assertThat(api.newPassword(challenge, OTHER_PASSWORD).message())
        .isEqualTo("Invalid session for the user.");
  }

  @Test
  void an_authenticator_app_is_not_set_up() {
    makeBob();
    JsonNode challenge = api.prove("bob", TestPool.PASSWORD, "web").body();
    JsonNode setUp = api.newPassword(challenge, OTHER_PASSWORD).body();
    Answer secret =
        pool.call("AssociateSoftwareToken", Map.of("Session", TestApi.session(setUp)), "");
    pool.admin("AdminDeleteUser", "Username", "bob");
    makeBob();
    String code = Fixture.totp(secret.body().path("SecretCode").asText(), pool.clock.instant());
    Answer verified =
        pool.call(
            "VerifySoftwareToken",
            Map.of("Session", TestApi.session(secret.body()), "UserCode", code),
            "");
    assertThat(verified.message()).isEqualTo("Invalid session for the user.");
  }

  @Test
  void the_pages_end_the_sign_in() {
    TestLogin login = TestLogin.begin(pool);
    login.password("ann", TestPool.PASSWORD);
    replace();
    assertThat(login.oneTimeCode(TestPool.TOTP).body()).contains("This sign-in has ended");
  }

  @Test
  void the_pages_end_the_sign_in_of_a_user_who_is_switched_off() {
    makeBob();
    TestLogin login = TestLogin.begin(pool);
    assertThat(login.password("bob", TestPool.PASSWORD).body()).contains("Choose a new password");
    pool.admin("AdminDisableUser", "Username", "bob");
    assertThat(login.submit("new_password", OTHER_PASSWORD).body())
        .contains("This sign-in has ended");
  }

  private void makeBob() {
    pool.admin("AdminCreateUser", "Username", "bob", "TemporaryPassword", TestPool.PASSWORD);
  }

  /** Gives Ann's name, and her authenticator app, to another user. */
  private void replace() {
    pool.admin("AdminDeleteUser", "Username", "ann");
    pool.server.createUser(
        new NewUser(
            "ann", OTHER_PASSWORD, Optional.empty(), Optional.of(TestPool.TOTP), List.of()));
  }

  private String code() {
    return Fixture.totp(TestPool.TOTP, pool.clock.instant());
  }
}
