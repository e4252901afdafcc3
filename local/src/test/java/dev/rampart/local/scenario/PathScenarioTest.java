package dev.rampart.local.scenario;

import static dev.rampart.local.scenario.Caller.ALL;
import static dev.rampart.local.scenario.Caller.NOTHING;
import static dev.rampart.local.scenario.Caller.one;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Odd paths and methods lead nowhere. */
final class PathScenarioTest {
  private static final Running RUN = Running.shared();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//v1/submissions",
        "/v1//submissions",
        "/v1/submissions/",
        "/v1/submissions/..",
        "/v1/submissions/../health",
        "/v1/submissions/%2e%2e/health",
        "/v1/submissions/%2E%2E%2fhealth",
        "/v1/./submissions",
        "/v1/submissions/%2f",
        "/v1/submissions/%5c",
        "/v1/submissions/%00",
        "/v1/submissions/%zz",
        "/v1/submissions/%",
        "/v1/submissions/%c0%ae%c0%ae",
        "/v1/submissions;a=b",
        "/v1/submissions/a;b=c",
        "/v1/submissions%3Flimit=1",
        "/v1/Submissions",
        "/V1/submissions",
        "/v1/submissions/%E2%82%AC",
        "/v1/submissions/a\\b",
        "/v1/health/../submissions",
        "/",
        "/v1",
        "/dev/v1/submissions"
      })
  void b38_an_odd_path_reaches_no_resource(String path) {
    assertThat(RUN.ann.get(path).status()).isIn(400, 404);
  }

  @Test
  void a_path_that_is_too_long_is_refused() {
    assertThat(RUN.ann.get(one("a".repeat(9_000))).status()).isEqualTo(414);
  }

  @Test
  void b41_a_method_that_a_path_has_not_is_an_unknown_route() {
    String id = RUN.ann.submitted();
    for (String method : List.of("PUT", "POST")) {
      assertThat(RUN.ann.send(method, one(id), NOTHING).problem()).isEqualTo("no-such-route");
    }
    assertThat(RUN.ann.send("DELETE", ALL, NOTHING).problem()).isEqualTo("no-such-route");
    assertThat(RUN.ann.send("POST", "/v1/health", NOTHING).status()).isEqualTo(404);
  }

  @Test
  void b48_head_says_what_get_says_without_the_body() {
    String id = RUN.ann.submitted();
    Reply get = RUN.ann.get(one(id));
    Reply head = RUN.ann.send("HEAD", one(id), NOTHING);
    assertThat(head.status()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    for (String field : List.of("ETag", "Content-Type", "Content-Length", "Cache-Control")) {
      assertThat(head.headers(field)).as(field).isEqualTo(get.headers(field)).hasSize(1);
    }
  }

  @Test
  void head_tells_strangers_no_more_than_get() {
    String id = RUN.ann.submitted();
    Reply others = RUN.bob.send("HEAD", one(id), NOTHING);
    assertThat(others.status()).isEqualTo(404);
    assertThat(others.body()).isEmpty();
    Reply nobodys = RUN.http.send("HEAD", one(id), List.of(), NOTHING);
    assertThat(nobodys.status()).isEqualTo(401);
    assertThat(nobodys.body()).isEmpty();
  }

  @Test
  void b41_trace_connect_and_unknown_methods_do_nothing() {
    for (String method : List.of("TRACE", "CONNECT", "get", "FOO", "PROPFIND", "QUERY")) {
      Reply reply = RUN.ann.send(method, ALL, NOTHING);
      assertThat(reply.status()).isEqualTo(405);
      assertThat(reply.header("Allow")).isEqualTo("GET, HEAD, OPTIONS, POST");
    }
  }

  @Test
  void b41_a_header_does_not_change_the_method() {
    String id = RUN.ann.submitted();
    for (String name : List.of("X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override")) {
      assertThat(RUN.ann.get(one(id), name + ": DELETE", "If-Match: *").status()).isEqualTo(200);
    }
    assertThat(RUN.ann.get(one(id)).json().path("status").asText()).isEqualTo("received");
  }

  @Test
  void what_is_public_needs_nobody() {
    List<String> nobody = List.<String>of();
    assertThat(RUN.http.send("GET", "/v1/health", nobody, NOTHING).json().path("status").asText())
        .isEqualTo("up");
    Reply contract = RUN.http.send("GET", "/v1/openapi.json", nobody, NOTHING);
    assertThat(contract.json().path("openapi").asText()).isEqualTo("3.1.0");
    Reply again =
        RUN.http.send(
            "GET",
            "/v1/openapi.json",
            List.of("If-None-Match: " + contract.header("ETag")),
            NOTHING);
    assertThat(again.status()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
  }
}
