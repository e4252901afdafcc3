package dev.rampart.domain.detection.detector;

import static dev.rampart.domain.detection.detector.ScriptFeatures.ofGroup;
import static dev.rampart.domain.detection.signal.SignalScript.name;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.detection.signal.DetectionPoint;
import dev.rampart.domain.detection.signal.SignalKind;
import dev.rampart.domain.detection.signal.SignalScript;
import dev.rampart.domain.detection.signal.SubjectKind;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class GlobalRateTest {
  private static final GlobalRate DETECTOR = new GlobalRate(7, 30, 8);
  private static final int MINUTE = 60;

  @Test
  void a_minute_far_above_the_usual_is_found_and_one_above_it_is_not() {
    assertThat(assess(minute(background(), 35, 20))).isEmpty();
    Assessment assessment = assess(minute(background(), 120, 20)).orElseThrow();
    assertThat(assessment.measure().value()).isGreaterThan(7);
    assertThat(assessment.measure().threshold()).isEqualTo(7);
    assertThat(assessment.context().get()).isEqualTo("120 signals in a minute");
  }

  @Test
  void a_few_signals_are_not_found_however_quiet_it_was() {
    assertThat(assess(minute(new SignalScript(), 29, 20))).isEmpty();
    assertThat(assess(minute(new SignalScript(), 31, 20))).isPresent();
  }

  @Test
  void a_few_sources_are_not_found_however_loud() {
    assertThat(assess(minute(new SignalScript(), 500, 7))).isEmpty();
    assertThat(assess(minute(new SignalScript(), 500, 8))).isPresent();
  }

  @Test
  void a_bad_release_asks_for_a_few_paths() {
    SignalScript few =
        new SignalScript().times(150, 0.3, (s, i) -> path(s, i, "/v2/" + name(i % 3)));
    SignalScript many = new SignalScript().times(150, 0.3, (s, i) -> path(s, i, "/v2/" + i));
    assertThat(DETECTOR.assess(SignalKind.ROUTE_UNKNOWN, ofGroup(few))).isEmpty();
    assertThat(DETECTOR.assess(SignalKind.ROUTE_UNKNOWN, ofGroup(many))).isPresent();
  }

  @Test
  void a_bad_release_breaks_the_schema_in_a_few_ways() {
    SignalScript few = new SignalScript().times(150, 0.3, (s, i) -> fault(s, i, i % 3));
    SignalScript many = new SignalScript().times(150, 0.3, (s, i) -> fault(s, i, i % 90));
    SignalScript insistent = new SignalScript().times(500, 0.1, (s, i) -> fault(s, i, i % 3));
    assertThat(DETECTOR.assess(SignalKind.VALIDATION, ofGroup(few))).isEmpty();
    assertThat(DETECTOR.assess(SignalKind.VALIDATION, ofGroup(many))).isPresent();
    assertThat(DETECTOR.assess(SignalKind.VALIDATION, ofGroup(insistent)))
        .as("eight a minute from each source")
        .isPresent();
  }

  @Test
  void unknown_routes_from_far_more_sources_than_usual_are_found_beside_a_loud_scanner() {
    SignalScript scanner =
        new SignalScript()
            .times(12, 300, (s, i) -> s.times(80, 0.1, (t, j) -> path(t, 0, i + "/" + j)));
    SignalScript flood = scanner.times(40, 0.4, (s, i) -> path(s, i, "/flood/" + i));
    assertThat(DETECTOR.assess(SignalKind.ROUTE_UNKNOWN, ofGroup(flood))).isPresent();
  }

  @Test
  void after_an_outage_many_sign_in() {
    SignalScript failures =
        new SignalScript().times(300, 0.2, (s, i) -> s.from(site(i)).authFail(name(i % 90)));
    assertThat(DETECTOR.assess(SignalKind.AUTH_FAIL, ofGroup(failures))).isPresent();
    SignalScript outage =
        failures.at(0).times(200, 0.3, (s, i) -> s.from(site(i)).authOk(name(i % 90)));
    assertThat(DETECTOR.assess(SignalKind.AUTH_FAIL, ofGroup(outage))).isEmpty();
  }

  @Test
  void what_has_been_loud_for_an_hour_is_usual() {
    SignalScript script = new SignalScript().times(60 * MINUTE, 1, (s, i) -> throttle(s, i));
    assertThat(assess(script)).isEmpty();
  }

  @Test
  void it_watches_all_sources_of_any_suspicious_signal() {
    assertThat(Watching.subjects(DETECTOR)).containsExactly(SubjectKind.GLOBAL);
    assertThat(Watching.news(DETECTOR, SubjectKind.GLOBAL))
        .hasSize(SignalKind.values().length - 2)
        .doesNotContain(SignalKind.AUTH_OK, SignalKind.OBJECT_OK);
  }

  private static Optional<Assessment> assess(SignalScript script) {
    return DETECTOR.assess(SignalKind.THROTTLE, ofGroup(script));
  }

  /** An hour with ten signals a minute. */
  private static SignalScript background() {
    return new SignalScript().times(60 * 10, 6, (s, i) -> throttle(s, i % 5));
  }

  private static SignalScript minute(SignalScript script, int signals, int sources) {
    return script.times(signals, MINUTE / 2 / (double) signals, (s, i) -> throttle(s, i % sources));
  }

  private static SignalScript throttle(SignalScript script, int i) {
    return script.from(site(i)).signal(DetectionPoint.THROTTLED, "/v1/a");
  }

  private static SignalScript path(SignalScript script, int i, String path) {
    return script.from(site(i)).signal(DetectionPoint.ROUTE_UNKNOWN, path);
  }

  private static SignalScript fault(SignalScript script, int i, int fault) {
    return script.from(site(i)).invalid("/a", name(fault));
  }

  private static String site(int i) {
    return Sites.address(i % 60);
  }
}
