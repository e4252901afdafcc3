package dev.rampart.domain.detection.tuning;

import static dev.rampart.domain.detection.signal.SignalScript.HASH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.rampart.domain.detection.detector.Detectors;
import dev.rampart.domain.detection.detector.Threshold;
import dev.rampart.domain.detection.finding.DetectorKind;
import dev.rampart.domain.detection.finding.Finding;
import dev.rampart.domain.detection.finding.Measure;
import dev.rampart.domain.detection.finding.Severity;
import dev.rampart.domain.detection.signal.Signal;
import dev.rampart.domain.detection.signal.SignalScript;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ThresholdComparisonTest {
  private static final String LOUD = "203.0.113.7";
  private static final String QUIET = "198.51.100.1";

  /** One that is found today, and one that does too little for that. */
  private static List<Signal> twoProbers() {
    return new SignalScript()
        .from(LOUD)
        .times(12, 1, (script, i) -> script.probe(SignalScript.name(i)))
        .from(QUIET)
        .times(3, 1, (script, i) -> script.probe(SignalScript.name(20 + i)))
        .signals();
  }

  private static ThresholdComparison compare(TriedThreshold... tried) {
    return ThresholdComparison.of(twoProbers(), List.of(tried), HASH);
  }

  private static TriedThreshold burst(double value) {
    return new TriedThreshold(DetectorKind.BURST_PROBE, value);
  }

  private static List<String> subjects(List<Finding> findings) {
    return findings.stream().map(finding -> finding.subject().name()).toList();
  }

  @Test
  void a_lower_threshold_newly_finds_the_quiet_one_and_keeps_the_loud_one() {
    ThresholdComparison lower = compare(burst(5));

    assertThat(subjects(lower.newlyFound())).containsExactly(QUIET);
    assertThat(lower.lost()).isEmpty();
    assertThat(lower.kept()).isOne();
    Measure measure = lower.newlyFound().getFirst().measure();
    assertThat(measure.threshold()).isCloseTo(5, Offset.offset(1e-9));
    assertThat(lower.newlyFound().getFirst().explanation()).contains("(threshold 5)");
  }

  @Test
  void a_higher_threshold_loses_the_loud_one() {
    ThresholdComparison higher = compare(burst(68));

    assertThat(subjects(higher.lost())).containsExactly(LOUD);
    assertThat(higher.newlyFound()).isEmpty();
    assertThat(higher.kept()).isZero();
  }

  @Test
  void one_detector_can_be_lowered_while_another_is_raised() {
    List<Signal> signals =
        new SignalScript()
            .from(LOUD)
            .times(12, 1, (script, i) -> script.probe(SignalScript.name(i)))
            .from(QUIET)
            .times(4, 1, (script, i) -> script.authFail(SignalScript.name(i)))
            .signals();

    ThresholdComparison both =
        ThresholdComparison.of(
            signals, List.of(burst(68), new TriedThreshold(DetectorKind.CRED_STUFFING, 2)), HASH);

    assertThat(subjects(both.lost())).containsExactly(LOUD);
    assertThat(both.newlyFound())
        .extracting(Finding::detector)
        .containsExactly(DetectorKind.CRED_STUFFING);
  }

  @Test
  void with_those_of_today_or_none_nothing_changes() {
    for (ThresholdComparison same :
        List.of(compare(), compare(TriedThreshold.today(DetectorKind.BURST_PROBE)))) {
      assertThat(same.newlyFound()).isEmpty();
      assertThat(same.lost()).isEmpty();
      assertThat(same.kept()).isOne();
      assertThat(same.thresholds())
          .extracting(TriedThreshold::detector)
          .containsExactly(DetectorKind.values());
    }
  }

  @Test
  void the_worst_is_told_first() {
    List<Signal> signals =
        new SignalScript()
            .from(QUIET)
            .times(6, 1, (script, i) -> script.probe(SignalScript.name(i)))
            .from(LOUD)
            .times(20, 1, (script, i) -> script.probe(SignalScript.name(i)))
            .signals();

    List<Finding> lost =
        ThresholdComparison.of(signals, List.of(burst(100)), HASH).lost().stream()
            .filter(finding -> finding.detector() == DetectorKind.BURST_PROBE)
            .toList();

    assertThat(lost).extracting(Finding::severity).containsExactly(Severity.HIGH, Severity.MEDIUM);
    assertThat(subjects(lost)).containsExactly(LOUD, QUIET);
  }

  @ParameterizedTest
  @EnumSource(DetectorKind.class)
  void every_detector_can_be_tried_around_what_it_is_today(DetectorKind kind) {
    TriedThreshold today = TriedThreshold.today(kind);

    assertThat(today.factor()).isEqualTo(1);
    assertThat(today.min()).isGreaterThanOrEqualTo(TriedThreshold.VALUE_MIN);
    assertThat(today.max()).isLessThanOrEqualTo(TriedThreshold.VALUE_MAX);
    assertThat(today.given()).isBetween(today.min(), today.max());
    for (double end : List.of(today.min(), today.max())) {
      assertThat(String.format(Locale.ROOT, "%s", end)).matches("[0-9]+\\.[0-9]");
    }
    assertThat(Detectors.leading(kind))
        .hasSize(1 + today.others().size())
        .extracting(Threshold::measure)
        .doesNotHaveDuplicates();
  }

  @Test
  void the_threshold_that_leads_is_named_as_in_findings() {
    Threshold leading = Detectors.leading(DetectorKind.BURST_PROBE).getFirst();

    Measure found = compare(burst(68)).lost().getFirst().measure();

    assertThat(found.name()).isEqualTo(leading.measure());
    assertThat(found.threshold()).isEqualTo(leading.value());
    assertThat(Arrays.stream(DetectorKind.values()).map(Detectors::leading)).doesNotContainNull();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.99, 100.1, Double.NaN, Double.POSITIVE_INFINITY, -1})
  void what_cannot_be_tried_is_no_threshold(double value) {
    assertThatIllegalArgumentException().isThrownBy(() -> burst(value));
  }
}
