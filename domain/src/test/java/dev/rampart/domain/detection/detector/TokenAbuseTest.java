package dev.rampart.domain.detection.detector;

import static dev.rampart.domain.detection.detector.ScriptFeatures.ofIdentity;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rampart.domain.detection.finding.Measure;
import dev.rampart.domain.detection.signal.DetectionPoint;
import dev.rampart.domain.detection.signal.SignalKind;
import dev.rampart.domain.detection.signal.SignalScript;
import dev.rampart.domain.detection.signal.SubjectKind;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class TokenAbuseTest {
  private static final TokenAbuse DETECTOR = new TokenAbuse(4, 4);

  @Test
  void a_key_that_is_refused_from_four_networks_is_found_and_from_three_is_not() {
    assertThat(assess(refusals(3, 3))).isEmpty();
    Measure measure = assess(refusals(4, 2)).orElseThrow().measure();
    assertThat(measure.value()).isCloseTo(4, within(0.2));
    assertThat(measure.threshold()).isEqualTo(4);
  }

  @Test
  void a_few_refusals_are_not_found() {
    assertThat(assess(refusals(4, 0))).isEmpty();
  }

  @Test
  void expired_tokens_count_a_quarter() {
    SignalScript script =
        new SignalScript()
            .times(
                8,
                60,
                (s, i) -> s.from("10." + i + ".0.1").signal(DetectionPoint.TOKEN_EXPIRED, "/v1/a"));
    assertThat(assess(script)).isEmpty();
  }

  @Test
  void networks_from_which_its_owner_signs_in_do_not_count() {
    SignalScript script =
        refusals(6, 2).times(3, 60, (s, i) -> s.from("10." + i + ".0.1").authOk("alice"));
    assertThat(assess(script)).isEmpty();
  }

  @Test
  void addresses_of_one_network_are_one_network() {
    SignalScript script =
        new SignalScript()
            .times(
                20,
                60,
                (s, i) -> s.from("198.51.100." + i).signal(DetectionPoint.TOKEN_INVALID, "/v1/a"));
    assertThat(assess(script)).isEmpty();
  }

  @Test
  void it_watches_keys_and_principals_whose_credentials_are_refused() {
    assertThat(Watching.subjects(DETECTOR))
        .containsExactly(SubjectKind.PRINCIPAL, SubjectKind.API_KEY);
    assertThat(Watching.news(DETECTOR, SubjectKind.API_KEY))
        .containsExactly(SignalKind.TOKEN_INVALID);
  }

  private static Optional<Assessment> assess(SignalScript script) {
    return DETECTOR.assess(SubjectKind.API_KEY, ofIdentity(script));
  }

  /** One refusal from each network, and some more from the last one. */
  private static SignalScript refusals(int networks, int more) {
    return new SignalScript()
        .times(
            networks + more,
            60,
            (s, i) ->
                s.from("10." + Math.min(i, networks - 1) + ".0.1")
                    .signal(DetectionPoint.TOKEN_INVALID, "/v1/a"));
  }
}
