package dev.rampart.domain.detection.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.detection.signal.DetectionPoint;
import dev.rampart.domain.detection.signal.SignalKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SubjectFeaturesTest {
  @Test
  void repeats_of_one_target_are_counted_but_are_one_target() {
    SubjectFeatures features = features(0, 128, 256, 1);

    assertThat(features.count(DetectionPoint.SENSITIVE_PATH)).isEqualTo(4);
    assertThat(Math.round(features.targets(SignalKind.PROBE))).isEqualTo(2);
    assertThat(features.targets(SignalKind.WAF_BLOCK)).isZero();
  }

  @Test
  void what_two_kinds_share_is_left_out() {
    SubjectState state = SubjectState.of(List.of(Observations.at(Duration.ZERO, 1)));
    long now = Observations.START;
    assertThat(state.add(Observations.at(now, 2, DetectionPoint.AUTH_OK))).isTrue();
    assertThat(state.add(Observations.at(now, 2 + 128, DetectionPoint.SENSITIVE_PATH))).isTrue();
    SubjectFeatures features = new SubjectFeatures(state);

    assertThat(Math.round(features.targetsWithout(SignalKind.PROBE, SignalKind.AUTH_OK)))
        .isEqualTo(1);
    assertThat(Math.round(features.originsWithout(SignalKind.PROBE, SignalKind.AUTH_OK)))
        .isEqualTo(2);
    assertThat(Math.round(features.origins(List.of(SignalKind.PROBE, SignalKind.AUTH_OK))))
        .isEqualTo(3);
    assertThat(Math.round(features.agents())).isEqualTo(3);
  }

  @Test
  void injections_that_come_later_and_weigh_little_hide_none_before_them() {
    List<Observation> before = injections(0, 4, 6);
    double alone = count(before, before.getLast().timeMillis());
    List<Observation> all = new ArrayList<>(before);
    all.addAll(injections(60, 8, 1));
    assertThat(count(all, before.getLast().timeMillis())).isGreaterThanOrEqualTo(alone);
  }

  private static List<Observation> injections(int second, int count, double weight) {
    return IntStream.range(second, second + count)
        .mapToObj(
            n -> Observations.at(Duration.ofSeconds(n), n, DetectionPoint.INJECTION_SQL, weight))
        .toList();
  }

  private static double count(List<Observation> all, long asOf) {
    return new SubjectFeatures(SubjectState.of(all), asOf)
        .count(SignalKind.INJECTION, HalfLife.FAST);
  }

  @Test
  void an_activity_starts_with_its_first_signal_or_at_most_a_half_hour_earlier() {
    SubjectState state = SubjectState.of(List.of(Observations.at(Duration.ofMinutes(10), 1)));
    assertThat(new SubjectFeatures(state).activityStartMillis())
        .isEqualTo(Observations.START + 600_000);
    for (int hour = 1; hour < 5; hour++) {
      assertThat(state.add(Observations.at(Duration.ofHours(hour), 1 + hour))).isTrue();
    }
    assertThat(new SubjectFeatures(state).activityStartMillis()).isEqualTo(Observations.START);
  }

  @Test
  void a_stored_state_has_the_features_of_the_one_that_was_stored() {
    SubjectState state =
        SubjectState.of(
            IntStream.range(0, 50)
                .mapToObj(n -> Observations.at(Duration.ofSeconds(70L * n), n))
                .toList());
    SubjectFeatures stored =
        new SubjectFeatures(
            SubjectState.of(state.cellList(), state.ids()).asOf(state.newestMillis()));
    SubjectFeatures features = new SubjectFeatures(state);

    assertThat(stored.count(SignalKind.PROBE, HalfLife.FAST))
        .isEqualTo(features.count(SignalKind.PROBE, HalfLife.FAST));
    assertThat(stored.targets(SignalKind.PROBE)).isEqualTo(features.targets(SignalKind.PROBE));
    assertThat(stored.activityStartMillis()).isEqualTo(features.activityStartMillis());
    assertThat(stored.rhythm().regularity()).isEqualTo(features.rhythm().regularity());
  }

  private static SubjectFeatures features(int... numbers) {
    return new SubjectFeatures(
        SubjectState.of(
            IntStream.range(0, numbers.length)
                .mapToObj(i -> Observations.at(Duration.ofSeconds(i), numbers[i]))
                .toList()));
  }
}
