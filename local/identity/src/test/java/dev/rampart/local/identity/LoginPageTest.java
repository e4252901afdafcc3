package dev.rampart.local.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.local.identity.directory.SignInOutcome.Kind;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The pages between a client and its code. */
final class LoginPageTest {
  private final TestPool pool = new TestPool();

  @AfterEach
  void stop() {
    pool.close();
  }

  @Test
  void the_page_runs_no_script_and_cannot_be_framed() {
    HttpResponse<String> page = TestLogin.begin(pool).page;
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'")
        .contains("form-action 'self' http://localhost:8400")
        .doesNotContain("unsafe");
    assertThat(page.headers().firstValue("X-Frame-Options")).contains("DENY");
    assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(page.body()).doesNotContain("<script", "style=", "onclick");
    assertThat(pool.get("/assets/style.css").statusCode()).isEqualTo(200);
  }

  @Test
  void every_field_has_a_label() {
    String page = TestLogin.begin(pool).page.body();
    assertThat(page).contains("<html lang=\"en\">", "<title>Sign in");
    Matcher field = Pattern.compile("<input id=\"([a-z_]+)\"").matcher(page);
    assertThat(field.results().map(found -> found.group(1)))
        .containsExactly("username", "password")
        .allSatisfy(id -> assertThat(page).contains("<label for=\"" + id + "\">"));
  }

  @Test
  void the_cookie_is_out_of_reach_for_scripts_and_other_sites() {
    assertThat(TestLogin.begin(pool).page.headers().firstValue("Set-Cookie").orElse(""))
        .contains("HttpOnly", "SameSite=Strict", "Path=/login");
  }

  @Test
  void password_and_code_lead_to_a_code_with_the_state() {
    TestLogin login = TestLogin.begin(pool);
    HttpResponse<String> second = login.password("ANN", TestPool.PASSWORD);
    assertThat(second.statusCode()).isEqualTo(200);
    assertThat(second.body()).contains("name=\"authentication_code\"");
    URI location = TestLogin.location(login.oneTimeCode(TestPool.TOTP));
    assertThat(location.toString()).startsWith(TestPool.CALLBACK + "?code=");
    assertThat(TestLogin.parameter(location, "state")).isEqualTo("s1");
  }

  @Test
  void the_password_step_cannot_be_skipped() {
    TestLogin login = TestLogin.begin(pool);
    HttpResponse<String> answer = login.oneTimeCode(TestPool.TOTP);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Location")).isEmpty();
  }

  @Test
  void a_form_from_elsewhere_or_from_another_browser_ends_nothing_but_itself() {
    TestLogin login = TestLogin.begin(pool);
    Map<String, String> fields = Map.of("username", "ann", "password", TestPool.PASSWORD);
    assertThat(pool.post("/login", fields).body()).contains("This sign-in has ended");
    assertThat(login.submit("_csrf", "x", "username", "ann", "password", TestPool.PASSWORD).body())
        .contains("This sign-in has ended");
    Map<String, String> whole = new HashMap<>(login.hidden);
    whole.putAll(fields);
    String foreign = TestLogin.begin(pool).cookie;
    String guessed = login.cookie.substring(0, login.cookie.indexOf('=') + 1) + "guess";
    assertThat(pool.post("/login", whole).body()).contains("This sign-in has ended");
    for (String cookie : new String[] {foreign, guessed, login.cookie + "x"}) {
      assertThat(pool.post("/login", whole, "Cookie", cookie).body())
          .contains("This sign-in has ended");
    }
    assertThat(login.password("ann", TestPool.PASSWORD).statusCode()).isEqualTo(200);
  }

  @Test
  void two_sign_ins_in_one_browser_do_not_disturb_each_other() {
    TestLogin first = TestLogin.begin(pool);
    TestLogin second = TestLogin.begin(pool);
    String both = first.cookie + "; " + second.cookie;
    for (TestLogin login : new TestLogin[] {first, second}) {
      Map<String, String> fields = new HashMap<>(login.hidden);
      fields.putAll(Map.of("username", "ann", "password", TestPool.PASSWORD));
      assertThat(pool.post("/login", fields, "Cookie", both).body())
          .contains("authentication_code");
    }
  }

  @Test
  void a_form_is_good_once_and_for_a_quarter_of_an_hour() {
    TestLogin done = TestLogin.begin(pool);
    done.password("ann", TestPool.PASSWORD);
    assertThat(done.oneTimeCode(TestPool.TOTP).statusCode()).isEqualTo(302);
    pool.clock.move(Duration.ofSeconds(30));
    assertThat(done.oneTimeCode(TestPool.TOTP).body()).contains("This sign-in has ended");
    TestLogin late = TestLogin.begin(pool);
    pool.clock.move(Duration.ofMinutes(15));
    assertThat(late.password("ann", TestPool.PASSWORD).body()).contains("This sign-in has ended");
  }

  @Test
  void a_code_that_was_seen_before_is_refused_and_named_so() {
    String first = TestLogin.code(pool);
    TestLogin again = TestLogin.begin(pool);
    again.password("ann", TestPool.PASSWORD);
    HttpResponse<String> answer = again.oneTimeCode(TestPool.TOTP);
    assertThat(answer.body()).contains("already been used once");
    assertThat(pool.outcomes.getLast().kind()).isEqualTo(Kind.USED_CODE);
    pool.clock.move(Duration.ofSeconds(30));
    assertThat(again.oneTimeCode(TestPool.TOTP).statusCode()).isEqualTo(302);
    assertThat(first).isNotEmpty();
  }

  @Test
  void the_sixth_try_is_not_looked_at_until_the_lock_ends() {
    TestLogin login = TestLogin.begin(pool);
    for (int i = 0; i < 5; i++) {
      assertThat(login.password("ann", "wrong").body()).contains("Incorrect username or password");
    }
    assertThat(login.password("Ann", TestPool.PASSWORD).body()).contains("attempts exceeded");
    assertThat(pool.outcomes.getLast().kind()).isEqualTo(Kind.PASSWORD_LOCKED_OUT);
    pool.clock.move(Duration.ofSeconds(1));
    assertThat(login.password("ann", TestPool.PASSWORD).statusCode()).isEqualTo(200);
  }

  @Test
  void a_locked_name_tells_nothing_about_whether_it_exists() {
    for (String name : new String[] {"ann", "nobody"}) {
      TestLogin login = TestLogin.begin(pool);
      for (int i = 0; i < 5; i++) {
        assertThat(login.password(name, "wrong").statusCode()).isEqualTo(400);
      }
      assertThat(login.password(name, "wrong").body()).contains("attempts exceeded");
    }
  }

  @Test
  void one_time_codes_cannot_be_guessed_at_length() {
    TestLogin login = TestLogin.begin(pool);
    login.password("ann", TestPool.PASSWORD);
    for (int i = 0; i < 5; i++) {
      assertThat(login.submit("authentication_code", "00000" + i).statusCode()).isEqualTo(400);
    }
    assertThat(login.oneTimeCode(TestPool.TOTP).body()).contains("Too many wrong codes");
  }

  @Test
  void a_user_who_is_switched_off_is_told_after_the_right_password_only() {
    pool.call("AdminDisableUser", ofAnn());
    TestLogin login = TestLogin.begin(pool);
    assertThat(login.password("ann", "wrong").body()).contains("Incorrect username or password");
    assertThat(login.password("ann", TestPool.PASSWORD).body()).contains("User is disabled");
  }

  @Test
  void the_first_sign_in_sets_a_password_and_an_app_up() {
    String pool0 = pool.server.settings().pool().id();
    pool.call(
        "AdminCreateUser",
        Map.of(
            "UserPoolId", pool0, "Username", "bob", "TemporaryPassword", "Temp-horse-7-battery"));
    TestLogin login = TestLogin.begin(pool);
    assertThat(login.password("bob", "Temp-horse-7-battery").body())
        .contains("name=\"new_password\"", "at least 14 characters");
    assertThat(login.submit("new_password", "short").body()).contains("Password not long enough");
    String setUp = login.submit("new_password", "Own-horse-7-battery").body();
    Matcher secret = Pattern.compile("[?]secret=([A-Z2-7]{32})").matcher(setUp);
    assertThat(secret.find()).isTrue();
    assertThat(login.submit("authentication_code", "000000").body()).contains(secret.group(1));
    assertThat(login.oneTimeCode(secret.group(1)).statusCode()).isEqualTo(302);
    TestLogin next = TestLogin.begin(pool);
    assertThat(next.password("bob", "Own-horse-7-battery").body())
        .contains("Enter your code")
        .doesNotContain("secret=");
  }

  @Test
  void a_temporary_password_works_for_its_days_only() {
    String id = pool.server.settings().pool().id();
    pool.call(
        "AdminCreateUser",
        Map.of("UserPoolId", id, "Username", "bob", "TemporaryPassword", "Temp-horse-7-battery"));
    pool.clock.move(Duration.ofDays(7).plusSeconds(1));
    assertThat(TestLogin.begin(pool).password("bob", "Temp-horse-7-battery").body())
        .contains("has expired");
  }

  private Map<String, String> ofAnn() {
    return Map.of("UserPoolId", pool.server.settings().pool().id(), "Username", "ann");
  }
}
