package dev.rampart.local.firewall.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

final class RateCounterTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final RateCounter counter = new RateCounter(60);

  @Test
  void counts_slide_out_of_the_window_step_by_step() {
    assertThat(counter.add("a", START)).isEqualTo(1);
    assertThat(counter.add("a", START.plusSeconds(30))).isEqualTo(2);
    assertThat(counter.add("a", START.plusSeconds(59))).isEqualTo(3);
    assertThat(counter.add("a", START.plusSeconds(60))).isEqualTo(3);
    assertThat(counter.add("a", START.plusSeconds(600))).isEqualTo(1);
  }

  @Test
  void a_clock_that_goes_back_loses_nothing() {
    assertThat(counter.add("a", START.plusSeconds(30))).isEqualTo(1);
    assertThat(counter.add("a", START)).isEqualTo(2);
  }

  @Test
  void no_more_keys_are_kept_than_a_rule_limits_on_aws() {
    for (int i = 0; i < 3 * RateCounter.KEYS_MAX; i++) {
      assertThat(counter.add("key" + i, START)).isEqualTo(1);
    }
    assertThat(counter.keys()).isEqualTo(RateCounter.KEYS_MAX);
    assertThat(counter.add("key0", START)).isEqualTo(1);
  }
}
