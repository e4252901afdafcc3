package dev.rampart.domain.detection.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.detection.signal.DetectionPoint;
import dev.rampart.domain.detection.signal.SignalKind;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SubjectStateTest {
  @Test
  void a_repeat_adds_nothing_and_says_so() {
    SubjectState state = new SubjectState();
    assertThat(state.add(Observations.at(Duration.ZERO, 1))).isTrue();
    List<Cell> before = state.cellList();

    assertThat(state.add(Observations.at(Duration.ZERO, 1))).isFalse();
    assertThat(state.cellList()).isEqualTo(before);
  }

  @Test
  void two_observations_of_one_millisecond_are_two() {
    SubjectState state =
        SubjectState.of(
            List.of(Observations.at(Duration.ZERO, 1), Observations.at(Duration.ZERO, 2)));

    assertThat(new SubjectFeatures(state).count(DetectionPoint.SENSITIVE_PATH)).isEqualTo(2);
    assertThat(state.ids()).hasSize(2);
  }

  @Test
  void a_repeat_is_known_for_three_half_hours_and_then_it_is_not() {
    SubjectState state = SubjectState.of(List.of(Observations.at(Duration.ZERO, 1)));
    assertThat(state.add(Observations.at(Duration.ofMinutes(89), 2))).isTrue();
    assertThat(state.add(Observations.at(Duration.ZERO, 1))).isFalse();
    assertThat(state.add(Observations.at(Duration.ofMinutes(90), 3))).isTrue();
    assertThat(state.add(Observations.at(Duration.ZERO, 1))).isTrue();
  }

  @Test
  void each_half_hour_keeps_as_many_ids_as_it_may_and_no_more() {
    SubjectState state =
        SubjectState.of(
            IntStream.range(0, 300)
                .mapToObj(n -> Observations.at(Duration.ofSeconds(18L * n), n))
                .toList());

    assertThat(state.ids()).hasSize(3 * SubjectState.IDS_MAX);
    assertThat(new SubjectFeatures(state).count(DetectionPoint.SENSITIVE_PATH)).isEqualTo(300);
  }

  @Test
  void ids_are_in_the_order_of_their_times() {
    SubjectState state =
        SubjectState.of(
            List.of(
                Observations.at(Duration.ofMinutes(40), 1),
                Observations.at(Duration.ofMinutes(10), 2),
                Observations.at(Duration.ofMinutes(20), 3)));

    assertThat(state.ids())
        .extracting(ObservationId::timeMillis)
        .containsExactly(
            Observations.START + 600_000,
            Observations.START + 1_200_000,
            Observations.START + 2_400_000);
  }

  /** The number of the half hour is kept in 16 bits, which begin again every four years. */
  @ParameterizedTest
  @ValueSource(longs = {16 << 16, (16 << 16) + (1 << 15)})
  void ids_stay_in_order_when_the_numbers_of_half_hours_begin_again(long halfHour) {
    long turn = halfHour * Periods.HALF_HOUR_MILLIS;
    SubjectState state =
        SubjectState.of(
            List.of(
                Observations.at(turn - 1_000, 1, DetectionPoint.WAF_RULE),
                Observations.at(turn + 1_000, 2, DetectionPoint.WAF_RULE),
                Observations.at(turn - 2_000, 3, DetectionPoint.WAF_RULE)));

    assertThat(state.ids())
        .extracting(ObservationId::timeMillis)
        .containsExactly(turn - 2_000, turn - 1_000, turn + 1_000);
    assertThat(state.add(Observations.at(turn - 1_000, 1, DetectionPoint.WAF_RULE))).isFalse();
  }

  @Test
  void a_state_is_seen_later_but_never_earlier_than_its_newest_observation() {
    SubjectState state = SubjectState.of(List.of(Observations.at(Duration.ZERO, 1)));
    assertThat(state.asOf(0).newestMillis()).isEqualTo(Observations.START);
    assertThat(state.asOf(Observations.START + 240_000).newestMillis())
        .isEqualTo(Observations.START + 240_000);
    assertThat(new SubjectFeatures(state).count(SignalKind.PROBE, HalfLife.FAST))
        .isBetween(0.499, 0.501);
  }

  @Test
  void a_flood_of_the_heaviest_at_the_end_of_an_epoch_still_counts() {
    long end = 900 * HalfLife.SLOW.epochLength().toMillis() - 1;
    SubjectState state = new SubjectState();
    for (int n = 0; n < 200_000; n++) {
      assertThat(state.add(Observations.at(end, n, DetectionPoint.HONEY_RESOURCE))).isTrue();
    }
    SubjectFeatures features = new SubjectFeatures(state);

    assertThat(features.count(SignalKind.PROBE, HalfLife.FAST)).isGreaterThan(500_000);
    assertThat(features.count(SignalKind.PROBE, HalfLife.SLOW)).isGreaterThan(500_000);
  }
}
