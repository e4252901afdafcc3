package dev.rampart.domain.detection.detector;

import static dev.rampart.domain.detection.detector.ScriptFeatures.ofSource;
import static dev.rampart.domain.detection.signal.SignalScript.name;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rampart.domain.detection.signal.SignalKind;
import dev.rampart.domain.detection.signal.SignalScript;
import dev.rampart.domain.detection.signal.SubjectKind;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class CredentialStuffingTest {
  private static final CredentialStuffing DETECTOR = new CredentialStuffing(6, 1.5);

  @Test
  void seven_accounts_without_a_success_are_found_and_five_are_not() {
    assertThat(assess(failures(5))).isEmpty();
    Assessment assessment = assess(failures(7)).orElseThrow();
    assertThat(assessment.measure().value()).isCloseTo(7, within(0.4));
    assertThat(assessment.measure().threshold()).isEqualTo(6);
    assertThat(assessment.context().get()).isEqualTo("0 accounts signed in");
  }

  @Test
  void repeats_of_a_few_accounts_are_not_found() {
    SignalScript script =
        new SignalScript().from("203.0.113.7").times(100, 2, (s, i) -> s.authFail(name(i % 5)));
    assertThat(assess(script)).isEmpty();
  }

  @Test
  void accounts_that_sign_in_later_are_left_out() {
    SignalScript script = failures(10).times(5, 2, (s, i) -> s.authOk(name(i)));
    assertThat(assess(script)).isEmpty();
  }

  @Test
  void many_users_behind_one_address_fail_but_most_of_them_sign_in() {
    SignalScript script = failures(10).times(10, 2, (s, i) -> s.authOk(name(20 + i)));
    assertThat(assess(script)).isEmpty();
    SignalScript more = script.times(8, 2, (s, i) -> s.authFail(name(40 + i)));
    assertThat(assess(more).orElseThrow().measure().threshold()).isCloseTo(15, within(1.0));
  }

  @Test
  void failures_of_yesterday_are_forgotten() {
    assertThat(assess(failures(10).pause(86_400).authFail(name(11)))).isEmpty();
  }

  @Test
  void it_watches_sources_that_fail_to_sign_in() {
    assertThat(Watching.subjects(DETECTOR)).containsExactly(SubjectKind.IP);
    assertThat(Watching.news(DETECTOR, SubjectKind.IP)).containsExactly(SignalKind.AUTH_FAIL);
  }

  private static Optional<Assessment> assess(SignalScript script) {
    return DETECTOR.assess(SubjectKind.IP, ofSource(script));
  }

  private static SignalScript failures(int accounts) {
    return new SignalScript().from("203.0.113.7").times(accounts, 2, (s, i) -> s.authFail(name(i)));
  }
}
