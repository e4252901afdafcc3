package dev.rampart.domain.detection.engine;

import static dev.rampart.domain.detection.signal.SignalExamples.NOON;
import static dev.rampart.domain.detection.signal.SignalScript.name;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.rampart.domain.detection.detector.Detectors;
import dev.rampart.domain.detection.finding.DetectorKind;
import dev.rampart.domain.detection.finding.EvidenceLine;
import dev.rampart.domain.detection.finding.Finding;
import dev.rampart.domain.detection.finding.FindingId;
import dev.rampart.domain.detection.finding.Severity;
import dev.rampart.domain.detection.signal.DetectionPoint;
import dev.rampart.domain.detection.signal.Signal;
import dev.rampart.domain.detection.signal.SignalExamples;
import dev.rampart.domain.detection.signal.SignalKind;
import dev.rampart.domain.detection.signal.SignalScript;
import dev.rampart.domain.detection.state.SignalDigest;
import dev.rampart.domain.detection.state.SubjectFeatures;
import dev.rampart.domain.detection.state.SubjectState;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FoundTest {
  private static final SignalScript SCRIPT =
      new SignalScript()
          .from(SignalExamples.ADDRESS.name())
          .at(60)
          .times(8, 10, (s, i) -> s.probe(name(i)))
          .times(3, 10, (s, i) -> s.signal(DetectionPoint.ROUTE_UNKNOWN, name(i)))
          .authFail("alice");

  private final List<Signal> signals = SCRIPT.signals();
  private final Found found = found(signals);

  @Test
  void the_signal_that_raised_it_is_among_the_examples_and_was_seen_last() {
    Signal raising = signals.get(7);
    Finding finding = found.finding(List.of(raising));
    assertThat(finding.lastSeen()).isEqualTo(raising.observedAt());
    assertThat(finding.evidence())
        .filteredOn(line -> line.point() == raising.point())
        .singleElement()
        .satisfies(line -> assertThat(line.examples()).containsExactly(raising.id()));
  }

  @Test
  void of_several_the_newest_that_it_counts_was_seen_last() {
    Finding finding = found.finding(signals);
    assertThat(finding.lastSeen()).as("not the failed sign-in").isEqualTo(NOON.plusSeconds(160));
    assertThat(finding.evidence().getFirst().examples())
        .containsExactly(signals.get(7).id(), signals.get(6).id(), signals.get(5).id());
  }

  @Test
  void a_reader_can_redo_its_sums() {
    Finding finding = found.finding(signals);
    assertThat(finding.evidence())
        .extracting(EvidenceLine::point, EvidenceLine::count)
        .containsExactly(
            tuple(DetectionPoint.SENSITIVE_PATH, 8L), tuple(DetectionPoint.ROUTE_UNKNOWN, 3L));
    assertThat(finding.signalCount()).isEqualTo(11);
    assertThat(finding.measure().holds()).isTrue();
    assertThat(
            finding.evidence().stream()
                .mapToDouble(line -> line.contribution().orElseThrow().points())
                .sum())
        .isCloseTo(finding.measure().value(), within(1e-9));
    assertThat(finding.explanation())
        .isEqualTo("Burst of probes by address 203.0.113.7: " + finding.measure().words())
        .matches(".*: [0-9.]+ points of different probes within minutes \\(threshold 17\\)");
  }

  @Test
  void a_sentence_ends_with_what_speaks_for_the_subject() {
    SignalScript stuffing =
        new SignalScript()
            .from(SignalExamples.ADDRESS.name())
            .authOk("alice")
            .times(9, 5, (s, i) -> s.authFail(name(i)));
    assertThat(StreamRun.of(stuffing).findings())
        .extracting(Finding::explanation)
        .anyMatch(
            text ->
                text.matches(
                    "Credential stuffing by address 203.0.113.7: [0-9.]+ accounts that failed to"
                        + " sign in \\(threshold 5.5\\); 1 accounts signed in"));
  }

  @Test
  void it_has_the_name_of_the_activity_that_it_is_about() {
    FindingId id =
        FindingId.of(
            DetectorKind.BURST_PROBE, SignalExamples.ADDRESS, NOON.getEpochSecond() / 1_800);
    assertThat(found.id()).isEqualTo(id);
    assertThat(found.finding(signals).id()).isEqualTo(id);
    assertThat(found.finding(signals).firstSeen()).isEqualTo(NOON.plusSeconds(60));
    assertThat(found.severity()).isEqualTo(Severity.MEDIUM);
  }

  private static Found found(List<Signal> signals) {
    SubjectState state =
        SubjectState.of(
            signals.stream()
                .map(signal -> new SignalDigest(signal, SignalScript.HASH).forSource())
                .toList());
    return new DetectionEngine(Detectors.standard())
        .assess(SignalExamples.ADDRESS, SignalKind.PROBE, new SubjectFeatures(state))
        .getFirst();
  }
}
