package dev.rampart.local.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is sent, the answer is a refusal in plain words. */
final class HostileHttpTest {
  private static final TestPool POOL = new TestPool();
  private static final List<String> POSTS = List.of("/login", "/oauth2/token", "/oauth2/revoke");

  @AfterAll
  static void stop() {
    POOL.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a=%",
        "a=%4",
        "a=%zz",
        "a=%ff",
        "a=%c0%af",
        "a=%ed%a0%80",
        "a=ü",
        "a=1&a=2",
        "%61=1&a=2",
        "=",
        "&&&",
        "a==b",
        "{\"grant_type\":\"x\"}"
      })
  void a_form_that_is_broken_or_empty_is_refused(String body) {
    for (String path : POSTS) {
      assertRefused(POOL.postRaw(path, body));
    }
    assertRefused(
        POOL.get("/login?" + body.replaceAll("[^ -~]|[{}\"]", "%ff").replace("%", "%25")));
  }

  @Test
  void a_body_that_is_too_large_is_refused_unread() {
    for (String path : List.of("/", "/login", "/oauth2/token")) {
      assertThat(POOL.postRaw(path, "a=" + "x".repeat(64 * 1024)).statusCode()).isEqualTo(413);
    }
  }

  @Test
  void a_head_that_is_too_large_is_refused() {
    String long16k = "x".repeat(16 * 1024);
    assertThat(POOL.get("/login?state=" + long16k).statusCode()).isEqualTo(414);
    HttpRequest.Builder cookie =
        HttpRequest.newBuilder(URI.create(POOL.server.url() + "/login"))
            .header("Cookie", "signin-1=" + long16k);
    assertThat(POOL.send(cookie).statusCode()).isEqualTo(431);
  }

  @Test
  void a_form_has_to_say_that_it_is_one() {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(POOL.server.url() + "/oauth2/token"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("grant_type=client_credentials"));
    assertRefused(POOL.send(request));
  }

  @Test
  void many_fields_are_refused() {
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < 1000; i++) {
      body.append("&f").append(i).append('=');
    }
    assertRefused(POOL.postRaw("/oauth2/token", body.toString()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/nothing",
        "/oauth2/token",
        "/LOGIN",
        "/login/",
        "/%6cogin",
        "/eu-west-1_AAAAAAAAA/.well-known/jwks.json",
        "/oauth2/authorize/"
      })
  void what_is_not_there_is_not_found(String path) {
    assertThat(POOL.get(path).statusCode()).isEqualTo(404);
  }

  @Test
  void other_methods_are_not_found() {
    for (String method : List.of("PUT", "DELETE", "PATCH")) {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create(POOL.server.url() + "/oauth2/token"))
              .method(method, BodyPublishers.noBody());
      assertThat(POOL.send(request).statusCode()).isEqualTo(404);
    }
  }

  @Test
  void a_name_that_a_page_elsewhere_points_at_this_machine_is_not_answered() throws Exception {
    assertThat(raw("GET /login HTTP/1.1\r\nHost: evil.example\r\n")).contains(" 421 ");
    assertThat(raw("GET /login HTTP/1.1\r\nHost: 127.0.0.1.evil.example:80\r\n")).contains(" 421 ");
    assertThat(raw("GET /login HTTP/1.1\r\n")).contains(" 400 ");
    assertThat(raw("GET /login HTTP/1.1\r\nHost: localhost:1\r\n"))
        .contains(" 400 ")
        .contains("This app client does not exist.");
  }

  @Test
  void two_header_fields_of_one_name_are_refused() throws Exception {
    String twice = "Host: localhost\r\nAuthorization: Bearer a\r\nAuthorization: Bearer b\r\n";
    assertThat(raw("GET /oauth2/userInfo HTTP/1.1\r\n" + twice)).contains(" 400 ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "[]", "null", "1", "\"x\"", "{", "{\"a\":", "{\"ClientId\":{}}", "\u0000"})
  void a_call_that_is_no_object_or_lacks_members_is_refused(String body) {
    for (String operation : List.of("InitiateAuth", "GetUser", "AdminGetUser", "Nothing")) {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create(POOL.server.url() + "/"))
              .header("X-Amz-Target", "AWSCognitoIdentityProviderService." + operation)
              .POST(BodyPublishers.ofString(body));
      HttpResponse<String> answer = POOL.send(request);
      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(answer.body()).contains("\"__type\"").doesNotContain("java");
    }
  }

  private static void assertRefused(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).doesNotContain("java.", "Exception");
  }

  private static String raw(String head) throws IOException {
    try (Socket socket =
        new Socket(InetAddress.getLoopbackAddress(), URI.create(POOL.server.url()).getPort())) {
      socket
          .getOutputStream()
          .write((head + "Connection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
