package dev.rampart.domain.detection.finding;

import static dev.rampart.domain.detection.finding.FindingExamples.finding;
import static dev.rampart.domain.detection.signal.SignalExamples.ADDRESS;
import static dev.rampart.domain.detection.signal.SignalExamples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.detection.finding.Threat.Change;
import dev.rampart.domain.detection.signal.Subject;
import dev.rampart.domain.detection.signal.SubjectKind;
import dev.rampart.domain.port.out.BlockExamples;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

final class FindingRecordTest {
  private static final Instant NOW = NOON.plusSeconds(5);
  private static final FindingRecord OPENED = FindingRecord.open(found(0, Severity.MEDIUM), NOW);

  @Test
  void it_is_detected_first_updated_then_and_resolved_in_the_end() {
    assertThat(change(OPENED)).isEqualTo(Change.DETECTED);
    FindingRecord worse = told(OPENED).foundAgain(found(9, Severity.HIGH), NOW);
    assertThat(change(worse)).isEqualTo(Change.UPDATED);
    FindingRecord closed = told(worse).resolvedBy(new Resolution.Silence(NOW));
    assertThat(change(closed)).isEqualTo(Change.RESOLVED);
    assertThat(closed.version()).isEqualTo(3);
  }

  @Test
  void an_update_of_what_was_never_published_is_a_detection() {
    FindingRecord worse = OPENED.foundAgain(found(9, Severity.HIGH), NOW);
    assertThat(worse.version()).isEqualTo(2);
    assertThat(change(worse)).isEqualTo(Change.DETECTED);
  }

  @Test
  void one_that_gets_worse_after_a_judgement_is_detected_again() {
    FindingRecord judged = told(told(OPENED).resolvedBy(judgement(FindingVerdict.TRUE_POSITIVE)));
    FindingRecord goesOn = judged.foundAgain(found(3_000, Severity.MEDIUM), NOW);
    assertThat(goesOn.version()).isEqualTo(judged.version());
    assertThat(goesOn.resolution()).isEqualTo(judged.resolution());
    FindingRecord worse = judged.foundAgain(found(3_001, Severity.HIGH), NOW);
    assertThat(worse.state()).isEqualTo(FindingState.OPEN);
    assertThat(worse.id()).isEqualTo(OPENED.id());
    assertThat(change(worse)).isEqualTo(Change.DETECTED);
    assertThat(change(told(worse).foundAgain(found(3_002, Severity.CRITICAL), NOW)))
        .isEqualTo(Change.UPDATED);
  }

  @Test
  void evidence_that_is_sure_by_now_is_told_at_once_and_only_once() {
    FindingRecord unsure = FindingRecord.open(refusals(3, 0), NOW);
    FindingRecord sure = told(unsure).foundAgain(refusals(4, 1), NOW);
    assertThat(change(sure)).isEqualTo(Change.UPDATED);
    assertThat(sure.finding().isHostile()).isTrue();
    FindingRecord known = told(sure);
    assertThat(known.foundAgain(refusals(9, 2), NOW)).isSameAs(known);
    FindingRecord judged = told(unsure).resolvedBy(judgement(FindingVerdict.FALSE_POSITIVE));
    assertThat(judged.foundAgain(refusals(4, 1), NOW).state()).isEqualTo(FindingState.RESOLVED);
  }

  @Test
  void of_what_is_sure_by_its_detector_or_about_a_principal_the_fourth_refusal_is_no_news() {
    for (Finding few :
        List.of(
            BlockExamples.finding("f-1", DetectorKind.LOW_AND_SLOW, ADDRESS, NOON, 3),
            BlockExamples.finding(
                "f-1",
                DetectorKind.BURST_PROBE,
                new Subject(SubjectKind.PRINCIPAL, "p"),
                NOON,
                3))) {
      FindingRecord known = told(FindingRecord.open(few, NOW));
      Finding more = BlockExamples.finding("f-1", few.detector(), few.subject(), NOON, 4);
      assertThat(known.foundAgain(more, NOW)).isSameAs(known);
    }
  }

  @Test
  void a_late_signal_that_changes_a_finding_takes_nothing_off_its_end() {
    FindingRecord known = told(FindingRecord.open(refusals(3, 60), NOW));
    FindingRecord sure = known.foundAgain(refusals(4, 0), NOW);
    assertThat(sure.finding().isHostile()).isTrue();
    assertThat(sure.finding().lastSeen()).isEqualTo(NOON.plusSeconds(60));
  }

  private static Finding refusals(long count, long second) {
    return BlockExamples.finding(
        "f-1", DetectorKind.BURST_PROBE, ADDRESS, NOON.plusSeconds(second), count);
  }

  @Test
  void one_that_was_closed_for_silence_too_early_goes_on_like_an_open_one() {
    FindingRecord closed = told(told(OPENED).resolvedBy(new Resolution.Silence(NOW)));
    assertThat(closed.foundAgain(found(60, Severity.MEDIUM), NOW)).isSameAs(closed);
    FindingRecord late = closed.foundAgain(found(901, Severity.MEDIUM), NOW);
    assertThat(late.state()).isEqualTo(FindingState.OPEN);
    assertThat(change(late)).isEqualTo(Change.DETECTED);
  }

  @Test
  void after_a_silence_even_the_same_activity_opens_another_finding() {
    FindingRecord second = OPENED.foundAgain(found(7_201, Severity.MEDIUM), NOW);
    FindingRecord third = second.foundAgain(found(15_000, Severity.MEDIUM), NOW);
    assertThat(second.id()).isNotEqualTo(OPENED.id());
    assertThat(third.id()).isNotIn(OPENED.id(), second.id());
    assertThat(second.version()).isEqualTo(1);
    assertThat(second.finding().id()).isEqualTo(second.id());
  }

  @Test
  void people_are_notified_when_it_is_worse_than_what_they_know() {
    assertThat(OPENED.deservesNotification()).isTrue();
    FindingRecord notified = OPENED.published(OPENED.threat(OptionalInt.of(0)));
    assertThat(notified.deservesNotification()).isFalse();
    assertThat(notified.foundAgain(found(901, Severity.MEDIUM), NOW).deservesNotification())
        .isFalse();
    assertThat(notified.foundAgain(found(60, Severity.HIGH), NOW).deservesNotification()).isTrue();
    assertThat(told(OPENED).deservesNotification()).isTrue();
  }

  @Test
  void nobody_is_notified_of_what_is_resolved_or_only_for_information() {
    assertThat(OPENED.resolvedBy(new Resolution.Silence(NOW)).deservesNotification()).isFalse();
    Finding found = found(0, Severity.LOW);
    Finding informational =
        new Finding(
            found.id(),
            DetectorKind.MISCONFIGURED_CLIENT,
            found.severity(),
            found.subject(),
            found.firstSeen(),
            found.lastSeen(),
            found.signalCount(),
            found.measure(),
            found.evidence(),
            found.explanation());
    assertThat(FindingRecord.open(informational, NOW).deservesNotification()).isFalse();
  }

  private static FindingRecord told(FindingRecord record) {
    return record.published(record.threat(OptionalInt.empty()));
  }

  private static Change change(FindingRecord record) {
    return record.threat(OptionalInt.empty()).change();
  }

  private static Resolution judgement(FindingVerdict verdict) {
    return new Resolution.Judgement(verdict, "sam", Optional.empty(), NOW);
  }

  private static Finding found(long seconds, Severity severity) {
    return finding("f", ADDRESS, seconds, severity);
  }
}
