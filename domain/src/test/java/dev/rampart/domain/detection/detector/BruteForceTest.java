package dev.rampart.domain.detection.detector;

import static dev.rampart.domain.detection.detector.ScriptFeatures.ofSource;
import static dev.rampart.domain.detection.signal.SignalScript.name;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.detection.signal.SignalKind;
import dev.rampart.domain.detection.signal.SignalScript;
import dev.rampart.domain.detection.signal.SubjectKind;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class BruteForceTest {
  private static final BruteForce DETECTOR = new BruteForce(5.6, 2.7, 14.5, 600);
  private static final int MINUTE = 60;

  @Test
  void six_failures_at_the_pace_of_a_machine_are_found_and_five_are_not() {
    assertThat(assess(failures(5, 2))).isEmpty();
    Assessment assessment = assess(failures(6, 2)).orElseThrow();
    assertThat(assessment.measure().value()).isBetween(5.6, 6.0);
    assertThat(assessment.measure().threshold()).isEqualTo(5.6);
    assertThat(assessment.context().get()).isEqualTo("on one account, which did not sign in");
  }

  @Test
  void at_the_pace_of_people_it_takes_more_than_twice_as_many() {
    assertThat(assess(irregular(13))).isEmpty();
    assertThat(assess(irregular(17)).orElseThrow().measure().threshold()).isEqualTo(14.5);
  }

  @Test
  void an_account_that_signs_in_ends_the_suspicion() {
    assertThat(assess(failures(20, 2).authOk("alice"))).isEmpty();
    assertThat(assess(failures(20, 2).authOk("bob"))).as("another account").isPresent();
  }

  @Test
  void among_many_users_behind_one_address_a_few_forget_their_password() {
    SignalScript script =
        new SignalScript()
            .from("203.0.113.7")
            .times(10, 30, (s, i) -> s.authOk(name(i)))
            .times(4, 1, (s, i) -> s.times(4, 2, (again, _) -> again.authFail(name(20 + i))));
    assertThat(assess(script)).isEmpty();
  }

  @Test
  void a_timer_with_one_account_is_a_broken_integration_and_no_guesser() {
    assertThat(assess(failures(60, MINUTE))).isEmpty();
    assertThat(assess(failures(60, 7))).as("too fast for a timer").isPresent();
  }

  @Test
  void a_timer_with_many_accounts_is_a_guesser() {
    SignalScript script =
        new SignalScript().from("203.0.113.7").times(60, MINUTE, (s, i) -> s.authFail(name(i % 9)));
    assertThat(assess(script)).isPresent();
  }

  @Test
  void own_accounts_do_not_hide_a_machine_that_guesses() {
    SignalScript own =
        new SignalScript().from("203.0.113.7").times(5, 1, (s, i) -> s.authOk(name(i)));
    assertThat(assess(own.times(15, 1, (s, _) -> s.authFail("alice")))).isEmpty();
    assertThat(assess(own.times(10, 1, (s, _) -> s.authFail("alice")))).isPresent();
  }

  @Test
  void it_watches_sources_that_fail_to_sign_in() {
    assertThat(Watching.subjects(DETECTOR)).containsExactly(SubjectKind.IP);
    assertThat(Watching.news(DETECTOR, SubjectKind.IP)).containsExactly(SignalKind.AUTH_FAIL);
  }

  private static Optional<Assessment> assess(SignalScript script) {
    return DETECTOR.assess(SubjectKind.IP, ofSource(script));
  }

  private static SignalScript failures(int count, int everySeconds) {
    return new SignalScript()
        .from("203.0.113.7")
        .times(count, everySeconds, (s, _) -> s.authFail("alice"));
  }

  private static SignalScript irregular(int count) {
    Random random = new Random(3);
    return new SignalScript()
        .from("203.0.113.7")
        .times(count, 5, (s, _) -> s.pause(random.nextInt(5 * MINUTE)).authFail("alice"));
  }
}
