package dev.rampart.domain.detection.detector;

import static dev.rampart.domain.detection.detector.ScriptFeatures.ofGroup;
import static dev.rampart.domain.detection.detector.ScriptFeatures.ofSuspects;
import static dev.rampart.domain.detection.signal.SignalScript.name;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rampart.domain.detection.finding.Measure;
import dev.rampart.domain.detection.signal.DetectionPoint;
import dev.rampart.domain.detection.signal.SignalKind;
import dev.rampart.domain.detection.signal.SignalScript;
import dev.rampart.domain.detection.signal.SubjectKind;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class DistributedEnumerationTest {
  private static final DistributedEnumeration DETECTOR = new DistributedEnumeration(8);

  @Test
  void eight_suspects_within_an_hour_are_found_and_seven_are_not() {
    assertThat(assess(suspects(7, 60))).isEmpty();
    Measure measure = assess(suspects(8, 60)).orElseThrow().measure();
    assertThat(measure.value()).isCloseTo(8, within(0.4));
    assertThat(measure.threshold()).isEqualTo(8);
  }

  @Test
  void suspects_of_a_whole_day_are_not_found() {
    assertThat(assess(suspects(40, 1_800))).isEmpty();
  }

  @Test
  void one_suspect_is_one_however_often_it_comes() {
    SignalScript script =
        new SignalScript()
            .from("203.0.113.7")
            .times(50, 5, (s, i) -> s.signal(DetectionPoint.OBJECT_NOT_FOUND, name(i)));
    assertThat(DETECTOR.assess(SignalKind.NOT_FOUND, ofSuspects(script))).isEmpty();
  }

  @Test
  void sources_that_are_not_suspect_do_not_count() {
    SignalScript script = new SignalScript().times(50, 5, DistributedEnumerationTest::ask);
    assertThat(DETECTOR.assess(SignalKind.NOT_FOUND, ofGroup(script))).isEmpty();
  }

  @Test
  void it_watches_all_sources_that_ask_for_objects() {
    assertThat(Watching.subjects(DETECTOR)).containsExactly(SubjectKind.GLOBAL);
    assertThat(Watching.news(DETECTOR, SubjectKind.GLOBAL))
        .containsExactly(SignalKind.AUTHZ_DENY, SignalKind.NOT_FOUND);
  }

  private static Optional<Assessment> assess(SignalScript script) {
    return DETECTOR.assess(SignalKind.NOT_FOUND, ofSuspects(script));
  }

  private static SignalScript suspects(int count, int everySeconds) {
    return new SignalScript().times(count, everySeconds, DistributedEnumerationTest::ask);
  }

  private static SignalScript ask(SignalScript script, int i) {
    return script.from(Sites.address(i)).signal(DetectionPoint.OBJECT_NOT_FOUND, name(i));
  }
}
