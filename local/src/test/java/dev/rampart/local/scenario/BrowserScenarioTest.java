package dev.rampart.local.scenario;

import static dev.rampart.local.scenario.Caller.ALL;
import static dev.rampart.local.scenario.Caller.NOTHING;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What pages of other origins may do: those of one origin, and no others. */
final class BrowserScenarioTest {
  private static final Running RUN = Running.shared();
  private static final String ORIGIN = "http://localhost:3000";

  @Test
  void b67_the_one_origin_may_read_answers_and_refusals() {
    Reply good = RUN.ann.get(ALL + "?limit=1", "Origin: " + ORIGIN);
    Reply bad = RUN.ann.get(ALL + "?limit=0", "Origin: " + ORIGIN);
    Reply nobody = RUN.http.send("GET", ALL, List.of("Origin: " + ORIGIN), NOTHING);
    assertThat(List.of(good.status(), bad.status(), nobody.status()))
        .containsExactly(200, 400, 401);
    for (Reply reply : List.of(good, bad, nobody)) {
      assertThat(reply.headers("Access-Control-Allow-Origin")).containsExactly(ORIGIN);
      assertThat(reply.header("Access-Control-Expose-Headers"))
          .contains("ETag", "Location", "RateLimit", "RateLimit-Policy", "Retry-After");
      assertThat(reply.headers("Access-Control-Allow-Credentials")).isEmpty();
    }
  }

  @Test
  void b67_no_other_origin_is_ever_named() {
    for (String origin :
        List.of(
            "http://evil.example",
            "null",
            "http://localhost:3001",
            "https://localhost:3000",
            "http://a.localhost:3000",
            "http://localhost:3000.evil.example")) {
      for (String target : List.of(ALL + "?limit=1", ALL + "?limit=0", "/v1/nowhere")) {
        List<String> named =
            RUN.ann.get(target, "Origin: " + origin).headers("Access-Control-Allow-Origin");
        assertThat(named).isSubsetOf(ORIGIN);
      }
    }
  }

  @Test
  void b67_a_preflight_names_what_may_be_sent() {
    List<String> fields = List.of("Origin: " + ORIGIN, "Access-Control-Request-Method: POST");

    Reply reply = RUN.http.send("OPTIONS", ALL, fields, NOTHING);

    assertThat(reply.status()).isEqualTo(204);
    assertThat(reply.header("Access-Control-Allow-Origin")).isEqualTo(ORIGIN);
    assertThat(reply.header("Access-Control-Allow-Methods")).isEqualTo("GET,HEAD,POST");
    assertThat(reply.header("Access-Control-Allow-Headers"))
        .contains("Authorization", "Idempotency-Key", "If-Match")
        .doesNotContain("*");
  }
}
