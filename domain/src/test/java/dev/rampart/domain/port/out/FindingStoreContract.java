package dev.rampart.domain.port.out;

import static dev.rampart.domain.detection.finding.FindingExamples.finding;
import static dev.rampart.domain.detection.signal.SignalExamples.ADDRESS;
import static dev.rampart.domain.detection.signal.SignalExamples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.detection.finding.Finding;
import dev.rampart.domain.detection.finding.FindingId;
import dev.rampart.domain.detection.finding.FindingRecord;
import dev.rampart.domain.detection.finding.FindingState;
import dev.rampart.domain.detection.finding.FindingVerdict;
import dev.rampart.domain.detection.finding.Incident;
import dev.rampart.domain.detection.finding.Resolution;
import dev.rampart.domain.detection.finding.Severity;
import dev.rampart.domain.detection.finding.Threat;
import dev.rampart.domain.detection.signal.Subject;
import dev.rampart.domain.detection.signal.SubjectKind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What every {@link FindingStore} owes its callers. */
public interface FindingStoreContract {
  /** When findings are processed in these tests. */
  Instant NOW = NOON.plusSeconds(5);

  /** Returns an empty store. */
  FindingStore newFindingStore();

  @Test
  default void a_new_finding_is_owed_until_it_is_published() {
    FindingStore store = newFindingStore();
    Finding finding = finding("f-1", ADDRESS, 0, Severity.MEDIUM);
    FindingRecord opened = store.openOrUpdate(finding, NOW);
    assertThat(opened).isEqualTo(FindingRecord.open(finding, NOW));
    assertThat(store.openOrUpdate(finding, NOW.plusSeconds(1))).isEqualTo(opened);
    FindingRecord published = published(store, opened);
    assertThat(store.openOrUpdate(finding, NOW.plusSeconds(2))).isEqualTo(published);
    assertThat(published.needsPublishing()).isFalse();
  }

  @Test
  default void an_open_finding_keeps_the_id_it_was_opened_with() {
    FindingStore store = newFindingStore();
    FindingRecord first = store.openOrUpdate(finding("f-1", ADDRESS, 0, Severity.MEDIUM), NOW);
    FindingRecord worse = store.openOrUpdate(finding("f-2", ADDRESS, 60, Severity.HIGH), NOW);
    assertThat(worse.id()).isEqualTo(first.id());
    assertThat(worse.finding().id()).isEqualTo(first.id());
    assertThat(worse.version()).isEqualTo(2);
  }

  @Test
  default void the_newest_version_is_kept_whole() {
    FindingStore store = newFindingStore();
    FindingRecord first = store.openOrUpdate(finding("f", ADDRESS, 0, Severity.MEDIUM), NOW);
    Instant later = NOW.plusSeconds(60);
    Finding worse = finding("f", ADDRESS, 60, Severity.HIGH);
    assertThat(store.openOrUpdate(worse, later)).isEqualTo(first.foundAgain(worse, later));
    Finding same = finding("f", ADDRESS, 61, Severity.HIGH);
    assertThat(store.openOrUpdate(same, later.plusSeconds(1)))
        .isEqualTo(first.foundAgain(worse, later));
  }

  @Test
  default void a_finding_after_two_hours_of_silence_is_another_one() {
    FindingStore store = newFindingStore();
    FindingRecord first = store.openOrUpdate(finding("f-1", ADDRESS, 0, Severity.MEDIUM), NOW);
    FindingRecord goesOn = store.openOrUpdate(finding("f-2", ADDRESS, 7_200, Severity.MEDIUM), NOW);
    assertThat(goesOn.id()).isEqualTo(first.id());
    Finding late = finding("f-2", ADDRESS, 7_200 + 7_201, Severity.MEDIUM);
    FindingRecord second = store.openOrUpdate(late, NOW);
    assertThat(second).isEqualTo(goesOn.foundAgain(late, NOW));
    assertThat(second.id()).isNotEqualTo(first.id());
    assertThat(second.version()).isEqualTo(1);
  }

  @Test
  default void what_was_not_published_of_a_finding_that_is_over_stays_due() {
    FindingStore store = newFindingStore();
    FindingRecord first = store.openOrUpdate(finding("f-1", ADDRESS, 0, Severity.MEDIUM), NOW);
    FindingRecord second = store.openOrUpdate(finding("f-2", ADDRESS, 7_201, Severity.MEDIUM), NOW);
    assertThat(store.due(NOW.plusSeconds(60), 10)).containsExactlyInAnyOrder(first, second);
  }

  @Test
  default void a_finding_is_due_when_it_says_so_and_not_before() {
    FindingStore store = newFindingStore();
    FindingRecord opened = store.openOrUpdate(finding("f", ADDRESS, 0, Severity.MEDIUM), NOW);
    Instant due = NOW.plus(FindingRecord.PUBLISHED_WITHIN);
    assertThat(store.due(due.minusMillis(1), 10)).isEmpty();
    assertThat(store.due(due, 10)).containsExactly(opened);
    FindingRecord published = published(store, opened);
    Instant silent = NOON.plus(Incident.CLOSED_AFTER);
    assertThat(store.due(silent.minusMillis(1), 10)).isEmpty();
    assertThat(store.due(silent, 10)).containsExactly(published);
  }

  @Test
  default void those_that_are_due_longest_come_first_and_no_more_than_wanted() {
    FindingStore store = newFindingStore();
    for (int i = 2; i >= 0; i--) {
      Subject subject = new Subject(SubjectKind.PRINCIPAL, "p-" + i);
      var _ = store.openOrUpdate(finding("f-" + i, subject, 0, Severity.LOW), NOW.plusSeconds(i));
    }
    assertThat(store.due(NOW.plusSeconds(100), 2))
        .extracting(record -> record.id().text())
        .containsExactly("f-0", "f-1");
  }

  @Test
  default void a_closed_finding_is_owed_once_more_and_never_due_again() {
    FindingStore store = newFindingStore();
    FindingRecord open =
        published(store, store.openOrUpdate(finding("f", ADDRESS, 0, Severity.MEDIUM), NOW));
    Resolution silence = new Resolution.Silence(NOON.plusSeconds(8_000));
    FindingRecord closed = store.resolve(open, silence).orElseThrow();
    assertThat(closed).isEqualTo(open.resolvedBy(silence));
    assertThat(store.due(NOON.plusSeconds(9_000), 10)).containsExactly(closed);
    FindingRecord told = published(store, closed);
    assertThat(told.state()).isEqualTo(FindingState.RESOLVED);
    assertThat(store.due(NOON.plusSeconds(90_000), 10)).isEmpty();
  }

  @Test
  default void nobody_closes_what_changed_since_it_was_seen() {
    FindingStore store = newFindingStore();
    FindingRecord seen = store.openOrUpdate(finding("f", ADDRESS, 0, Severity.MEDIUM), NOW);
    FindingRecord worse = store.openOrUpdate(finding("f", ADDRESS, 1, Severity.HIGH), NOW);
    assertThat(store.resolve(seen, new Resolution.Silence(NOW))).isEmpty();
    assertThat(store.resolve(worse, new Resolution.Silence(NOW))).isPresent();
    assertThat(store.resolve(worse, new Resolution.Silence(NOW))).isEmpty();
  }

  @Test
  default void a_judgement_is_kept_whole_and_holds_until_it_gets_worse() {
    FindingStore store = newFindingStore();
    FindingRecord open = store.openOrUpdate(finding("f", ADDRESS, 0, Severity.MEDIUM), NOW);
    Resolution judgement =
        new Resolution.Judgement(
            FindingVerdict.FALSE_POSITIVE, "sam", Optional.of("our own\nscanner: ünïcödé"), NOW);
    FindingRecord judged = store.resolve(open, judgement).orElseThrow();
    assertThat(store.openOrUpdate(finding("f", ADDRESS, 800, Severity.MEDIUM), NOW))
        .isEqualTo(judged);
    Finding worse = finding("f", ADDRESS, 1_001, Severity.HIGH);
    FindingRecord again = store.openOrUpdate(worse, NOW);
    assertThat(again).isEqualTo(judged.foundAgain(worse, NOW));
    assertThat(again.state()).isEqualTo(FindingState.OPEN);
  }

  @Test
  default void a_judgement_holds_as_long_as_the_activity_goes_on() {
    FindingStore store = newFindingStore();
    FindingRecord open = store.openOrUpdate(finding("f", ADDRESS, 0, Severity.MEDIUM), NOW);
    Resolution judgement =
        new Resolution.Judgement(FindingVerdict.FALSE_POSITIVE, "sam", Optional.empty(), NOW);
    FindingRecord judged = store.resolve(open, judgement).orElseThrow();
    FindingRecord told = judged.published(threat(judged));
    store.markPublished(told);
    for (int minute = 1; minute <= 360; minute++) {
      Instant at = NOW.plusSeconds(60L * minute);
      FindingRecord now =
          store.openOrUpdate(finding("f" + minute, ADDRESS, 60L * minute, Severity.MEDIUM), at);
      assertThat(now.id()).isEqualTo(judged.id());
      assertThat(now.version()).isEqualTo(judged.version());
      assertThat(now.resolution()).isEqualTo(judged.resolution());
      assertThat(now.needsPublishing()).isFalse();
    }
    assertThat(store.openOrUpdate(finding("g", ADDRESS, 9 * 3_600, Severity.MEDIUM), NOW).state())
        .as("after a silence")
        .isEqualTo(FindingState.OPEN);
  }

  @Test
  default void what_is_published_late_hides_nothing_newer() {
    FindingStore store = newFindingStore();
    Finding finding = finding("f", ADDRESS, 0, Severity.MEDIUM);
    FindingRecord first = store.openOrUpdate(finding, NOW);
    FindingRecord second = store.openOrUpdate(finding("f", ADDRESS, 1, Severity.HIGH), NOW);
    FindingRecord published = published(store, second);
    store.markPublished(first.published(threat(first)));
    assertThat(store.openOrUpdate(finding, NOW)).isEqualTo(published);
  }

  @Test
  default void an_older_version_that_was_published_leaves_the_newer_one_due() {
    FindingStore store = newFindingStore();
    FindingRecord first = store.openOrUpdate(finding("f", ADDRESS, 0, Severity.MEDIUM), NOW);
    FindingRecord second = store.openOrUpdate(finding("f", ADDRESS, 1, Severity.HIGH), NOW);
    FindingRecord told = first.published(threat(first));
    store.markPublished(told);
    assertThat(store.due(NOW.plusSeconds(60), 10)).containsExactly(second.markedAs(told));
  }

  @Test
  default void subjects_are_kept_apart() {
    FindingStore store = newFindingStore();
    Subject other = new Subject(SubjectKind.PRINCIPAL, ADDRESS.name());
    assertThat(store.openOrUpdate(finding("f-1", ADDRESS, 0, Severity.MEDIUM), NOW).id())
        .isEqualTo(new FindingId("f-1"));
    assertThat(store.openOrUpdate(finding("f-2", other, 0, Severity.MEDIUM), NOW).id())
        .isEqualTo(new FindingId("f-2"));
    assertThat(store.due(NOW.plusSeconds(60), 10)).hasSize(2);
  }

  @Test
  default void an_empty_store_has_nothing_due() {
    assertThat(newFindingStore().due(NOW, 10)).isEqualTo(List.of());
  }

  private static FindingRecord published(FindingStore store, FindingRecord record) {
    FindingRecord published = record.published(threat(record));
    store.markPublished(published);
    return published;
  }

  private static Threat threat(FindingRecord record) {
    return record.threat(OptionalInt.of(3));
  }
}
