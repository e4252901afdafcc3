package dev.rampart.local.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.local.identity.TestPool.Answer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How users change their own email address, and verify it. */
final class EmailVerificationTest {
  private final TestPool pool =
      TestPool.changed(
          Fixture.in(
              "UserPool",
              p -> p.putArray("Schema").addObject().put("Name", "email").put("Required", true)));
  private final String token =
      TestApi.access(new TestApi(pool).signIn().path("AuthenticationResult"));

  @AfterEach
  void stop() {
    pool.close();
  }

  @Test
  void a_new_address_is_verified_by_the_code_that_is_sent_to_it() {
    Answer updated = update("email", "New@Example.com");
    assertThat(updated.body().at("/CodeDeliveryDetailsList/0/Destination").asText())
        .isEqualTo("n***@e***");
    assertThat(pool.emails.getLast().recipient()).isEqualTo("new@example.com");
    assertThat(verified()).isEqualTo("false");
    assertThat(verify("no code").error()).isEqualTo("CodeMismatchException");
    assertThat(verify(code()).status()).isEqualTo(200);
    assertThat(verified()).isEqualTo("true");
    assertThat(verify(code()).error()).isEqualTo("ExpiredCodeException");
  }

  @Test
  void a_code_that_was_sent_to_one_address_verifies_no_other() {
    update("email", "one@example.com");
    pool.admin(
        "AdminUpdateUserAttributes", "Username", "ann", "UserAttributes", list("two@example.com"));
    assertThat(verify(code()).error()).isEqualTo("CodeMismatchException");
    assertThat(verified()).isEqualTo("false");
  }

  @Test
  void a_code_is_sent_again_but_not_without_end() {
    for (int i = 0; i < 10; i++) {
      Answer sent = call("GetUserAttributeVerificationCode", Map.of("AttributeName", "email"));
      assertThat(sent.body().at("/CodeDeliveryDetails/AttributeName").asText()).isEqualTo("email");
    }
    assertThat(call("GetUserAttributeVerificationCode", Map.of("AttributeName", "email")).error())
        .isEqualTo("LimitExceededException");
    assertThat(pool.emails).hasSize(10);
  }

  @Test
  void attempts_are_counted_for_the_user_whatever_the_address_and_whether_or_not_it_is_verified() {
    for (int i = 0; i < 5; i++) {
      assertThat(update("email", "new" + i + "@example.com").status()).isEqualTo(200);
      assertThat(verify(code()).status()).isEqualTo(200);
    }
    assertThat(update("email", "new@example.com").error()).isEqualTo("LimitExceededException");
    assertThat(pool.emails).hasSize(5);
  }

  @Test
  void a_change_that_is_refused_for_too_many_attempts_changes_nothing() {
    for (int i = 0; i < 10; i++) {
      call("GetUserAttributeVerificationCode", Map.of("AttributeName", "email"));
    }
    assertThat(update("email", "new@example.com").error()).isEqualTo("LimitExceededException");
    assertThat(attributes())
        .isEqualTo(Map.of("email", "ann@example.com", "email_verified", "true"));
  }

  @Test
  void an_address_that_does_not_conform_gets_no_code() {
    assertThat(update("email", "new@").error()).isEqualTo("InvalidParameterException");
    assertThat(pool.emails).isEmpty();
  }

  @Test
  void a_required_attribute_is_not_taken_away_by_anybody() {
    assertThat(update("email", "").message())
        .isEqualTo("user.email: Required attribute cannot be deleted.");
    assertThat(
            pool.admin("AdminUpdateUserAttributes", "Username", "ann", "UserAttributes", list(""))
                .error())
        .isEqualTo("InvalidParameterException");
    assertThat(attributes()).containsEntry("email", "ann@example.com");
  }

  @Test
  void a_change_names_an_attribute() {
    assertThat(call("UpdateUserAttributes", Map.of()).message())
        .contains("'userAttributes'", "must not be null");
    assertThat(call("UpdateUserAttributes", Map.of("UserAttributes", List.of())).message())
        .contains("'userAttributes'", "greater than or equal to 1");
    assertThat(pool.admin("AdminUpdateUserAttributes", "Username", "ann").error())
        .isEqualTo("InvalidParameterException");
    assertThat(
            pool.admin("AdminUpdateUserAttributes", "Username", "ann", "UserAttributes", List.of())
                .error())
        .isEqualTo("InvalidParameterException");
  }

  @Test
  void nobody_says_of_an_own_address_that_it_is_verified() {
    assertThat(update("email_verified", "true").error()).isEqualTo("NotAuthorizedException");
    assertThat(update("custom:role", "admin").error()).isEqualTo("InvalidParameterException");
    assertThat(update("email", "not an address").error()).isEqualTo("InvalidParameterException");
    assertThat(call("VerifyUserAttribute", Map.of("AttributeName", "sub", "Code", "1")).error())
        .isEqualTo("InvalidParameterException");
  }

  @Test
  void the_same_address_stays_verified_and_gets_no_code() {
    assertThat(update("email", "ANN@example.com").body().path("CodeDeliveryDetailsList")).isEmpty();
    assertThat(verified()).isEqualTo("true");
    assertThat(pool.emails).isEmpty();
  }

  private Answer update(String name, String value) {
    return call(
        "UpdateUserAttributes",
        Map.of("UserAttributes", List.of(Map.of("Name", name, "Value", value))));
  }

  private Answer verify(String code) {
    return call("VerifyUserAttribute", Map.of("AttributeName", "email", "Code", code));
  }

  private Answer call(String operation, Map<String, ?> input) {
    Map<String, Object> shown = new LinkedHashMap<>(input);
    shown.put("AccessToken", token);
    return pool.call(operation, shown, "");
  }

  private static List<Map<String, String>> list(String email) {
    return List.of(Map.of("Name", "email", "Value", email));
  }

  private String verified() {
    return attributes().getOrDefault("email_verified", "");
  }

  private Map<String, String> attributes() {
    return pool.server.users().getFirst().attributes();
  }

  private String code() {
    String text = pool.emails.getLast().text();
    return text.substring(text.length() - 6);
  }
}
