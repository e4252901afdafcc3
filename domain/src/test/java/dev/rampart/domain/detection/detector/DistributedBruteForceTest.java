package dev.rampart.domain.detection.detector;

import static dev.rampart.domain.detection.detector.ScriptFeatures.ofIdentity;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rampart.domain.detection.finding.Measure;
import dev.rampart.domain.detection.signal.SignalKind;
import dev.rampart.domain.detection.signal.SignalScript;
import dev.rampart.domain.detection.signal.SubjectKind;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class DistributedBruteForceTest {
  private static final DistributedBruteForce DETECTOR = new DistributedBruteForce(7, 2);

  @Test
  void failures_from_eight_networks_are_found_and_from_six_are_not() {
    assertThat(assess(failures(6))).isEmpty();
    Assessment assessment = assess(failures(8)).orElseThrow();
    assertThat(assessment.measure().value()).isCloseTo(8, within(0.4));
    assertThat(assessment.measure().threshold()).isEqualTo(7);
    assertThat(assessment.context().get()).isEqualTo("it signed in from 0 networks");
  }

  @Test
  void failures_from_one_network_are_not_found_however_many() {
    SignalScript script =
        new SignalScript().times(90, 10, (s, i) -> s.from("198.51.100." + i).authFail("alice"));
    assertThat(assess(script)).isEmpty();
  }

  @Test
  void a_user_who_moves_signs_in_where_he_is() {
    SignalScript script =
        failures(10).times(4, 10, (s, i) -> s.from("10." + i + ".0.1").authOk("alice"));
    assertThat(assess(script)).isEmpty();
  }

  @Test
  void for_each_network_that_succeeds_two_more_may_fail() {
    assertThat(assess(failures(9).times(5, 10, (s, i) -> signIn(s, 50 + i)))).isEmpty();
    Measure measure =
        assess(failures(12).times(5, 10, (s, i) -> signIn(s, 50 + i))).orElseThrow().measure();
    assertThat(measure.threshold()).isCloseTo(10, within(0.3));
  }

  private static SignalScript signIn(SignalScript script, int network) {
    return script.from("10." + network + ".0.1").authOk("alice");
  }

  @Test
  void it_watches_accounts_that_sign_ins_fail_for() {
    assertThat(Watching.subjects(DETECTOR)).containsExactly(SubjectKind.CREDENTIAL);
    assertThat(Watching.news(DETECTOR, SubjectKind.CREDENTIAL))
        .containsExactly(SignalKind.AUTH_FAIL);
  }

  private static Optional<Assessment> assess(SignalScript script) {
    return DETECTOR.assess(SubjectKind.CREDENTIAL, ofIdentity(script));
  }

  private static SignalScript failures(int networks) {
    return new SignalScript()
        .times(networks, 10, (s, i) -> s.from("10." + i + ".0.1").authFail("alice"));
  }
}
