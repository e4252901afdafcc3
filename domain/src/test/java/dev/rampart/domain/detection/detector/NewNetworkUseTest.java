package dev.rampart.domain.detection.detector;

import static dev.rampart.domain.detection.detector.ScriptFeatures.ofIdentity;
import static dev.rampart.domain.detection.signal.SignalScript.name;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rampart.domain.detection.finding.Measure;
import dev.rampart.domain.detection.signal.DetectionPoint;
import dev.rampart.domain.detection.signal.SignalScript;
import dev.rampart.domain.detection.signal.SubjectKind;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class NewNetworkUseTest {
  private static final NewNetworkUse DETECTOR = new NewNetworkUse(5.5, 3.5, 2);
  private static final String HOME = "203.0.113.7";
  private static final String AWAY = "198.51.100.9";

  @Test
  void six_denials_on_a_new_network_are_found_and_four_are_not() {
    assertThat(assess(denials(home(), AWAY, 4))).isEmpty();
    Measure measure = assess(denials(home(), AWAY, 6)).orElseThrow().measure();
    assertThat(measure.value()).isCloseTo(6, within(0.3));
    assertThat(measure.threshold()).isEqualTo(5.5);
  }

  @Test
  void of_a_key_four_denials_are_enough() {
    assertThat(assess(SubjectKind.API_KEY, denials(home(), AWAY, 3))).isEmpty();
    assertThat(assess(SubjectKind.API_KEY, denials(home(), AWAY, 4))).isPresent();
  }

  @Test
  void denials_at_home_are_not_found() {
    assertThat(assess(denials(home(), HOME, 9))).isEmpty();
    assertThat(assess(denials(home(), "203.0.113.99", 9))).as("the same network").isEmpty();
  }

  @Test
  void a_network_on_which_it_signs_in_is_its_own() {
    assertThat(assess(denials(home().from(AWAY).authOk("alice"), AWAY, 9))).isEmpty();
  }

  @Test
  void a_principal_without_a_home_is_not_known() {
    assertThat(assess(denials(new SignalScript(), AWAY, 9))).isEmpty();
  }

  @Test
  void one_object_is_not_found_however_often_it_is_denied() {
    SignalScript script =
        home().from(AWAY).times(50, 20, (s, _) -> s.signal(DetectionPoint.OBJECT_FORBIDDEN, "a"));
    assertThat(assess(script)).isEmpty();
  }

  @Test
  void it_watches_principals_and_keys_that_are_denied_objects() {
    assertThat(Watching.subjects(DETECTOR))
        .containsExactly(SubjectKind.PRINCIPAL, SubjectKind.API_KEY);
    assertThat(Watching.news(DETECTOR, SubjectKind.PRINCIPAL)).isEqualTo(Kinds.OBJECTS);
  }

  private static Optional<Assessment> assess(SignalScript script) {
    return assess(SubjectKind.PRINCIPAL, script);
  }

  private static Optional<Assessment> assess(SubjectKind subject, SignalScript script) {
    return DETECTOR.assess(subject, ofIdentity(script));
  }

  private static SignalScript home() {
    return new SignalScript()
        .from(HOME)
        .times(3, 60, (s, i) -> s.signal(DetectionPoint.OBJECT_OK, "own" + i));
  }

  private static SignalScript denials(SignalScript script, String address, int count) {
    return script
        .from(address)
        .times(count, 20, (s, i) -> s.signal(DetectionPoint.OBJECT_FORBIDDEN, name(i)));
  }
}
