package dev.rampart.local.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a web page of another origin may do: sign people in, as Amplify does; nothing else. */
final class CrossOriginTest {
  private static final TestPool POOL = new TestPool();
  private static final String PAGE = "http://localhost:5173";
  private static final String SIGNED =
      "AWS4-HMAC-SHA256 Credential=ADMIN/20261124/eu-west-1/cognito-idp/aws4_request, "
          + "SignedHeaders=host, Signature=0";

  @AfterAll
  static void stop() {
    POOL.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/                                     | POST     | *",
        "/oauth2/token                         | GET,POST | authorization,*",
        "/oauth2/revoke                        | GET,POST | authorization,*",
        "/oauth2/userInfo                      | GET,POST | authorization,*",
        "/{pool}/.well-known/jwks.json            | GET   | *",
        "/{pool}/.well-known/openid-configuration | GET   | *"
      })
  void a_browser_is_told_that_a_page_may_call(String path, String methods, String headers) {
    HttpResponse<String> answer = preflight(path.replace("{pool}", poolId()));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertHeader(answer, "Access-Control-Allow-Origin", "*");
    assertHeader(answer, "Access-Control-Allow-Methods", methods);
    assertHeader(answer, "Access-Control-Allow-Headers", headers);
    assertHeader(answer, "Access-Control-Max-Age", "172800");
    assertThat(answer.headers().firstValue("Access-Control-Allow-Credentials")).isEmpty();
    assertThat(answer.body()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/login", "/logout", "/oauth2/authorize", "/assets/style.css", "/nothing"})
  void a_browser_is_not_told_so_of_pages(String path) {
    HttpResponse<String> answer = preflight(path);
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    assertThat(POOL.get(path).headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
  }

  @Test
  void a_page_may_read_answers_and_refusals_of_the_api() {
    HttpResponse<String> refused = call("InitiateAuth", "{\"ClientId\":\"no\\r\\nbody\"}");
    assertHeader(refused, "Access-Control-Allow-Origin", "*");
    assertHeader(
        refused,
        "Access-Control-Expose-Headers",
        "x-amzn-RequestId,x-amzn-ErrorType,x-amzn-ErrorMessage,Date");
    assertHeader(refused, "x-amzn-ErrorType", "ResourceNotFoundException:");
    assertHeader(refused, "x-amzn-ErrorMessage", "User pool client no??body does not exist.");
    assertThat(refused.headers().firstValue("x-amzn-RequestId")).isPresent();
    HttpResponse<String> good =
        call(
            "InitiateAuth",
            """
            {"ClientId": "%s", "AuthFlow": "USER_SRP_AUTH",
             "AuthParameters": {"USERNAME": "ann", "SRP_A": "123456"}}
            """
                .formatted(POOL.client("web").id()));
    assertThat(good.statusCode()).isEqualTo(200);
    assertHeader(good, "Access-Control-Allow-Origin", "*");
    assertThat(good.headers().firstValue("x-amzn-ErrorType")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ListUsers", "AdminGetUser", "AdminCreateUser", "AdminDeleteUser"})
  void a_page_does_not_administer_even_with_an_access_key(String operation) {
    Map<String, String> input = Map.of("UserPoolId", poolId(), "Username", "ann");
    HttpResponse<String> answer =
        call(operation, Fixture.JSON.valueToTree(input).toString(), "Authorization", SIGNED);
    assertHeader(answer, "x-amzn-ErrorType", "AccessDeniedException:");
    assertThat(POOL.call(operation, input, "").error())
        .isEqualTo("MissingAuthenticationTokenException");
  }

  @ParameterizedTest
  @CsvSource({
    "Origin,http://localhost:5173",
    "Origin,http://127.0.0.1",
    "Origin,null",
    "Sec-Fetch-Site,cross-site",
    "Sec-Fetch-Site,same-site"
  })
  void a_page_does_not_send_the_sign_in_form(String name, String value) {
    TestLogin login = TestLogin.begin(POOL);
    HttpResponse<String> refused = password(login, name, value);
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.body()).contains("sent by another site");
    assertThat(login.password("ann", TestPool.PASSWORD).body()).contains("Enter your code");
  }

  @ParameterizedTest
  @CsvSource({"Origin,", "Sec-Fetch-Site,same-origin"})
  void the_sign_in_page_itself_does(String name, String value) {
    String own = value == null ? POOL.server.url() : value;
    assertThat(password(TestLogin.begin(POOL), name, own).body()).contains("Enter your code");
  }

  private static HttpResponse<String> password(TestLogin login, String name, String value) {
    Map<String, String> form = new LinkedHashMap<>(login.hidden);
    form.put("username", "ann");
    form.put("password", TestPool.PASSWORD);
    return POOL.post("/login", form, "Cookie", login.cookie, name, value);
  }

  private static HttpResponse<String> preflight(String path) {
    return POOL.send(
        HttpRequest.newBuilder(URI.create(POOL.server.url() + path))
            .method("OPTIONS", BodyPublishers.noBody())
            .header("Origin", PAGE)
            .header("Access-Control-Request-Method", "POST")
            .header("Access-Control-Request-Headers", "content-type,x-amz-target"));
  }

  private static HttpResponse<String> call(String operation, String body, String... more) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(POOL.server.url() + "/"))
            .header("Origin", PAGE)
            .header("Content-Type", "application/x-amz-json-1.1")
            .header("X-Amz-Target", "AWSCognitoIdentityProviderService." + operation)
            .POST(BodyPublishers.ofString(body));
    return POOL.send(more.length == 0 ? request : request.headers(more));
  }

  private static String poolId() {
    return POOL.server.settings().pool().id();
  }

  private static void assertHeader(HttpResponse<String> answer, String name, String value) {
    assertThat(answer.headers().firstValue(name)).contains(value);
  }
}
