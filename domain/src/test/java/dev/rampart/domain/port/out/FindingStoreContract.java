package dev.rampart.domain.port.out;

import static dev.rampart.domain.detection.signal.SignalExamples.ADDRESS;
import static dev.rampart.domain.detection.signal.SignalExamples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.detection.finding.DetectorKind;
import dev.rampart.domain.detection.finding.EvidenceLine;
import dev.rampart.domain.detection.finding.Finding;
import dev.rampart.domain.detection.finding.FindingId;
import dev.rampart.domain.detection.finding.Measure;
import dev.rampart.domain.detection.finding.Severity;
import dev.rampart.domain.detection.signal.DetectionPoint;
import dev.rampart.domain.detection.signal.Subject;
import dev.rampart.domain.detection.signal.SubjectKind;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link FindingStore} owes its callers. */
public interface FindingStoreContract {
  /** Returns an empty store. */
  FindingStore newFindingStore();

  @Test
  default void a_new_finding_is_owed_until_it_is_told() {
    FindingStore store = newFindingStore();
    Finding finding = finding("f-1", ADDRESS, 0, Severity.MEDIUM);
    FindingStore.PublicationState opened = store.openOrUpdate(finding);
    assertThat(opened).isEqualTo(state("f-1", 1, 0));
    assertThat(opened.needsPublishing()).isTrue();
    assertThat(store.openOrUpdate(finding)).isEqualTo(opened);
    store.markPublished(finding, opened);
    assertThat(store.openOrUpdate(finding)).isEqualTo(state("f-1", 1, 1));
    assertThat(store.openOrUpdate(finding).needsPublishing()).isFalse();
  }

  @Test
  default void an_open_finding_keeps_the_name_it_was_opened_with() {
    FindingStore store = newFindingStore();
    assertThat(store.openOrUpdate(finding("f-1", ADDRESS, 0, Severity.MEDIUM)).version())
        .isEqualTo(1);
    assertThat(store.openOrUpdate(finding("f-2", ADDRESS, 60, Severity.MEDIUM)).id())
        .isEqualTo(new FindingId("f-1"));
  }

  @Test
  default void a_finding_that_gets_worse_is_news_and_one_that_gets_milder_is_not() {
    FindingStore store = newFindingStore();
    assertThat(store.openOrUpdate(finding("f", ADDRESS, 0, Severity.MEDIUM)).version())
        .isEqualTo(1);
    assertThat(store.openOrUpdate(finding("f", ADDRESS, 1, Severity.HIGH)).version()).isEqualTo(2);
    assertThat(store.openOrUpdate(finding("f", ADDRESS, 2, Severity.HIGH)).version()).isEqualTo(2);
    assertThat(store.openOrUpdate(finding("f", ADDRESS, 3, Severity.LOW)).version()).isEqualTo(2);
  }

  @Test
  default void a_finding_that_goes_on_is_news_after_a_quarter_of_an_hour_and_not_before() {
    FindingStore store = newFindingStore();
    assertThat(store.openOrUpdate(finding("f", ADDRESS, 0, Severity.MEDIUM)).version())
        .isEqualTo(1);
    assertThat(store.openOrUpdate(finding("f", ADDRESS, 900, Severity.MEDIUM)).version())
        .isEqualTo(1);
    assertThat(store.openOrUpdate(finding("f", ADDRESS, 901, Severity.MEDIUM)).version())
        .isEqualTo(2);
    assertThat(store.openOrUpdate(finding("f", ADDRESS, 902, Severity.MEDIUM)).version())
        .isEqualTo(2);
  }

  @Test
  default void a_finding_that_went_on_mildly_is_no_news_when_it_is_as_bad_as_before() {
    FindingStore store = newFindingStore();
    assertThat(store.openOrUpdate(finding("f", ADDRESS, 0, Severity.HIGH)).version()).isEqualTo(1);
    assertThat(store.openOrUpdate(finding("f", ADDRESS, 901, Severity.MEDIUM)).version())
        .isEqualTo(2);
    assertThat(store.openOrUpdate(finding("f", ADDRESS, 902, Severity.HIGH)).version())
        .isEqualTo(2);
  }

  @Test
  default void a_finding_after_two_hours_of_silence_is_a_new_one() {
    FindingStore store = newFindingStore();
    Finding first = finding("f-1", ADDRESS, 0, Severity.MEDIUM);
    store.markPublished(first, store.openOrUpdate(first));
    assertThat(store.openOrUpdate(finding("f-2", ADDRESS, 7_200, Severity.MEDIUM)).id().text())
        .isEqualTo("f-1");
    assertThat(store.openOrUpdate(finding("f-2", ADDRESS, 7_200 + 7_201, Severity.MEDIUM)))
        .isEqualTo(state("f-2", 1, 0));
  }

  @Test
  default void a_late_finding_does_not_turn_the_clock_back() {
    FindingStore store = newFindingStore();
    assertThat(store.openOrUpdate(finding("f", ADDRESS, 3_600, Severity.MEDIUM)).version())
        .isEqualTo(1);
    assertThat(store.openOrUpdate(finding("f", ADDRESS, 0, Severity.HIGH)).version()).isEqualTo(2);
    assertThat(store.openOrUpdate(finding("f", ADDRESS, 3_660, Severity.HIGH)).version())
        .isEqualTo(2);
  }

  @Test
  default void news_told_late_does_not_hide_newer_news() {
    FindingStore store = newFindingStore();
    Finding finding = finding("f", ADDRESS, 0, Severity.MEDIUM);
    FindingStore.PublicationState first = store.openOrUpdate(finding);
    FindingStore.PublicationState second =
        store.openOrUpdate(finding("f", ADDRESS, 1, Severity.HIGH));
    store.markPublished(finding, second);
    store.markPublished(finding, first);
    assertThat(store.openOrUpdate(finding)).isEqualTo(state("f", 2, 2));
  }

  @Test
  default void subjects_are_kept_apart() {
    FindingStore store = newFindingStore();
    Subject other = new Subject(SubjectKind.PRINCIPAL, ADDRESS.name());
    assertThat(store.openOrUpdate(finding("f-1", ADDRESS, 0, Severity.MEDIUM)).id().text())
        .isEqualTo("f-1");
    assertThat(store.openOrUpdate(finding("f-2", other, 0, Severity.MEDIUM)).id().text())
        .isEqualTo("f-2");
  }

  private static FindingStore.PublicationState state(String id, long version, long published) {
    return new FindingStore.PublicationState(new FindingId(id), version, published);
  }

  private static Finding finding(
      String id, Subject subject, long secondsAfterNoon, Severity severity) {
    return new Finding(
        new FindingId(id),
        DetectorKind.SCHEMA_FUZZ,
        severity,
        subject,
        NOON,
        NOON.plusSeconds(secondsAfterNoon),
        3,
        new Measure("faults", 3, 3),
        List.of(new EvidenceLine(DetectionPoint.SCHEMA_VIOLATION, 3, List.of())),
        "3 of 3");
  }
}
