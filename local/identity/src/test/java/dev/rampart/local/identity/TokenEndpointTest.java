package dev.rampart.local.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.identity.client.IssuedTokens;
import dev.rampart.local.identity.settings.ClientSettings;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code /oauth2/token} and {@code /oauth2/revoke}. */
final class TokenEndpointTest {
  private final TestPool pool = new TestPool();
  private final TestOAuth oauth = new TestOAuth(pool);

  @AfterEach
  void stop() {
    pool.close();
  }

  @Test
  void a_code_with_its_verifier_gives_tokens_that_nobody_may_keep() {
    HttpResponse<String> answer = oauth.token(oauth.exchange(TestLogin.code(pool)));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(TestPool.json(answer).properties())
        .extracting(Map.Entry::getKey)
        .containsExactlyInAnyOrder(
            "access_token", "id_token", "refresh_token", "expires_in", "token_type");
  }

  @ParameterizedTest
  @CsvSource({
    "code_verifier,'',invalid_grant",
    "code_verifier,wBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk,invalid_grant",
    "code_verifier,short,invalid_grant",
    "redirect_uri,'',invalid_grant",
    "redirect_uri,https://app.example/in?tenant=1,invalid_grant",
    "code,7b6f3c1e-0000-4000-8000-000000000000,invalid_grant",
    "code,'',invalid_request",
    "client_id,'',invalid_request",
    "client_id,nobody,invalid_client",
    "client_secret,guess,invalid_client",
    "grant_type,'',invalid_request",
    "grant_type,password,unsupported_grant_type",
    "grant_type,client_credentials,unauthorized_client"
  })
  void a_code_is_exchanged_only_as_it_was_asked_for(String name, String value, String error) {
    Map<String, String> form = oauth.exchange(TestLogin.code(pool));
    form.put(name, value);
    assertRefused(oauth.token(form), error);
  }

  @Test
  void a_code_is_used_up_by_a_wrong_verifier() {
    Map<String, String> form = oauth.exchange(TestLogin.code(pool));
    form.put("code_verifier", "wBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk");
    assertRefused(oauth.token(form), "invalid_grant");
    form.put("code_verifier", TestLogin.VERIFIER);
    assertRefused(oauth.token(form), "invalid_grant");
  }

  @Test
  void a_code_that_comes_twice_ends_what_came_of_it() {
    Map<String, String> form = oauth.exchange(TestLogin.code(pool));
    String refreshToken = TestPool.json(oauth.token(form)).path("refresh_token").asText();
    assertRefused(oauth.token(form), "invalid_grant");
    assertRefused(oauth.refresh(refreshToken), "invalid_grant");
  }

  @Test
  void a_code_of_one_client_is_nothing_to_another() {
    ClientSettings other = pool.client("PlainClient");
    Map<String, String> form = oauth.exchange(TestLogin.code(pool));
    form.put("client_id", other.id());
    form.put("client_secret", TestOAuth.secret(other));
    assertRefused(oauth.token(form), "invalid_grant");
  }

  @Test
  void a_code_is_good_for_five_minutes() {
    Map<String, String> form = oauth.exchange(TestLogin.code(pool));
    pool.clock.move(Duration.ofMinutes(5));
    assertRefused(oauth.token(form), "invalid_grant");
  }

  @Test
  void refreshing_replaces_the_refresh_token_and_keeps_the_sign_in() {
    IssuedTokens first = pool.tokens("openid");
    pool.clock.move(Duration.ofMinutes(20));
    JsonNode second = TestPool.json(oauth.refresh(first.refreshToken().orElseThrow()));
    assertThat(second.path("refresh_token").asText()).isNotEqualTo(first.refreshToken().get());
    Map<String, Object> before = TestPool.claims(first.accessToken()).getClaims();
    Map<String, Object> after = TestPool.claims(second.path("access_token").asText()).getClaims();
    assertThat(after.get("origin_jti")).isEqualTo(before.get("origin_jti"));
    assertThat(after.get("auth_time")).isEqualTo(before.get("auth_time"));
    assertThat(after.get("scope")).isEqualTo("openid");
    assertThat(after.get("jti")).isNotEqualTo(before.get("jti"));
    assertThat(second.has("id_token")).isTrue();
    assertThat(oauth.refresh(second.path("refresh_token").asText()).statusCode()).isEqualTo(200);
  }

  @Test
  void an_old_refresh_token_works_for_the_time_of_grace_only() {
    String old = pool.tokens().refreshToken().orElseThrow();
    assertThat(oauth.refresh(old).statusCode()).isEqualTo(200);
    pool.clock.move(Duration.ofSeconds(9));
    assertThat(oauth.refresh(old).statusCode()).isEqualTo(200);
    pool.clock.move(Duration.ofSeconds(1));
    assertRefused(oauth.refresh(old), "invalid_grant");
  }

  @Test
  void a_refresh_token_of_one_client_is_nothing_to_another() {
    ClientSettings other = pool.client("PlainClient");
    String token = pool.tokens().refreshToken().orElseThrow();
    Map<String, String> form =
        Map.of(
            "grant_type",
            "refresh_token",
            "client_id",
            other.id(),
            "client_secret",
            TestOAuth.secret(other),
            "refresh_token",
            token);
    assertRefused(oauth.token(form), "invalid_grant");
    assertThat(oauth.refresh(token).statusCode()).isEqualTo(200);
  }

  @Test
  void a_chain_of_refresh_tokens_ends_when_the_first_would_have() {
    String token = pool.tokens().refreshToken().orElseThrow();
    pool.clock.move(Duration.ofDays(29));
    String next = TestPool.json(oauth.refresh(token)).path("refresh_token").asText();
    pool.clock.move(Duration.ofDays(1));
    assertRefused(oauth.refresh(next), "invalid_grant");
  }

  @Test
  void a_user_who_is_gone_or_switched_off_is_not_refreshed() {
    String token = pool.tokens().refreshToken().orElseThrow();
    Map<String, String> ann =
        Map.of("UserPoolId", pool.server.settings().pool().id(), "Username", "ann");
    pool.call("AdminDisableUser", ann);
    pool.call("AdminEnableUser", ann);
    assertRefused(oauth.refresh(token), "invalid_grant");
    String other = pool.tokens().refreshToken().orElseThrow();
    pool.call("AdminDeleteUser", ann);
    assertRefused(oauth.refresh(other), "invalid_grant");
  }

  @Test
  void a_revoked_refresh_token_takes_its_whole_sign_in_along() {
    IssuedTokens tokens = pool.tokens("openid");
    String refreshToken = tokens.refreshToken().orElseThrow();
    String rotated = TestPool.json(oauth.refresh(refreshToken)).path("refresh_token").asText();
    assertThat(oauth.userInfo(tokens.accessToken()).statusCode()).isEqualTo(200);
    assertThat(oauth.revoke(rotated).statusCode()).isEqualTo(200);
    assertRefused(oauth.refresh(rotated), "invalid_grant");
    assertThat(oauth.userInfo(tokens.accessToken()).statusCode()).isEqualTo(401);
    assertThat(oauth.revoke("never-heard-of").statusCode()).isEqualTo(200);
    assertRefused(oauth.revoke(tokens.accessToken()), "unsupported_token_type");
  }

  @Test
  void a_machine_gets_the_scopes_of_its_client_and_is_nobodys_user() {
    ClientSettings machine = pool.client("machine");
    JsonNode answer = TestPool.json(machine(Map.of()));
    assertThat(answer.has("refresh_token")).isFalse();
    assertThat(answer.has("id_token")).isFalse();
    Map<String, Object> claims = TestPool.claims(answer.path("access_token").asText()).getClaims();
    assertThat(claims)
        .containsEntry("sub", machine.id())
        .containsEntry("client_id", machine.id())
        .containsEntry("token_use", "access")
        .containsEntry("scope", "rampart/submissions.read rampart/submissions.write")
        .doesNotContainKeys("username", "cognito:groups", "origin_jti");
    JsonNode one = TestPool.json(machine(Map.of("scope", "rampart/submissions.read")));
    assertThat(TestPool.claims(one.path("access_token").asText()).getClaim("scope"))
        .isEqualTo("rampart/submissions.read");
  }

  @Test
  void a_machine_does_not_get_what_its_client_may_not_have() {
    for (String scope :
        new String[] {"rampart/threats.read", "openid", "rampart/submissions.read  x", "*", " "}) {
      assertRefused(machine(Map.of("scope", scope)), "invalid_scope");
    }
  }

  @Test
  void a_machine_shows_its_secret_in_the_header_or_in_the_form_but_once() {
    ClientSettings machine = pool.client("machine");
    String right = basic(machine.id(), TestOAuth.secret(machine));
    Map<String, String> form = Map.of("grant_type", "client_credentials");
    assertThat(pool.post("/oauth2/token", form, "Authorization", right).statusCode())
        .isEqualTo(200);
    String wrong = basic(machine.id(), TestOAuth.secret(machine) + "x");
    assertRefused(pool.post("/oauth2/token", form, "Authorization", wrong), "invalid_client");
    assertRefused(pool.post("/oauth2/token", form, "Authorization", "Basic !!!"), "invalid_client");
    assertRefused(pool.post("/oauth2/token", form, "Authorization", "Bearer x"), "invalid_client");
    assertRefused(
        pool.post(
            "/oauth2/token",
            Map.of("grant_type", "client_credentials", "client_id", pool.client("web").id()),
            "Authorization",
            right),
        "invalid_request");
    assertRefused(
        pool.post(
            "/oauth2/token", Map.of("grant_type", "client_credentials", "client_id", machine.id())),
        "invalid_client");
  }

  @Test
  void without_rotation_a_refresh_token_stays_the_same_until_it_expires() {
    ClientSettings plain = pool.client("PlainClient");
    Map<String, String> parameters = TestLogin.parameters(pool);
    parameters.put("client_id", plain.id());
    parameters.put("scope", "openid");
    Map<String, String> form = oauth.exchange(TestLogin.code(pool, parameters));
    form.put("client_id", plain.id());
    form.put("client_secret", TestOAuth.secret(plain));
    JsonNode first = TestPool.json(oauth.token(form));
    form.put("grant_type", "refresh_token");
    form.put("refresh_token", first.path("refresh_token").asText());
    JsonNode second = TestPool.json(oauth.token(form));
    assertThat(second.has("access_token")).isTrue();
    assertThat(second.has("refresh_token")).isFalse();
    pool.clock.move(Duration.ofDays(30));
    assertRefused(oauth.token(form), "invalid_grant");
  }

  @Test
  void a_code_may_come_without_a_verifier_only_if_it_was_asked_for_without() {
    ClientSettings plain = pool.client("PlainClient");
    Map<String, String> parameters = TestLogin.parameters(pool);
    parameters.put("client_id", plain.id());
    parameters.put("scope", "openid");
    parameters.remove("code_challenge");
    parameters.remove("code_challenge_method");
    Map<String, String> form = oauth.exchange(TestLogin.code(pool, parameters));
    form.put("client_id", plain.id());
    form.put("client_secret", TestOAuth.secret(plain));
    assertRefused(oauth.token(form), "invalid_grant");
    pool.clock.move(Duration.ofSeconds(30));
    form.put("code", TestLogin.code(pool, parameters));
    form.remove("code_verifier");
    assertThat(oauth.token(form).statusCode()).isEqualTo(200);
  }

  @Test
  void user_info_needs_a_good_access_token_with_openid() {
    IssuedTokens tokens = pool.tokens("openid");
    HttpResponse<String> answer = oauth.userInfo(tokens.accessToken());
    assertThat(TestPool.json(answer).path("email").asText()).isEqualTo("ann@example.com");
    assertThat(oauth.userInfo(tokens.idToken().orElseThrow()).statusCode()).isEqualTo(401);
    assertThat(oauth.userInfo("x.y.z").statusCode()).isEqualTo(401);
    assertThat(pool.get("/oauth2/userInfo").statusCode()).isEqualTo(400);
    String narrow = pool.tokens("rampart/submissions.read").accessToken();
    assertThat(oauth.userInfo(narrow).statusCode()).isEqualTo(403);
    pool.clock.move(Duration.ofMinutes(15));
    assertThat(oauth.userInfo(tokens.accessToken()).body()).contains("expired");
  }

  private HttpResponse<String> machine(Map<String, String> more) {
    ClientSettings machine = pool.client("machine");
    Map<String, String> form = new LinkedHashMap<>(more);
    form.put("grant_type", "client_credentials");
    form.put("client_id", machine.id());
    form.put("client_secret", TestOAuth.secret(machine));
    return oauth.token(form);
  }

  private static String basic(String id, String secret) {
    byte[] pair = (id + ":" + secret).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(pair);
  }

  private static void assertRefused(HttpResponse<String> answer, String error) {
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(TestPool.json(answer).path("error").asText()).isEqualTo(error);
    assertThat(answer.body()).doesNotContain("token\":", "Exception");
  }
}
