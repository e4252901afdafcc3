package dev.rampart.local.scenario;

import static dev.rampart.local.scenario.Caller.ALL;
import static dev.rampart.local.scenario.Caller.NOTHING;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The limit of each user and each address, where a minute brings only a few requests. */
final class RateLimitScenarioTest {
  private static final int QUOTA = 6;
  private static final Pattern STATE = Pattern.compile("\"(\\w+)\";r=(\\d+);t=(\\d+)");

  private static Running run;
  private static Control control;

  @BeforeAll
  static void start() {
    run = Running.controlled(Map.of("CallerLimit", "" + QUOTA), Set.of());
    control = new Control(run);
  }

  @AfterAll
  static void stop() {
    control.close();
    run.close();
  }

  private static int state(Reply reply, int group) {
    Matcher state = STATE.matcher(reply.header("RateLimit"));
    assertThat(state.matches()).as(reply.head()).isTrue();
    return Integer.parseInt(state.group(group));
  }

  private static Reply health(String... fields) {
    return run.http.send("GET", "/v1/health", List.of(fields), NOTHING);
  }

  /** Sends requests until one is refused, however a window ends meanwhile. */
  private static Reply refused(Callable<Reply> request) throws Exception {
    for (int i = 0; i <= 2 * QUOTA; i++) {
      Reply reply = request.call();
      if (reply.status() == 429) {
        return reply;
      }
      assertThat(reply.status()).isEqualTo(200);
    }
    throw new AssertionError("nothing was refused");
  }

  private static int waitSeconds(Reply refused) {
    return Integer.parseInt(refused.header("Retry-After"));
  }

  /** Lets the window of a caller end, so that all of the next one is left. */
  private static void nextWindow(Caller caller) {
    control.forward("PT" + state(caller.get(ALL), 3) + "S");
  }

  @Test
  void b63_over_the_limit_it_is_429_until_the_time_that_it_tells() throws Exception {
    nextWindow(run.ann);
    Reply refused = refused(() -> run.ann.get(ALL));

    assertThat(refused.problem())
        .isEqualTo("//iana.org/assignments/http-problem-types#quota-exceeded");
    assertThat(refused.json().path("gate").asText()).isEqualTo("plan");
    assertThat(refused.json().path("violated-policies").toString()).isEqualTo("[\"user\"]");
    assertThat(waitSeconds(refused)).isEqualTo(state(refused, 3)).isBetween(1, 60);
    assertThat(state(refused, 2)).isZero();

    // Half a minute is left for whatever this machine does meanwhile.
    int half = waitSeconds(refused) / 2;
    control.forward("PT" + half + "S");
    Reply early = run.ann.get(ALL);
    assertThat(early.status()).isEqualTo(429);
    assertThat(waitSeconds(early)).isLessThanOrEqualTo(waitSeconds(refused) - half);
    control.forward("PT" + waitSeconds(early) + "S");
    assertThat(run.ann.get(ALL).status()).isEqualTo(200);
  }

  @Test
  void b64_answers_and_refusals_say_what_is_left() {
    Reply good = run.bob.get(ALL);
    assertThat(good.header("RateLimit-Policy")).isEqualTo("\"user\";q=" + QUOTA + ";w=60");
    assertThat(good.head()).doesNotContain(";pk=");
    Reply bad = run.bob.get(ALL + "?limit=0");
    assertThat(bad.status()).isEqualTo(400);
    assertThat(state(bad, 2)).isIn(state(good, 2) - 1, QUOTA - 1);
    assertThat(state(bad, 3)).isBetween(1, 60);

    control.forward("PT" + state(bad, 3) + "S");
    Reply fresh = run.bob.get(ALL);
    assertThat(state(fresh, 2)).isEqualTo(QUOTA - 1);
    assertThat(state(fresh, 3)).isBetween(1, 60);
  }

  @Test
  void b71_while_counts_cannot_be_kept_requests_pass_but_those_of_who_is_over_the_limit()
      throws Exception {
    control.forward("PT" + state(health(), 3) + "S");
    var _ = refused(RateLimitScenarioTest::health);
    String counts = run.instance.names().tables().get("CountsTable");
    control.with(
        "{'operation':'dynamodb:UpdateItem','function':'ApiFunction','resource':'"
            + counts
            + "','error':{'status':400,'code':'ProvisionedThroughputExceededException'}}",
        () -> {
          Reply uncounted = run.reader.get(ALL);
          assertThat(uncounted.status()).isEqualTo(200);
          assertThat(uncounted.headers("RateLimit")).isEmpty();
          assertThat(uncounted.headers("RateLimit-Policy")).isEmpty();
          int met = control.met();
          assertThat(met).isPositive();
          assertThat(health().status()).isEqualTo(429);
          // The table is left alone for a while, also when it is back.
          assertThat(run.reader.get(ALL).headers("RateLimit")).isEmpty();
          assertThat(control.met()).isEqualTo(met);
        });
    control.forward("PT10S");
    assertThat(run.reader.get(ALL).headers("RateLimit")).hasSize(1);
  }

  @Test
  void b65_f11_one_user_does_not_starve_another_and_nobody_chooses_an_address() throws Exception {
    refused(() -> run.rita.get("/v1/review-queue"));
    assertThat(run.bob.get(ALL + "?limit=1").status()).isNotEqualTo(429);

    refused(RateLimitScenarioTest::health);
    for (String field : List.of("X-Forwarded-For: 198.51.100.1", "Forwarded: for=198.51.100.2")) {
      refused(() -> health(field));
    }
    assertThat(health().json().path("violated-policies").toString()).isEqualTo("[\"address\"]");
  }
}
