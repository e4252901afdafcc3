package dev.rampart.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The limits that the template sets, in its words. */
final class ThrottledTest {
  private static final int HEALTH_BURST = 20;

  @Test
  void the_health_is_told_ten_times_a_second_and_then_says_how_long_to_wait() {
    try (Running running = Running.startAsDeployed()) {
      for (int i = 0; i < HEALTH_BURST; i++) {
        assertThat(health(running).statusCode()).isEqualTo(200);
      }
      HttpResponse<String> refused = health(running);
      assertThat(refused.statusCode()).isEqualTo(429);
      JsonNode problem = Running.json(refused);
      assertThat(problem.path("gate").asText()).isEqualTo("plan");
      assertThat(problem.path("type").asText())
          .isEqualTo("https://iana.org/assignments/http-problem-types#quota-exceeded");
      assertThat(problem.path("violated-policies").path(0).asText()).isEqualTo("second");
      assertThat(refused.headers().firstValue("RateLimit-Policy")).isPresent();
      assertThat(running.log.getLast()).contains("\"responseType\":\"THROTTLED\"");

      String wait = refused.headers().firstValue("Retry-After").orElseThrow();
      running.clock.forward(Duration.ofSeconds(Integer.parseInt(wait)));
      assertThat(health(running).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void a_refused_request_reaches_no_function_and_others_are_not_refused_for_it() {
    try (Running running = Running.startAsDeployed()) {
      while (health(running).statusCode() == 200) {
        assertThat(running.events).hasSizeLessThanOrEqualTo(HEALTH_BURST);
      }
      assertThat(running.events).hasSize(HEALTH_BURST);
      assertThat(running.get("/v1/submissions").statusCode()).isEqualTo(200);
    }
  }

  private static HttpResponse<String> health(Running running) {
    return running.send(running.anonymous("/v1/health"));
  }
}
