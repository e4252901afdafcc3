package dev.rampart.domain.port.out;

import static dev.rampart.domain.detection.finding.FindingExamples.finding;
import static dev.rampart.domain.detection.signal.SignalExamples.ADDRESS;
import static dev.rampart.domain.detection.signal.SignalExamples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.common.PageSize;
import dev.rampart.domain.detection.finding.DetectorKind;
import dev.rampart.domain.detection.finding.FindingFilter;
import dev.rampart.domain.detection.finding.FindingId;
import dev.rampart.domain.detection.finding.FindingPage;
import dev.rampart.domain.detection.finding.FindingPosition;
import dev.rampart.domain.detection.finding.FindingRecord;
import dev.rampart.domain.detection.finding.FindingState;
import dev.rampart.domain.detection.finding.Resolution;
import dev.rampart.domain.detection.finding.Severity;
import dev.rampart.domain.detection.signal.Subject;
import dev.rampart.domain.detection.signal.SubjectKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every {@link FindingQueries} owes its callers. */
public interface FindingQueriesContract {
  Instant OPENED = NOON.plusSeconds(5);
  Subject PRINCIPAL = new Subject(SubjectKind.PRINCIPAL, "u-1");

  /** The reading and the writing side of an empty store. */
  record Pair(FindingStore store, FindingQueries queries) {}

  Pair newFindings();

  /** Opens findings about so many addresses, a second apart, and returns them newest first. */
  private static List<FindingRecord> opened(FindingStore store, int count) {
    List<FindingRecord> opened = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Subject subject = new Subject(SubjectKind.IP, "203.0.113." + i);
      opened.addFirst(
          store.openOrUpdate(
              finding("f-" + i, subject, 0, Severity.MEDIUM), OPENED.plusSeconds(i)));
    }
    return opened;
  }

  @Test
  default void a_finding_is_found_by_its_id_in_its_newest_version() {
    Pair findings = newFindings();
    assertThat(findings.queries().find(new FindingId("f"))).isEmpty();
    FindingRecord opened =
        findings.store().openOrUpdate(finding("f", ADDRESS, 0, Severity.MEDIUM), OPENED);
    FindingRecord resolved =
        findings.store().resolve(opened, new Resolution.Silence(OPENED)).orElseThrow();
    assertThat(findings.queries().find(opened.id())).contains(resolved);
    assertThat(findings.queries().find(new FindingId("other"))).isEmpty();
  }

  @Test
  default void a_walk_over_pages_sees_each_finding_once_newest_first() {
    Pair findings = newFindings();
    List<FindingRecord> all = opened(findings.store(), 5);
    for (int size = 1; size <= 6; size++) {
      assertThat(walk(findings.queries(), FindingFilter.ALL, size)).isEqualTo(all);
    }
  }

  @Test
  default void the_last_page_says_that_nothing_follows() {
    Pair findings = newFindings();
    var _ = opened(findings.store(), 2);
    assertThat(page(findings.queries(), FindingFilter.ALL, 2).next()).isEmpty();
    assertThat(page(findings.queries(), FindingFilter.ALL, 1).next()).isPresent();
  }

  @Test
  default void findings_of_one_time_are_told_apart_by_their_ids() {
    Pair findings = newFindings();
    List<FindingRecord> same = new ArrayList<>();
    for (String id : List.of("c", "b", "a")) {
      Subject subject = new Subject(SubjectKind.CLIENT, id);
      same.add(findings.store().openOrUpdate(finding(id, subject, 0, Severity.MEDIUM), OPENED));
    }
    assertThat(walk(findings.queries(), FindingFilter.ALL, 1)).isEqualTo(same);
  }

  @Test
  default void a_filter_takes_what_it_names_and_nothing_else() {
    Pair findings = newFindings();
    FindingRecord mild =
        findings.store().openOrUpdate(finding("a", ADDRESS, 0, Severity.MEDIUM), OPENED);
    FindingRecord severe =
        findings
            .store()
            .openOrUpdate(finding("b", PRINCIPAL, 0, Severity.HIGH), OPENED.plusSeconds(1));
    FindingRecord over =
        findings.store().resolve(severe, new Resolution.Silence(OPENED)).orElseThrow();
    FindingQueries queries = findings.queries();
    assertThat(walk(queries, FindingFilter.about(ADDRESS), 9)).containsExactly(mild);
    assertThat(walk(queries, FindingFilter.about(PRINCIPAL), 9)).containsExactly(over);
    assertThat(walk(queries, filter(SubjectKind.IP, null, null), 9)).containsExactly(mild);
    assertThat(walk(queries, filter(null, Severity.HIGH, null), 9)).containsExactly(over);
    assertThat(walk(queries, filter(null, null, FindingState.OPEN), 9)).containsExactly(mild);
    assertThat(walk(queries, filter(null, null, FindingState.RESOLVED), 9)).containsExactly(over);
    assertThat(walk(queries, filter(SubjectKind.IP, Severity.HIGH, null), 9)).isEmpty();
    assertThat(walk(queries, detector(DetectorKind.SCHEMA_FUZZ), 1)).containsExactly(over, mild);
    assertThat(walk(queries, detector(DetectorKind.GLOBAL_RATE), 1)).isEmpty();
  }

  @Test
  default void a_filter_by_time_takes_what_was_opened_from_then_and_before_then() {
    Pair findings = newFindings();
    List<FindingRecord> all = opened(findings.store(), 6);
    FindingQueries queries = findings.queries();
    Instant second = OPENED.plusSeconds(1);
    Instant fourth = OPENED.plusSeconds(3);
    Optional<Subject> anybody = Optional.empty();
    for (int size = 1; size <= 4; size++) {
      assertThat(walk(queries, opened(anybody, second, null), size)).isEqualTo(all.subList(0, 5));
      assertThat(walk(queries, opened(anybody, null, fourth), size)).isEqualTo(all.subList(3, 6));
      assertThat(walk(queries, opened(anybody, second, fourth), size)).isEqualTo(all.subList(3, 5));
    }
    assertThat(walk(queries, opened(anybody, OPENED.plusSeconds(9), null), 1)).isEmpty();
    Optional<Subject> first = Optional.of(new Subject(SubjectKind.IP, "203.0.113.0"));
    assertThat(walk(queries, opened(first, OPENED, second), 1)).containsExactly(all.getLast());
    assertThat(walk(queries, opened(first, second, null), 1)).isEmpty();
  }

  @Test
  default void a_filter_that_takes_little_still_finds_what_is_far_behind() {
    Pair findings = newFindings();
    FindingRecord first =
        findings.store().openOrUpdate(finding("a", PRINCIPAL, 0, Severity.HIGH), NOON);
    var _ = opened(findings.store(), 250);
    assertThat(walk(findings.queries(), filter(null, Severity.HIGH, null), 5))
        .containsExactly(first);
  }

  private static List<FindingRecord> walk(FindingQueries queries, FindingFilter filter, int size) {
    List<FindingRecord> seen = new ArrayList<>();
    Optional<FindingPosition> after = Optional.empty();
    do {
      FindingPage page = queries.list(filter, after, new PageSize(size));
      assertThat(page.findings()).hasSizeLessThanOrEqualTo(size);
      seen.addAll(page.findings());
      after = page.next();
    } while (after.isPresent());
    return seen;
  }

  private static FindingFilter opened(
      Optional<Subject> about, @Nullable Instant from, @Nullable Instant before) {
    return new FindingFilter(
        about,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.ofNullable(from),
        Optional.ofNullable(before));
  }

  private static FindingPage page(FindingQueries queries, FindingFilter filter, int size) {
    return queries.list(filter, Optional.empty(), new PageSize(size));
  }

  private static FindingFilter detector(DetectorKind detector) {
    return new FindingFilter(
        Optional.empty(),
        Optional.empty(),
        Optional.of(detector),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static FindingFilter filter(
      @Nullable SubjectKind scope, @Nullable Severity severity, @Nullable FindingState state) {
    return new FindingFilter(
        Optional.empty(),
        Optional.ofNullable(scope),
        Optional.empty(),
        Optional.ofNullable(severity),
        Optional.ofNullable(state),
        Optional.empty(),
        Optional.empty());
  }
}
