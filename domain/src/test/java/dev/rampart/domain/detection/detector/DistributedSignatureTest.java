package dev.rampart.domain.detection.detector;

import static dev.rampart.domain.detection.detector.ScriptFeatures.ofGroup;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.detection.signal.SignalKind;
import dev.rampart.domain.detection.signal.SignalScript;
import dev.rampart.domain.detection.signal.SubjectKind;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class DistributedSignatureTest {
  private static final DistributedSignature DETECTOR =
      new DistributedSignature(new Surge(12, 5, 4));
  private static final int HOUR = 3_600;

  @Test
  void while_nothing_is_usual_eighteen_sources_are_found_and_fifteen_are_not() {
    assertThat(assess(sources(new SignalScript(), 15))).isEmpty();
    Assessment assessment = assess(sources(new SignalScript(), 18)).orElseThrow();
    assertThat(assessment.measure().value()).isBetween(18.0, 20.0);
    assertThat(assessment.measure().threshold()).isEqualTo(18);
    assertThat(assessment.context().get()).isEqualTo("within 20 minutes");
  }

  @Test
  void where_it_is_usually_quiet_twelve_are_enough_and_ten_are_not() {
    assertThat(assess(sources(background(2), 10))).isEmpty();
    assertThat(assess(sources(background(2), 13)).orElseThrow().measure().threshold())
        .isEqualTo(12);
  }

  @Test
  void where_it_is_usually_loud_it_takes_more() {
    assertThat(assess(sources(background(30), 12))).isEmpty();
    assertThat(assess(sources(background(30), 50)).orElseThrow().measure().threshold())
        .isBetween(20.0, 40.0);
  }

  @Test
  void one_source_is_one_however_often_it_trips_the_rule() {
    SignalScript script =
        new SignalScript().from("203.0.113.7").times(500, 1, (s, _) -> s.waf("r", "/"));
    assertThat(assess(script)).isEmpty();
  }

  @Test
  void sources_spread_over_a_day_are_not_found() {
    SignalScript script =
        new SignalScript().times(90, 900, (s, i) -> s.from(Sites.address(i)).waf("r", "/"));
    assertThat(assess(script)).isEmpty();
  }

  @Test
  void it_watches_rules_that_are_tripped() {
    assertThat(Watching.subjects(DETECTOR)).containsExactly(SubjectKind.SIGNATURE);
    assertThat(Watching.news(DETECTOR, SubjectKind.SIGNATURE))
        .containsExactly(SignalKind.WAF_BLOCK, SignalKind.PROBE);
  }

  private static Optional<Assessment> assess(SignalScript script) {
    return DETECTOR.assess(SignalKind.WAF_BLOCK, ofGroup(script));
  }

  private static SignalScript sources(SignalScript script, int count) {
    return script.times(count, 10, (s, i) -> s.from(Sites.address(i)).waf("r", "/"));
  }

  /** Sources that trip the rule all day, so many an hour. */
  private static SignalScript background(int perHour) {
    return new SignalScript()
        .times(
            24 * perHour,
            HOUR / (double) perHour,
            (s, i) -> s.from(Sites.address(99 - i % 40)).waf("r", "/"));
  }
}
