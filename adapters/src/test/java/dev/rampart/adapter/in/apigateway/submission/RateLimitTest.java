package dev.rampart.adapter.in.apigateway.submission;

import static dev.rampart.adapter.in.apigateway.submission.TestApi.GOOD;
import static dev.rampart.domain.submission.Examples.ANN;
import static dev.rampart.domain.submission.Examples.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.detection.signal.DetectionPoint;
import dev.rampart.domain.detection.signal.Signal;
import dev.rampart.domain.submission.Owner;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How many requests one caller may send, and what callers are told of it. */
final class RateLimitTest {
  private static final int QUOTA = 4;

  private final TestApi api = new TestApi(QUOTA);

  private Answered list(Owner owner) {
    return api.send(Call.of("GET", "/v1/submissions").as(owner));
  }

  private Answered health() {
    return api.send(Call.of("GET", "/v1/health"));
  }

  private void useUp(Owner owner) {
    for (int i = 0; i < QUOTA; i++) {
      assertThat(list(owner).status()).isEqualTo(200);
    }
  }

  @Test
  void every_answer_says_what_the_limit_is_and_what_is_left() {
    for (int left = QUOTA - 1; left >= 0; left--) {
      Answered answer = list(ANN);
      assertThat(answer.header("RateLimit-Policy")).isEqualTo("\"user\";q=4;w=60");
      assertThat(answer.header("RateLimit"))
          .matches("\"user\";r=" + left + ";t=([1-9]|[1-5]\\d|60)");
    }
    assertThat(list(ANN).header("RateLimit")).startsWith("\"user\";r=0;");
  }

  @Test
  void a_refusal_says_it_too() {
    Answered answer = api.send(Call.create("{").as(ANN));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.header("RateLimit")).startsWith("\"user\";r=3;");
  }

  @Test
  void over_the_limit_it_is_429_until_the_time_that_it_tells() {
    useUp(ANN);
    Answered refused = list(ANN);

    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.problem())
        .isEqualTo("https://iana.org/assignments/http-problem-types#quota-exceeded");
    assertThat(refused.gate()).isEqualTo("plan");
    assertThat(refused.body().path("violated-policies").toString()).isEqualTo("[\"user\"]");
    assertThat(refused.header("RateLimit")).endsWith(";t=" + refused.header("Retry-After"));
    api.clock.advance(Duration.ofSeconds(Long.parseLong(refused.header("Retry-After"))));
    assertThat(list(ANN).status()).isEqualTo(200);
  }

  @Test
  void a_refused_change_changes_nothing() {
    useUp(ANN);
    assertThat(api.send(Call.create(GOOD).as(ANN)).status()).isEqualTo(429);
    assertThat(api.store.events()).isEmpty();
  }

  @Test
  void one_user_takes_nothing_from_another_at_the_same_address() {
    useUp(ANN);
    assertThat(list(ANN).status()).isEqualTo(429);
    assertThat(list(BOB).header("RateLimit")).startsWith("\"user\";r=3;");
    assertThat(health().header("RateLimit")).startsWith("\"address\";r=3;");
  }

  @Test
  void without_a_token_the_address_counts() {
    for (int i = 0; i < QUOTA; i++) {
      assertThat(health().header("RateLimit-Policy")).isEqualTo("\"address\";q=4;w=60");
    }
    assertThat(health().body().path("violated-policies").toString()).isEqualTo("[\"address\"]");
    assertThat(list(ANN).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"X-Forwarded-For", "Forwarded", "X-Real-IP", "True-Client-IP", "CF-Connecting-IP"})
  void what_a_client_says_of_its_address_does_not_count(String header) {
    for (int i = 0; i < QUOTA; i++) {
      api.given(Call.of("GET", "/v1/health").header(header, "198.51.100." + i));
    }
    assertThat(api.send(Call.of("GET", "/v1/health").header(header, "198.51.100.9")).status())
        .isEqualTo(429);
  }

  @Test
  void a_flood_is_reported_once_and_not_for_each_request() {
    useUp(ANN);
    for (int i = 0; i < 50; i++) {
      assertThat(list(ANN).status()).isEqualTo(429);
    }
    assertThat(api.signals).extracting(Signal::point).containsExactly(DetectionPoint.THROTTLED);
  }
}
