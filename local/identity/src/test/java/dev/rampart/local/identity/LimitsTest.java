package dev.rampart.local.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What clients can make the pool keep has a largest number, and a largest size each. */
final class LimitsTest {
  private final TestPool pool = new TestPool();

  @AfterEach
  void stop() {
    pool.close();
  }

  @ParameterizedTest
  @CsvSource({"state,4096,abcd", "nonce,1024,éé"})
  void a_parameter_that_is_kept_for_the_way_back_has_a_largest_size(
      String name, int bytesMax, String fourBytes) {
    assertThat(login(name, fourBytes.repeat(bytesMax / 4)).statusCode()).isEqualTo(200);
    HttpResponse<String> refused = login(name, fourBytes.repeat(bytesMax / 4) + "x");
    String said = refused.body() + refused.headers().firstValue("Location").orElse("");
    assertThat(refused.statusCode()).isIn(302, 400);
    assertThat(said.replace('+', ' ')).contains(name + " is longer than " + bytesMax + " bytes");
    assertThat(said).hasSizeLessThan(2_000);
  }

  @Test
  void the_sign_in_that_waited_longest_makes_room_for_the_newest() {
    TestLogin first = TestLogin.begin(pool);
    TestLogin last = first;
    for (int i = 0; i < 2_000; i++) {
      last = TestLogin.begin(pool);
    }
    assertThat(first.password("ann", TestPool.PASSWORD).body()).contains("has ended");
    assertThat(last.password("ann", TestPool.PASSWORD).body()).contains("Enter your code");
  }

  @Test
  void an_attribute_has_a_largest_size() {
    assertThat(create("bob", "x@" + "x".repeat(2_046)).status()).isEqualTo(200);
    assertThat(create("bea", "x@" + "x".repeat(2_047)).error())
        .isEqualTo("InvalidParameterException");
  }

  private TestPool.Answer create(String name, String email) {
    return pool.call(
        "AdminCreateUser",
        Map.of(
            "UserPoolId",
            pool.server.settings().pool().id(),
            "Username",
            name,
            "MessageAction",
            "SUPPRESS",
            "UserAttributes",
            List.of(Map.of("Name", "email", "Value", email))));
  }

  private HttpResponse<String> login(String name, String value) {
    Map<String, String> parameters = TestLogin.parameters(pool);
    parameters.put(name, value);
    return pool.get("/login?" + TestLogin.query(parameters));
  }
}
