package dev.rampart.domain.detection.detector;

import static dev.rampart.domain.detection.detector.ScriptFeatures.ofGroup;
import static dev.rampart.domain.detection.detector.ScriptFeatures.ofSuspects;
import static dev.rampart.domain.detection.signal.SignalScript.name;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rampart.domain.detection.finding.Measure;
import dev.rampart.domain.detection.signal.SignalKind;
import dev.rampart.domain.detection.signal.SignalScript;
import dev.rampart.domain.detection.signal.SubjectKind;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class DistributedStuffingTest {
  private static final DistributedStuffing DETECTOR =
      new DistributedStuffing(9, new Surge(20, 6, 20));
  private static final int HOUR = 3_600;

  @Test
  void nine_suspects_within_forty_minutes_are_found_and_eight_are_not() {
    assertThat(DETECTOR.assess(SignalKind.AUTH_FAIL, ofSuspects(failures(8, 60)))).isEmpty();
    Measure measure =
        DETECTOR.assess(SignalKind.AUTH_FAIL, ofSuspects(failures(9, 60))).orElseThrow().measure();
    assertThat(measure.value()).isCloseTo(9, within(0.5));
    assertThat(measure.threshold()).isEqualTo(9);
  }

  @Test
  void suspects_of_a_whole_day_are_not_found() {
    assertThat(DETECTOR.assess(SignalKind.AUTH_FAIL, ofSuspects(failures(60, 1_200)))).isEmpty();
  }

  @Test
  void a_surge_of_failing_sources_is_found_and_a_few_are_not() {
    assertThat(assess(failures(25, 10))).isEmpty();
    Assessment assessment = assess(failures(40, 10)).orElseThrow();
    assertThat(assessment.measure().name()).isEqualTo("sources that failed to sign in");
    assertThat(assessment.measure().threshold()).isBetween(20.0, 40.0);
    assertThat(assessment.context().get()).isEqualTo("within 20 minutes");
  }

  @Test
  void sources_that_all_fail_for_one_account_are_no_stuffing() {
    SignalScript script =
        new SignalScript().times(60, 10, (s, i) -> s.from(Sites.address(i)).authFail("alice"));
    assertThat(assess(script)).isEmpty();
  }

  @Test
  void a_busy_hour_in_which_as_many_sign_in_is_no_surge() {
    SignalScript script =
        failures(40, 10).times(80, 1, (s, i) -> s.from(Sites.address(i)).authOk(name(i)));
    assertThat(assess(script)).isEmpty();
  }

  @Test
  void after_an_outage_sign_ins_fail_more_and_succeed_more() {
    SignalScript outage = usual().times(80, 2, (s, i) -> s.from(Sites.address(i)).authOk(name(i)));
    assertThat(assess(usual().times(40, 5, DistributedStuffingTest::fail))).isPresent();
    assertThat(assess(outage.times(40, 5, DistributedStuffingTest::fail))).isEmpty();
  }

  @Test
  void it_watches_all_sources_that_fail_to_sign_in() {
    assertThat(Watching.subjects(DETECTOR)).containsExactly(SubjectKind.GLOBAL);
    assertThat(Watching.news(DETECTOR, SubjectKind.GLOBAL)).containsExactly(SignalKind.AUTH_FAIL);
  }

  private static Optional<Assessment> assess(SignalScript script) {
    return DETECTOR.assess(SignalKind.AUTH_FAIL, ofGroup(script));
  }

  /** A day in which a source signs in every three minutes. */
  private static SignalScript usual() {
    return new SignalScript()
        .times(24 * 20, HOUR / 20.0, (s, i) -> s.from(Sites.address(i % 20)).authOk(name(i % 20)));
  }

  private static SignalScript failures(int sources, int everySeconds) {
    return new SignalScript().times(sources, everySeconds, DistributedStuffingTest::fail);
  }

  private static SignalScript fail(SignalScript script, int i) {
    return script.from(Sites.address(i)).authFail(name(i));
  }
}
