package dev.rampart.local.scenario;

import static dev.rampart.local.scenario.Caller.ALL;
import static dev.rampart.local.scenario.Caller.freshKey;
import static dev.rampart.local.scenario.Caller.good;
import static dev.rampart.local.scenario.Caller.one;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.local.client.InstanceClock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What ends with time, on a clock that is moved for gateway, user pool, tables and functions. */
final class ClockScenarioTest {
  private static Running run;
  private static Control control;

  @BeforeAll
  static void start() {
    run = Running.controlled(Map.of(), Set.of());
    control = new Control(run);
  }

  @AfterAll
  static void stop() {
    control.close();
    run.close();
  }

  @Test
  void b11_b18_a_token_ends_after_its_time_and_is_then_refused_as_any_bad_one_is()
      throws Exception {
    Caller ann = run.signedIn("ann");
    control.forward("PT14M");
    assertThat(ann.get(ALL).status()).isEqualTo(200);

    control.forward("PT2M");
    Reply expired = ann.get(ALL);
    assertThat(expired.status()).isEqualTo(401);
    assertThat(expired.withoutRequestId())
        .isEqualTo(run.caller("no.token.atall").get(ALL).withoutRequestId());
    assertThat(run.signedIn("ann").get(ALL).status()).isEqualTo(200);
  }

  @Test
  void b60_a_cursor_ends_after_an_hour() throws Exception {
    Caller ann = run.signedIn("ann");
    assertThat(ann.submitted()).isNotEqualTo(ann.submitted());
    String next =
        ALL + "?limit=1&cursor=" + ann.get(ALL + "?limit=1").json().path("nextCursor").asText();
    control.forward("PT59M");
    assertThat(run.signedIn("ann").get(next).status()).isEqualTo(200);

    control.forward("PT1M");
    Reply expired = run.signedIn("ann").get(next);
    assertThat(expired.status()).isEqualTo(400);
    assertThat(expired.problem()).isEqualTo("invalid-cursor");
  }

  @Test
  void b58_a_key_is_remembered_for_days_and_until_its_submission_expires() throws Exception {
    String key = freshKey();
    String id = run.signedIn("ann").submit(key, good()).id();
    control.forward("P2D");
    Reply replayed = run.signedIn("ann").submit(key, good());
    assertThat(replayed.id()).isEqualTo(id);
    assertThat(replayed.header("Idempotency-Replayed")).isEqualTo("true");

    // A year would take minutes: the clock goes from minute to minute.
    run.expireAt(id, InstanceClock.of(run.instance).instant().plus(Duration.ofMinutes(30)));
    control.forward("PT29M");
    assertThat(run.signedIn("ann").get(one(id)).status()).isEqualTo(200);
    control.forward("PT1M");

    Caller ann = run.signedIn("ann");
    assertThat(ann.get(one(id)).status()).isEqualTo(404);
    Reply anew = ann.submit(key, good());
    assertThat(anew.status()).isEqualTo(201);
    assertThat(anew.headers("Idempotency-Replayed")).isEmpty();
    assertThat(ann.get(one(anew.id())).status()).isEqualTo(200);
  }
}
