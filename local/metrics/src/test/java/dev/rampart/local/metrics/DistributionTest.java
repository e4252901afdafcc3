package dev.rampart.local.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class DistributionTest {
  private final Distribution values = new Distribution();

  @Test
  void percentiles_are_those_of_the_nearest_rank() {
    for (int i = 100; i > 0; i--) {
      values.add(i, 1);
    }
    assertThat(values.percentile(99)).hasValue(99);
    assertThat(values.percentile(50)).hasValue(50);
    assertThat(values.percentile(0)).hasValue(1);
    assertThat(values.percentile(100)).hasValue(100);
  }

  @Test
  void a_value_may_come_many_times() {
    values.add(1, 98);
    values.add(7, 2);
    assertThat(values.percentile(98)).hasValue(1);
    assertThat(values.percentile(99)).hasValue(7);
    assertThat(values.set()).isEqualTo(new StatisticSet(100, 112, 1, 7));
  }

  @Test
  void different_values_are_bounded() {
    for (int i = 0; i < 10 * Distribution.VALUES_MAX; i++) {
      values.add(i * 0.7, 1);
    }
    assertThat(values.size()).isEqualTo(1 + Distribution.VALUES_MAX);
    assertThat(values.set().count()).isEqualTo(10 * Distribution.VALUES_MAX);
  }

  @Test
  void a_set_of_statistics_has_percentiles_only_if_all_values_are_the_same() {
    values.add(new StatisticSet(3, 6, 2, 2));
    assertThat(values.percentile(99)).hasValue(2);
    values.add(new StatisticSet(3, 6, 1, 4));
    assertThat(values.percentile(99)).isEmpty();
    assertThat(values.set()).isEqualTo(new StatisticSet(6, 12, 1, 4));
  }

  @Test
  void periods_are_put_together() {
    Distribution other = new Distribution();
    other.add(5, 2);
    values.add(1, 2);
    values.add(other);
    assertThat(values.percentile(50)).hasValue(1);
    assertThat(values.percentile(51)).hasValue(5);
  }
}
