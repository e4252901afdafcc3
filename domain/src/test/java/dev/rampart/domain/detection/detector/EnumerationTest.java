package dev.rampart.domain.detection.detector;

import static dev.rampart.domain.detection.detector.ScriptFeatures.ofIdentity;
import static dev.rampart.domain.detection.detector.ScriptFeatures.ofSource;
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

final class EnumerationTest {
  private static final Enumeration DETECTOR = new Enumeration(10, 11, 2);

  @Test
  void a_principal_that_asks_for_eleven_objects_in_vain_is_found_and_nine_are_not() {
    assertThat(principal(objects(9))).isEmpty();
    Measure measure = principal(objects(11)).orElseThrow().measure();
    assertThat(measure.value()).isCloseTo(11, within(0.7));
    assertThat(measure.threshold()).isEqualTo(10);
  }

  @Test
  void a_source_may_ask_for_one_more() {
    assertThat(source(objects(10))).isEmpty();
    assertThat(source(objects(12)).orElseThrow().measure().threshold()).isEqualTo(11);
  }

  @Test
  void absent_objects_and_those_of_others_are_added_up() {
    SignalScript script =
        objects(6).times(6, 5, (s, i) -> s.signal(DetectionPoint.OBJECT_FORBIDDEN, name(30 + i)));
    assertThat(principal(script)).isPresent();
  }

  @Test
  void one_missing_object_is_not_found_however_often_it_is_asked_for() {
    SignalScript script =
        new SignalScript()
            .from("203.0.113.7")
            .times(500, 5, (s, i) -> s.signal(DetectionPoint.OBJECT_NOT_FOUND, name(i % 4)));
    assertThat(principal(script)).isEmpty();
    assertThat(source(script)).isEmpty();
  }

  @Test
  void many_users_behind_one_address_may_ask_for_more() {
    SignalScript script = objects(20).times(12, 5, (s, i) -> s.authOk(name(i)));
    assertThat(source(script)).isEmpty();
    assertThat(principal(script)).isPresent();
  }

  @Test
  void it_watches_sources_and_principals_that_ask_for_objects() {
    assertThat(Watching.subjects(DETECTOR)).containsExactly(SubjectKind.IP, SubjectKind.PRINCIPAL);
    assertThat(Watching.news(DETECTOR, SubjectKind.PRINCIPAL))
        .containsExactly(SignalKind.AUTHZ_DENY, SignalKind.NOT_FOUND);
  }

  private static Optional<Assessment> principal(SignalScript script) {
    return DETECTOR.assess(SubjectKind.PRINCIPAL, ofIdentity(script));
  }

  private static Optional<Assessment> source(SignalScript script) {
    return DETECTOR.assess(SubjectKind.IP, ofSource(script));
  }

  private static SignalScript objects(int count) {
    return new SignalScript()
        .from("203.0.113.7")
        .times(count, 5, (s, i) -> s.signal(DetectionPoint.OBJECT_NOT_FOUND, name(i)));
  }
}
