package dev.rampart.domain.detection.tuning;

import static dev.rampart.domain.detection.signal.SignalExamples.NOON;
import static dev.rampart.domain.detection.signal.SignalExamples.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.common.Sha256;
import dev.rampart.domain.detection.signal.Signal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RecordingTest {
  private static final CountMatch MATCH =
      new CountMatch(new CountingRule("AWS#Rules", "Rule"), CountReason.RULE_OVERRIDE);
  private static final String ANN = "8f0c1d0e-5195-4570-b979-142920edf977";

  private static Signal hashed(long second, String id, String principal) {
    Signal signal = at(second, id);
    return signal.withSource(signal.source().withPrincipal(Sha256.shortHex(principal)));
  }

  private static LineSignals line(Signal... signals) {
    return new LineSignals(List.of(signals), Optional.empty(), Optional.empty());
  }

  private static LineSignals of(String principal) {
    return new LineSignals(List.of(), Optional.of(principal), Optional.empty());
  }

  private static List<String> principals(LineSignals... lines) {
    return Recording.of(List.of(lines), NOON).signals().stream()
        .map(signal -> signal.source().principal().orElse("nobody"))
        .toList();
  }

  @Test
  void a_user_whom_the_gateway_names_is_named_in_the_signals_of_functions() {
    assertThat(principals(line(hashed(1, "a", ANN)), of("another"), of(ANN))).containsExactly(ANN);
    assertThat(principals(line(hashed(1, "a", ANN)), of("another")))
        .containsExactly(Sha256.shortHex(ANN));
    assertThat(principals(line(at(1, "a")), of(ANN))).containsExactly("nobody");
  }

  @Test
  void of_too_many_signals_the_newest_are_left_and_what_is_missing_is_said() {
    Recording recording =
        Recording.of(List.of(line(at(1, "a"), at(2, "b"), at(3, "c"))), NOON.minusSeconds(60));

    assertThat(recording.newest(2).signals())
        .extracting(signal -> signal.id().text())
        .containsExactly("b", "c");
    assertThat(recording.newest(2).completeSince()).isEqualTo(NOON.plusSeconds(2));
    assertThat(recording.newest(3)).isEqualTo(recording);
  }

  @Test
  void what_one_log_tells_of_a_time_of_which_another_tells_nothing_is_left_out() {
    Recording recording =
        Recording.of(
            List.of(line(at(1, "a"), at(2, "b"), at(3, "c")), counted(1), counted(2)),
            NOON.plusSeconds(2));

    assertThat(recording.signals())
        .extracting(signal -> signal.id().text())
        .containsExactly("b", "c");
    assertThat(recording.counted())
        .extracting(CountedRequest::at)
        .containsExactly(NOON.plusSeconds(2));
  }

  private static LineSignals counted(long second) {
    return new LineSignals(
        List.of(),
        Optional.empty(),
        Optional.of(
            new CountedRequest(
                NOON.plusSeconds(second),
                false,
                "/v1/submissions",
                Optional.empty(),
                List.of(MATCH),
                List.of())));
  }

  @Test
  void signals_are_in_the_order_of_their_times_and_each_is_there_once() {
    Recording recording =
        Recording.of(List.of(line(at(9, "c"), at(3, "b")), line(at(1, "a"), at(3, "b"))), NOON);

    assertThat(recording.signals())
        .extracting(signal -> signal.id().text())
        .containsExactly("a", "b", "c");
    assertThat(recording.completeSince()).isEqualTo(NOON);
  }
}
