package dev.rampart.domain.detection.detector;

import static dev.rampart.domain.detection.detector.ScriptFeatures.ofSource;
import static dev.rampart.domain.detection.signal.SignalScript.name;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.detection.engine.StreamRun;
import dev.rampart.domain.detection.signal.DetectionPoint;
import dev.rampart.domain.detection.signal.SignalKind;
import dev.rampart.domain.detection.signal.SignalScript;
import dev.rampart.domain.detection.signal.SubjectKind;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class MisconfiguredClientTest {
  private static final MisconfiguredClient DETECTOR = new MisconfiguredClient(20, 2);
  private static final int MINUTE = 60;

  @Test
  void a_timer_that_fails_for_a_half_hour_is_told_of_and_one_that_began_is_not() {
    assertThat(assess(timer(19, 2 * MINUTE))).isEmpty();
    Assessment assessment = assess(timer(24, 2 * MINUTE)).orElseThrow();
    assertThat(assessment.measure().value()).isBetween(22.0, 24.0);
    assertThat(assessment.measure().threshold()).isEqualTo(20);
    assertThat(assessment.kinds()).containsExactly(SignalKind.AUTH_FAIL);
  }

  @Test
  void what_happens_within_one_half_hour_is_not_told_of() {
    assertThat(assess(timer(100, 10))).isEmpty();
  }

  @Test
  void a_machine_that_hurries_is_no_timer() {
    assertThat(assess(timer(1_500, 100, 5))).isEmpty();
    assertThat(assess(timer(1_500, 100, 10))).isPresent();
  }

  @Test
  void whoever_comes_at_odd_times_is_no_timer() {
    Random random = new Random(4);
    SignalScript script =
        new SignalScript()
            .from("203.0.113.7")
            .times(60, 0, (s, _) -> s.pause(random.nextInt(5 * MINUTE)).authFail("robot"));
    assertThat(assess(script)).isEmpty();
  }

  @Test
  void whoever_is_after_many_things_is_no_timer() {
    SignalScript script =
        new SignalScript().from("203.0.113.7").times(60, MINUTE, (s, i) -> s.authFail(name(i % 6)));
    assertThat(assess(script)).isEmpty();
  }

  /** What weighs lasts longer than what was counted; without a count there is no evidence. */
  @Test
  void failures_of_days_ago_that_still_weigh_are_not_told_of() {
    SignalScript script =
        new SignalScript()
            .from("203.0.113.7")
            .times(18_000, 3, (s, _) -> s.authFail("robot"))
            .at(60.5 * 60 * MINUTE)
            .times(14, 3 * MINUTE, (s, _) -> s.signal(DetectionPoint.ROUTE_UNKNOWN, "/a"));
    assertThat(assess(script)).isEmpty();
    assertThat(StreamRun.of(script).all()).as("the whole stream").isNotEmpty();
  }

  @Test
  void it_watches_sources_and_keys_that_fail_but_do_nothing_hostile() {
    assertThat(Watching.subjects(DETECTOR)).containsExactly(SubjectKind.IP, SubjectKind.API_KEY);
    assertThat(Watching.news(DETECTOR, SubjectKind.IP))
        .contains(SignalKind.AUTH_FAIL, SignalKind.THROTTLE)
        .doesNotContainAnyElementsOf(Kinds.HOSTILE)
        .doesNotContain(SignalKind.AUTH_OK, SignalKind.OBJECT_OK);
  }

  @Test
  void it_is_the_only_detector_that_suspects_nobody() {
    assertThat(Detectors.standard())
        .filteredOn(detector -> detector.kind().isInformational())
        .hasOnlyElementsOfType(MisconfiguredClient.class);
  }

  private static Optional<Assessment> assess(SignalScript script) {
    return DETECTOR.assess(SubjectKind.IP, ofSource(script));
  }

  private static SignalScript timer(int count, int everySeconds) {
    return timer(0, count, everySeconds);
  }

  private static SignalScript timer(int start, int count, int everySeconds) {
    return new SignalScript()
        .from("203.0.113.7")
        .at(start)
        .times(count, everySeconds, (s, _) -> s.authFail("robot"));
  }
}
