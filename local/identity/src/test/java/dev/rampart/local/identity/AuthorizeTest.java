package dev.rampart.local.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What may send a browser to the sign-in page, and where a browser may be sent back to. */
final class AuthorizeTest {
  private static final TestPool POOL = new TestPool();

  @AfterAll
  static void stop() {
    POOL.close();
  }

  @Test
  void a_good_request_leads_to_the_sign_in_page() {
    HttpResponse<String> answer = authorize(TestLogin.parameters(POOL));
    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(TestLogin.location(answer).toString()).startsWith("/login?response_type=code");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example/callback",
        "http://localhost:8400/callback/",
        "http://localhost:8400/callback?x=1",
        "http://localhost:8400/callback#x",
        "http://localhost:8400/Callback",
        "HTTP://localhost:8400/callback",
        "http://localhost:8400@evil.example/callback",
        "http://localhost:84001/callback",
        "http://localhost:8400/callback%2f..%2f..",
        "http://localhost:8400/../callback",
        "//evil.example/callback",
        "/callback",
        "javascript:alert(1)",
        "http://localhost:8400/callback\r\nSet-Cookie: a=b",
        " http://localhost:8400/callback",
        "https://app.example/in",
        "https://app.example/in?tenant=2"
      })
  void a_redirect_that_is_not_the_clients_own_is_never_followed(String redirect) {
    Map<String, String> parameters = TestLogin.parameters(POOL);
    parameters.put("redirect_uri", redirect);
    for (String path : new String[] {"/oauth2/authorize?", "/login?"}) {
      HttpResponse<String> answer = POOL.get(path + TestLogin.query(parameters));
      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(answer.headers().firstValue("Location")).isEmpty();
      assertThat(answer.body()).contains("redirect_mismatch").doesNotContain("evil.example");
    }
  }

  @Test
  void a_callback_that_has_a_query_keeps_it() {
    Map<String, String> parameters = TestLogin.parameters(POOL);
    parameters.put("redirect_uri", "https://app.example/in?tenant=1");
    parameters.put("prompt", "none");
    assertThat(TestLogin.location(authorize(parameters)).toString())
        .startsWith("https://app.example/in?tenant=1&error=login_required");
  }

  @Test
  void a_client_that_does_not_exist_is_told_to_the_person_alone() {
    Map<String, String> parameters = TestLogin.parameters(POOL);
    parameters.put("client_id", "<script>alert(1)</script>");
    HttpResponse<String> answer = authorize(parameters);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Location")).isEmpty();
    assertThat(answer.body()).doesNotContain("<script");
  }

  @ParameterizedTest
  @CsvSource({
    "response_type,token,unauthorized_client",
    "response_type,code token,invalid_request",
    "response_type,'',invalid_request",
    "scope,rampart/threats.read,invalid_scope",
    "scope,' ',invalid_scope",
    "scope,aws.cognito.signin.user.admin,invalid_scope",
    "scope,rampart/submissions.read rampart/Submissions.write,invalid_scope",
    "code_challenge,'',invalid_request",
    "code_challenge,short,invalid_request",
    "code_challenge_method,plain,invalid_request",
    "code_challenge_method,'',invalid_request",
    "code_challenge_method,s256,invalid_request",
    "prompt,none,login_required"
  })
  void what_the_client_may_not_ask_is_told_to_the_client(String name, String value, String error) {
    Map<String, String> parameters = TestLogin.parameters(POOL);
    parameters.put(name, value);
    URI location = TestLogin.location(authorize(parameters));
    assertThat(location.toString()).startsWith(TestPool.CALLBACK + "?error=" + error + "&");
    assertThat(TestLogin.parameter(location, "state")).isEqualTo("s1");
    assertThat(TestLogin.parameter(location, "code")).isEmpty();
  }

  @Test
  void a_client_that_acts_for_itself_has_no_users_to_send() {
    Map<String, String> parameters = TestLogin.parameters(POOL);
    parameters.put("client_id", POOL.client("machine").id());
    assertThat(authorize(parameters).statusCode()).isEqualTo(400);
  }

  @Test
  void a_client_with_a_secret_may_leave_pkce_out_as_on_aws() {
    Map<String, String> parameters = TestLogin.parameters(POOL);
    parameters.put("client_id", POOL.client("PlainClient").id());
    parameters.put("scope", "openid");
    parameters.remove("code_challenge");
    parameters.remove("code_challenge_method");
    assertThat(TestLogin.location(authorize(parameters)).toString()).startsWith("/login?");
  }

  @Test
  void a_parameter_that_comes_twice_is_refused() {
    String query = TestLogin.query(TestLogin.parameters(POOL));
    HttpResponse<String> answer =
        POOL.get("/oauth2/authorize?" + query + "&redirect_uri=https%3A%2F%2Fevil.example");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Location")).isEmpty();
  }

  @Test
  void signing_out_leads_to_the_clients_own_page_only() {
    String client = "/logout?client_id=" + POOL.client("web").id() + "&logout_uri=";
    HttpResponse<String> own = POOL.get(client + TestPool.encode("http://localhost:8400/"));
    assertThat(TestLogin.location(own)).hasToString("http://localhost:8400/");
    HttpResponse<String> other = POOL.get(client + TestPool.encode("https://evil.example/"));
    assertThat(other.statusCode()).isEqualTo(400);
    assertThat(other.headers().firstValue("Location")).isEmpty();
  }

  private static HttpResponse<String> authorize(Map<String, String> parameters) {
    return POOL.get("/oauth2/authorize?" + TestLogin.query(parameters));
  }
}
