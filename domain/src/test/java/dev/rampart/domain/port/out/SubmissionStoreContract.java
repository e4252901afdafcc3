package dev.rampart.domain.port.out;

import static dev.rampart.domain.submission.Examples.ANN;
import static dev.rampart.domain.submission.Examples.BOB;
import static dev.rampart.domain.submission.Examples.FINGERPRINT;
import static dev.rampart.domain.submission.Examples.MORNING;
import static dev.rampart.domain.submission.Examples.OTHER_FINGERPRINT;
import static dev.rampart.domain.submission.Examples.RETENTION;
import static dev.rampart.domain.submission.Examples.RITA;
import static dev.rampart.domain.submission.Examples.content;
import static dev.rampart.domain.submission.Examples.event;
import static dev.rampart.domain.submission.Examples.received;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.common.PageSize;
import dev.rampart.domain.port.out.SubmissionStore.Creation;
import dev.rampart.domain.port.out.SubmissionStore.Write;
import dev.rampart.domain.submission.Decision;
import dev.rampart.domain.submission.Owner;
import dev.rampart.domain.submission.Page;
import dev.rampart.domain.submission.Position;
import dev.rampart.domain.submission.Review;
import dev.rampart.domain.submission.Status;
import dev.rampart.domain.submission.Submission;
import dev.rampart.domain.submission.SubmissionEvent;
import dev.rampart.domain.submission.SubmissionEvent.Snapshot;
import dev.rampart.domain.submission.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link SubmissionStore} owes its callers. */
public interface SubmissionStoreContract {
  int WRITERS = 50;

  /** Returns an empty store that reads the given clock. */
  SubmissionStore newStore(MovableClock clock);

  private SubmissionStore newStore() {
    return newStore(new MovableClock(MORNING));
  }

  private static Submission.Received seed(SubmissionStore store, Owner owner, String key) {
    Submission.Received submission = received(owner, key, MORNING);
    assertThat(store.create(submission, FINGERPRINT, event(submission)))
        .isEqualTo(new Creation.Created());
    return submission;
  }

  private static Write amend(SubmissionStore store, Submission.Received seen, String title) {
    Submission.Received amended = seen.amend(content(title), MORNING.plusSeconds(60));
    return store.save(
        amended, seen.record().version(), new SubmissionEvent.Amended(Snapshot.of(amended)));
  }

  @Test
  default void a_created_submission_reads_back_unchanged() {
    SubmissionStore store = newStore();
    Submission.Received hers = seed(store, ANN, "a");
    assertThat(store.find(ANN, hers.record().id())).contains(hers);
    assertThat(store.find(ANN, received(ANN, "unknown", MORNING).record().id())).isEmpty();
  }

  @Test
  default void another_owners_submission_is_not_found() {
    SubmissionStore store = newStore();
    Submission.Received hers = seed(store, ANN, "a");
    assertThat(store.find(BOB, hers.record().id())).isEmpty();
    assertThat(store.find(ANN, hers.record().id())).isPresent();
  }

  @Test
  default void a_repeated_request_gets_the_first_submission_even_after_a_change() {
    SubmissionStore store = newStore();
    Submission.Received first = seed(store, ANN, "a");
    assertThat(amend(store, first, "Changed")).isEqualTo(new Write.Stored());
    Submission.Received again = received(ANN, "a", MORNING.plusSeconds(90));
    assertThat(store.create(again, FINGERPRINT, event(again)))
        .isEqualTo(new Creation.Repeated(first));
    assertThat(store.find(ANN, first.record().id()).orElseThrow().record().content().title())
        .isEqualTo("Changed");
  }

  @Test
  default void another_request_with_the_same_key_changes_nothing() {
    SubmissionStore store = newStore();
    Submission.Received first = seed(store, ANN, "a");
    Submission.Received other = received(ANN, "a", MORNING.plusSeconds(90));
    assertThat(store.create(other, OTHER_FINGERPRINT, event(other)))
        .isEqualTo(new Creation.KeyTaken());
    assertThat(store.find(ANN, first.record().id())).contains(first);
  }

  @Test
  default void two_owners_may_use_the_same_key() {
    SubmissionStore store = newStore();
    Submission.Received hers = seed(store, ANN, "same");
    Submission.Received his = seed(store, BOB, "same");
    assertThat(his.record().id()).isNotEqualTo(hers.record().id());
    assertThat(store.find(BOB, his.record().id())).contains(his);
  }

  @Test
  default void an_expired_submission_is_absent_and_its_key_makes_a_new_one() {
    MovableClock clock = new MovableClock(MORNING);
    SubmissionStore store = newStore(clock);
    Submission.Received old = seed(store, ANN, "a");
    clock.advance(RETENTION.minusSeconds(1));
    assertThat(store.find(ANN, old.record().id())).contains(old);
    clock.advance(RETENTION);
    assertThat(store.find(ANN, old.record().id())).isEmpty();
    assertThat(list(store, ANN, Optional.empty(), 10)).isEmpty();
    assertThat(amend(store, old, "Late")).isEqualTo(new Write.Conflict());
    Submission.Received fresh = received(ANN, "a", clock.instant());
    assertThat(store.create(fresh, OTHER_FINGERPRINT, event(fresh)))
        .isEqualTo(new Creation.Created());
    assertThat(store.find(ANN, fresh.record().id())).contains(fresh);
  }

  @Test
  default void every_state_reads_back_unchanged() {
    SubmissionStore store = newStore();
    Review review = new Review(RITA, "Good <reason> & \"more\"", MORNING.plusSeconds(5));
    Submission.Received a = seed(store, ANN, "a");
    Submission.Received b = seed(store, ANN, "b");
    Submission.Received c = seed(store, ANN, "c");
    Submission.Reviewed accepted = a.review(Decision.ACCEPT, review);
    Submission.Reviewed rejected = b.review(Decision.REJECT, review);
    Submission.Withdrawn withdrawn = c.withdraw(MORNING.plusSeconds(7));
    assertThat(
            List.of(
                store.save(
                    accepted,
                    Version.FIRST,
                    new SubmissionEvent.Reviewed(Snapshot.of(accepted), Decision.ACCEPT, RITA)),
                store.save(
                    rejected,
                    Version.FIRST,
                    new SubmissionEvent.Reviewed(Snapshot.of(rejected), Decision.REJECT, RITA)),
                store.save(
                    withdrawn,
                    Version.FIRST,
                    new SubmissionEvent.Withdrawn(Snapshot.of(withdrawn)))))
        .containsOnly(new Write.Stored());
    assertThat(store.find(ANN, a.record().id())).contains(accepted);
    assertThat(store.find(ANN, b.record().id())).contains(rejected);
    assertThat(store.find(ANN, c.record().id())).contains(withdrawn);
  }

  @Test
  default void a_stale_write_changes_nothing() {
    SubmissionStore store = newStore();
    Submission.Received hers = seed(store, ANN, "a");
    assertThat(amend(store, hers, "First")).isEqualTo(new Write.Stored());
    assertThat(amend(store, hers, "Second")).isEqualTo(new Write.Conflict());
    assertThat(store.find(ANN, hers.record().id()).orElseThrow().record().content().title())
        .isEqualTo("First");
  }

  @Test
  default void nothing_is_saved_that_was_never_created() {
    SubmissionStore store = newStore();
    Submission.Received never = received(ANN, "never", MORNING);
    assertThat(amend(store, never, "Ghost")).isEqualTo(new Write.Conflict());
    assertThat(store.find(ANN, never.record().id())).isEmpty();
  }

  @Test
  default void of_many_writers_that_saw_one_version_exactly_one_succeeds() throws Exception {
    SubmissionStore store = newStore();
    Submission.Received hers = seed(store, ANN, "a");
    List<Write> writes =
        atOnce(
            IntStream.range(0, WRITERS)
                .<Callable<Write>>mapToObj(i -> () -> amend(store, hers, "Writer " + i))
                .toList());
    assertThat(writes).containsOnlyOnce(new Write.Stored());
    assertThat(writes).filteredOn(new Write.Conflict()::equals).hasSize(WRITERS - 1);
  }

  @Test
  default void of_many_equal_requests_exactly_one_creates() throws Exception {
    SubmissionStore store = newStore();
    Submission.Received hers = received(ANN, "a", MORNING);
    Callable<Creation> create = () -> store.create(hers, FINGERPRINT, event(hers));
    List<Creation> creations = atOnce(IntStream.range(0, WRITERS).mapToObj(_ -> create).toList());
    assertThat(creations).containsOnlyOnce(new Creation.Created());
    assertThat(creations).filteredOn(new Creation.Repeated(hers)::equals).hasSize(WRITERS - 1);
  }

  @Test
  default void a_list_holds_the_owners_own_newest_first() {
    SubmissionStore store = newStore();
    Submission.Received older = seed(store, ANN, "a");
    Submission.Received newer = received(ANN, "b", MORNING.plusMillis(1));
    assertThat(store.create(newer, FINGERPRINT, event(newer))).isEqualTo(new Creation.Created());
    Submission.Received his = seed(store, BOB, "c");
    assertThat(list(store, ANN, Optional.empty(), 10)).containsExactly(newer, older);
    assertThat(list(store, BOB, Optional.empty(), 10)).containsExactly(his);
  }

  @Test
  default void a_list_can_be_of_one_status() {
    SubmissionStore store = newStore();
    Submission.Received a = seed(store, ANN, "a");
    Submission.Received b = seed(store, ANN, "b");
    Submission.Withdrawn withdrawn = a.withdraw(MORNING.plusSeconds(7));
    assertThat(
            store.save(
                withdrawn, Version.FIRST, new SubmissionEvent.Withdrawn(Snapshot.of(withdrawn))))
        .isEqualTo(new Write.Stored());
    assertThat(list(store, ANN, Optional.of(Status.WITHDRAWN), 1)).containsExactly(withdrawn);
    assertThat(list(store, ANN, Optional.of(Status.RECEIVED), 1)).containsExactly(b);
    assertThat(list(store, ANN, Optional.of(Status.ACCEPTED), 1)).isEmpty();
  }

  @Test
  default void a_walk_through_pages_of_any_size_meets_each_submission_once() {
    SubmissionStore store = newStore();
    List<Submission> all = new ArrayList<>();
    for (int i = 0; i < 13; i++) {
      // Pairs share a time, so that the id has to order them.
      Submission.Received one = received(ANN, "key " + i, MORNING.plusMillis(i / 2));
      assertThat(store.create(one, FINGERPRINT, event(one))).isEqualTo(new Creation.Created());
      all.add(one);
    }
    all.sort((a, b) -> Position.NEWEST_FIRST.compare(Position.of(a), Position.of(b)));
    for (int size : List.of(1, 2, 5, 13, 100)) {
      assertThat(list(store, ANN, Optional.empty(), size)).isEqualTo(all);
    }
  }

  @Test
  default void a_full_last_page_is_the_last() {
    SubmissionStore store = newStore();
    Submission.Received only = seed(store, ANN, "a");
    Page page = store.list(ANN, Optional.empty(), Optional.empty(), new PageSize(1));
    assertThat(page).isEqualTo(new Page(List.of(only), Optional.empty()));
  }

  /** Walks to the end and returns all that was met. */
  private static List<Submission> list(
      SubmissionStore store, Owner owner, Optional<Status> status, int size) {
    List<Submission> met = new ArrayList<>();
    Optional<Position> after = Optional.empty();
    do {
      Page page = store.list(owner, status, after, new PageSize(size));
      assertThat(page.submissions()).hasSizeLessThanOrEqualTo(size);
      met.addAll(page.submissions());
      after = page.next();
    } while (after.isPresent());
    return met;
  }

  private static <T> List<T> atOnce(List<Callable<T>> calls) throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<T> results = new ArrayList<>();
      for (Future<T> future : threads.invokeAll(calls)) {
        results.add(future.get());
      }
      return results;
    }
  }
}
