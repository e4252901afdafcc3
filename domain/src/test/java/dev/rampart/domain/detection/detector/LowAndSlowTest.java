package dev.rampart.domain.detection.detector;

import static dev.rampart.domain.detection.detector.ScriptFeatures.ofSource;
import static dev.rampart.domain.detection.signal.SignalScript.name;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.detection.finding.Measure;
import dev.rampart.domain.detection.signal.DetectionPoint;
import dev.rampart.domain.detection.signal.SignalScript;
import dev.rampart.domain.detection.signal.SubjectKind;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LowAndSlowTest {
  private static final LowAndSlow DETECTOR = new LowAndSlow(16, 12, 6, 4, 6, 2, 12);
  private static final int HALF_HOUR = 1_800;

  @Test
  void six_different_probes_over_hours_are_found_and_five_are_not() {
    assertThat(assess(probes(5, HALF_HOUR))).isEmpty();
    Measure measure = assess(probes(6, HALF_HOUR)).orElseThrow().measure();
    assertThat(measure.value()).isBetween(16.0, 24.5);
    assertThat(measure.threshold()).isEqualTo(16);
  }

  @Test
  void what_happens_within_one_half_hour_is_not_slow() {
    assertThat(assess(probes(12, 60))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1200, 66, false", "1200, 78, true", "1790, 66, false", "1790, 78, true"})
  void in_two_half_hours_it_takes_twelve_minutes(int start, int distanceSeconds, boolean found) {
    SignalScript script =
        new SignalScript()
            .from("203.0.113.7")
            .at(start)
            .times(11, distanceSeconds, (s, i) -> s.probe(name(i)));
    assertThat(assess(script).isPresent()).isEqualTo(found);
  }

  @Test
  void of_more_than_are_known_one_by_one_the_half_hours_tell_how_long_it_went_on() {
    SignalScript script =
        new SignalScript()
            .from("203.0.113.7")
            .at(1_700)
            .times(90, 1, (s, i) -> s.probe(name(i % 5)))
            .at(4_000)
            .times(8, 1, (s, i) -> s.probe(name(i)));
    assertThat(assess(script)).isPresent();
  }

  @Test
  void repeats_of_a_few_probes_are_not_found() {
    SignalScript script =
        new SignalScript().from("203.0.113.7").times(60, HALF_HOUR, (s, i) -> s.probe(name(i % 3)));
    assertThat(assess(script)).isEmpty();
  }

  @Test
  void mistakes_alone_are_never_found_however_many() {
    SignalScript script =
        new SignalScript()
            .from("203.0.113.7")
            .times(
                90,
                600,
                (s, i) -> s.signal(DetectionPoint.ROUTE_UNKNOWN, name(i)).invalid("/a", name(i)));
    assertThat(assess(script)).isEmpty();
  }

  @Test
  void mistakes_add_to_hostile_things_up_to_a_bound() {
    SignalScript script =
        probes(6, HALF_HOUR)
            .times(
                50,
                1,
                (s, i) -> s.signal(DetectionPoint.ROUTE_UNKNOWN, name(i)).invalid("/a", name(i)));
    double without = assess(probes(6, HALF_HOUR)).orElseThrow().measure().value();
    assertThat(assess(script).orElseThrow().measure().value() - without)
        .isLessThanOrEqualTo(10)
        .isGreaterThan(7);
  }

  @Test
  void a_probe_every_half_day_is_forgotten() {
    assertThat(assess(probes(8, 24 * HALF_HOUR))).isEmpty();
  }

  @Test
  void it_watches_sources_and_principals_that_probe() {
    assertThat(Watching.subjects(DETECTOR)).containsExactly(SubjectKind.IP, SubjectKind.PRINCIPAL);
    assertThat(Watching.news(DETECTOR, SubjectKind.IP)).isEqualTo(Kinds.PROBING);
  }

  private static Optional<Assessment> assess(SignalScript script) {
    return DETECTOR.assess(SubjectKind.IP, ofSource(script));
  }

  private static SignalScript probes(int count, int everySeconds) {
    return new SignalScript()
        .from("203.0.113.7")
        .times(count, everySeconds, (s, i) -> s.probe(name(i)));
  }
}
