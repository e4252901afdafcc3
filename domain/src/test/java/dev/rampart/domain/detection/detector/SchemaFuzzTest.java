package dev.rampart.domain.detection.detector;

import static dev.rampart.domain.detection.detector.ScriptFeatures.ofSource;
import static dev.rampart.domain.detection.signal.SignalScript.name;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.detection.finding.Measure;
import dev.rampart.domain.detection.signal.SignalKind;
import dev.rampart.domain.detection.signal.SignalScript;
import dev.rampart.domain.detection.signal.SubjectKind;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class SchemaFuzzTest {
  private static final SchemaFuzz DETECTOR = new SchemaFuzz(6.5, 3, 9.5, 18, 3);

  @Test
  void seven_faults_at_the_pace_of_a_machine_are_found_and_six_are_not() {
    assertThat(assess(faults(6, 1))).isEmpty();
    Measure measure = assess(faults(7, 1)).orElseThrow().measure();
    assertThat(measure.value()).isBetween(6.5, 7.0);
    assertThat(measure.threshold()).isEqualTo(6.5);
  }

  @Test
  void at_the_pace_of_people_it_takes_ten() {
    assertThat(assess(faults(9, 4))).isEmpty();
    assertThat(assess(faults(11, 4)).orElseThrow().measure().threshold()).isEqualTo(9.5);
  }

  @Test
  void over_hours_it_takes_eighteen() {
    assertThat(assess(faults(16, 600))).isEmpty();
    Measure measure = assess(faults(25, 600)).orElseThrow().measure();
    assertThat(measure.name()).isEqualTo("different faults within hours");
    assertThat(measure.threshold()).isEqualTo(18);
  }

  @Test
  void one_fault_in_each_row_of_an_import_is_one_fault() {
    SignalScript script =
        new SignalScript()
            .from("203.0.113.7")
            .times(500, 0.1, (s, i) -> s.invalid("/rows/" + i + "/name", "missing"));
    assertThat(assess(script)).isEmpty();
  }

  @Test
  void an_integrator_signs_in_often() {
    SignalScript script =
        new SignalScript()
            .from("203.0.113.7")
            .times(25, 600, (s, i) -> s.authOk("dev").invalid("/a", name(i)));
    assertThat(assess(script)).isEmpty();
  }

  @Test
  void many_users_behind_one_address_make_more_mistakes() {
    SignalScript users =
        new SignalScript().from("203.0.113.7").times(12, 1, (s, i) -> s.authOk(name(i)));
    assertThat(assess(users.times(10, 1, (s, i) -> s.invalid("/a", name(i))))).isEmpty();
  }

  @Test
  void it_watches_sources_and_principals_that_break_the_schema() {
    assertThat(Watching.subjects(DETECTOR)).containsExactly(SubjectKind.IP, SubjectKind.PRINCIPAL);
    assertThat(Watching.news(DETECTOR, SubjectKind.IP)).containsExactly(SignalKind.VALIDATION);
  }

  private static Optional<Assessment> assess(SignalScript script) {
    return DETECTOR.assess(SubjectKind.IP, ofSource(script));
  }

  private static SignalScript faults(int count, int everySeconds) {
    return new SignalScript()
        .from("203.0.113.7")
        .times(count, everySeconds, (s, i) -> s.invalid("/a", name(i)));
  }
}
