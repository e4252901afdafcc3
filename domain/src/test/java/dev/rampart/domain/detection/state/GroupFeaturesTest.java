package dev.rampart.domain.detection.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rampart.domain.detection.signal.DetectionPoint;
import dev.rampart.domain.detection.signal.SignalKind;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class GroupFeaturesTest {
  @Test
  void minutes_are_counted_backwards_from_the_newest_signal() {
    GroupState state = new GroupState();
    addEvery(state, Duration.ofMinutes(1), 61);
    state.add(Observations.at(Duration.ofMinutes(60), 100), true);
    GroupFeatures features = new GroupFeatures(state);

    assertThat(features.minute(SignalKind.PROBE, 0)).isEqualTo(2);
    assertThat(features.minute(SignalKind.PROBE, 59)).isEqualTo(1);
    assertThat(features.minute(SignalKind.PROBE, 60)).as("forgotten").isZero();
    assertThat(features.lastMinutes(SignalKind.PROBE, 60)).isEqualTo(61);
    assertThat(features.minute(SignalKind.WAF_BLOCK, 0)).as("of another kind").isZero();
  }

  @Test
  void sources_of_the_last_slots_and_of_those_before_are_told_apart() {
    GroupState state = new GroupState();
    state.add(Observations.at(Duration.ofMinutes(0), 1), true);
    state.add(Observations.at(Duration.ofMinutes(55), 2), true);
    state.add(Observations.at(Duration.ofMinutes(60), 3), true);
    GroupFeatures features = new GroupFeatures(state);

    assertThat(Math.round(features.sources(SignalKind.PROBE, 1))).isEqualTo(1);
    assertThat(Math.round(features.sources(SignalKind.PROBE, 2))).isEqualTo(2);
    assertThat(Math.round(features.sources(SignalKind.PROBE, GroupFeatures.SLOTS))).isEqualTo(3);
    assertThat(Math.round(features.sourcesBefore(SignalKind.PROBE, 2))).isEqualTo(1);
  }

  @Test
  void a_suspect_counts_as_one_and_its_signal_once() {
    GroupState state = new GroupState();
    Observation seen = Observations.at(Duration.ZERO, 1);
    state.add(seen, true);
    state.addSuspect(seen, true);
    state.addSuspect(Observations.at(Duration.ofSeconds(1), 2), false);
    state.addSuspect(Observations.at(Duration.ofSeconds(2), 2), false);
    GroupFeatures features = new GroupFeatures(state);

    assertThat(Math.round(features.suspects(SignalKind.PROBE, 1))).isEqualTo(2);
    assertThat(Math.round(features.sources(SignalKind.PROBE, 1))).isEqualTo(1);
    assertThat(features.count(DetectionPoint.SENSITIVE_PATH)).isEqualTo(3);
  }

  @Test
  void nothing_is_usual_until_some_hours_are_known() {
    GroupState state = new GroupState();
    addEvery(state, Duration.ofMinutes(3), 20);
    assertThat(new GroupFeatures(state).usualPerHour(SignalKind.PROBE)).isNegative();
  }

  @Test
  void what_came_every_three_minutes_for_a_day_is_twenty_an_hour() {
    GroupState state = new GroupState();
    addEvery(state, Duration.ofMinutes(3), 480);
    assertThat(new GroupFeatures(state).usualPerHour(SignalKind.PROBE)).isCloseTo(20, within(2.0));
  }

  @Test
  void a_source_that_does_not_stop_changes_nothing_of_what_is_usual() {
    GroupState state = new GroupState();
    addEvery(state, Duration.ofMinutes(3), 480);
    for (int n = 0; n < 1_000; n++) {
      state.add(Observations.at(Duration.ofHours(20).plusMillis(n), n), false);
    }
    assertThat(new GroupFeatures(state).usualPerHour(SignalKind.PROBE)).isCloseTo(20, within(2.0));
  }

  @Test
  void the_last_hour_is_not_what_is_usual() {
    GroupState state = new GroupState();
    addEvery(state, Duration.ofMinutes(3), 480);
    double before = new GroupFeatures(state).usualPerHour(SignalKind.PROBE);
    for (int n = 0; n < 1_000; n++) {
      state.add(Observations.at(Duration.ofDays(1).plusMillis(n), n), n < Observations.ORIGINS);
    }
    assertThat(new GroupFeatures(state).usualPerHour(SignalKind.PROBE))
        .isCloseTo(before, within(2.0));
  }

  private static void addEvery(GroupState state, Duration distance, int count) {
    for (int n = 0; n < count; n++) {
      state.add(Observations.at(distance.multipliedBy(n), n), true);
    }
  }
}
