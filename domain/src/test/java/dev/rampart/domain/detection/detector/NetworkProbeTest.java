package dev.rampart.domain.detection.detector;

import static dev.rampart.domain.detection.detector.ScriptFeatures.ofNetwork;
import static dev.rampart.domain.detection.signal.SignalScript.name;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.detection.signal.SignalScript;
import dev.rampart.domain.detection.signal.SubjectKind;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class NetworkProbeTest {
  private static final NetworkProbe DETECTOR = new NetworkProbe(24, 4);

  @Test
  void four_addresses_of_one_network_that_take_turns_are_found_and_three_are_not() {
    assertThat(assess(turns(3, 12))).isEmpty();
    Assessment assessment = assess(turns(4, 12)).orElseThrow();
    assertThat(assessment.measure().value()).isBetween(44.0, 52.0);
    assertThat(assessment.measure().threshold()).isEqualTo(24);
    assertThat(assessment.context().get()).isEqualTo("from 4 addresses");
  }

  @Test
  void a_few_probes_of_a_network_are_not_found() {
    assertThat(assess(turns(4, 5))).isEmpty();
    assertThat(assess(turns(4, 7))).isPresent();
  }

  @Test
  void repeats_of_one_probe_are_not_found() {
    SignalScript script =
        new SignalScript().times(40, 60, (s, i) -> s.from("198.51.100." + i % 8).probe("a"));
    assertThat(assess(script)).isEmpty();
  }

  @Test
  void a_network_from_which_more_sign_in_is_not_suspected() {
    SignalScript script =
        turns(4, 12).times(6, 1, (s, i) -> s.from("198.51.100." + (50 + i)).authOk(name(i)));
    assertThat(assess(script)).isEmpty();
  }

  @Test
  void it_watches_networks_that_do_what_is_hostile() {
    assertThat(Watching.subjects(DETECTOR)).containsExactly(SubjectKind.NETWORK);
    assertThat(Watching.news(DETECTOR, SubjectKind.NETWORK)).isEqualTo(Kinds.HOSTILE);
  }

  private static Optional<Assessment> assess(SignalScript script) {
    return DETECTOR.assess(SubjectKind.NETWORK, ofNetwork(script));
  }

  private static SignalScript turns(int addresses, int probes) {
    return new SignalScript()
        .times(probes, 60, (s, i) -> s.from("198.51.100." + i % addresses).probe(name(i)));
  }
}
