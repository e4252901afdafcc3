package dev.rampart.domain.detection.detector;

import static dev.rampart.domain.detection.detector.ScriptFeatures.ofSource;
import static dev.rampart.domain.detection.signal.SignalScript.name;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rampart.domain.detection.signal.DetectionPoint;
import dev.rampart.domain.detection.signal.SignalKind;
import dev.rampart.domain.detection.signal.SignalScript;
import dev.rampart.domain.detection.signal.SubjectKind;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class TokenForgeryTest {
  private static final TokenForgery DETECTOR = new TokenForgery(7, 11, 5, 24);

  @Test
  void refused_tokens_on_seven_routes_are_found_and_on_six_are_not() {
    assertThat(assess(refusals(6, 20))).isEmpty();
    Assessment assessment = assess(refusals(7, 14)).orElseThrow();
    assertThat(assessment.measure().value()).isCloseTo(7, within(0.3));
    assertThat(assessment.measure().threshold()).isEqualTo(7);
    assertThat(assessment.context().get()).isEqualTo("0 accounts signed in");
  }

  @Test
  void a_page_whose_token_expired_asks_many_routes_but_each_once() {
    assertThat(assess(refusals(10, 10))).isEmpty();
    assertThat(assess(refusals(10, 12))).isPresent();
  }

  @Test
  void one_key_that_was_changed_is_one_credential() {
    SignalScript script =
        new SignalScript()
            .from("203.0.113.7")
            .withKey("k-1")
            .times(200, 10, (s, i) -> s.signal(DetectionPoint.API_KEY_UNKNOWN, name(i % 90)));
    assertThat(assess(script)).isEmpty();
  }

  @Test
  void each_account_that_signs_in_makes_up_for_some() {
    assertThat(assess(refusals(10, 20).authOk("a").authOk("b").authOk("c"))).isEmpty();
    assertThat(assess(refusals(10, 20).authOk("a")).orElseThrow().measure().threshold())
        .isCloseTo(8.5, within(0.1));
  }

  @Test
  void what_only_its_weight_is_left_of_is_not_found() {
    SignalScript flood =
        new SignalScript()
            .from("203.0.113.7")
            .times(80_000, 0.1, (s, _) -> s.signal(DetectionPoint.TOKEN_INVALID, "/v1/a"));
    assertThat(assess(flood)).isPresent();
    assertThat(assess(flood.pause(66 * 3_600).probe("later"))).isEmpty();
  }

  @Test
  void it_watches_sources_whose_credentials_are_refused() {
    assertThat(Watching.subjects(DETECTOR)).containsExactly(SubjectKind.IP);
    assertThat(Watching.news(DETECTOR, SubjectKind.IP)).containsExactly(SignalKind.TOKEN_INVALID);
  }

  private static Optional<Assessment> assess(SignalScript script) {
    return DETECTOR.assess(SubjectKind.IP, ofSource(script));
  }

  private static SignalScript refusals(int routes, int count) {
    return new SignalScript()
        .from("203.0.113.7")
        .times(count, 1, (s, i) -> s.signal(DetectionPoint.TOKEN_INVALID, name(i % routes)));
  }
}
