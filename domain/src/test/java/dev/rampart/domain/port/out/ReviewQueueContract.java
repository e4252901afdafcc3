package dev.rampart.domain.port.out;

import static dev.rampart.domain.submission.Examples.ANN;
import static dev.rampart.domain.submission.Examples.BOB;
import static dev.rampart.domain.submission.Examples.FINGERPRINT;
import static dev.rampart.domain.submission.Examples.MORNING;
import static dev.rampart.domain.submission.Examples.RETENTION;
import static dev.rampart.domain.submission.Examples.RITA;
import static dev.rampart.domain.submission.Examples.event;
import static dev.rampart.domain.submission.Examples.received;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.common.PageSize;
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
import org.junit.jupiter.api.Test;

/** What every {@link ReviewQueue} owes its callers. */
public interface ReviewQueueContract {

  /** An empty store and the queue over it. */
  record Ports(SubmissionStore store, ReviewQueue queue) {}

  Ports newPorts(MovableClock clock);

  private static Submission.Received seed(Ports ports, Owner owner, String key, long millis) {
    Submission.Received submission = received(owner, key, MORNING.plusMillis(millis));
    assertThat(ports.store().create(submission, FINGERPRINT, event(submission)))
        .isEqualTo(new SubmissionStore.Creation.Created());
    return submission;
  }

  @Test
  default void the_owner_of_every_submission_is_known() {
    Ports ports = newPorts(new MovableClock(MORNING));
    Submission.Received hers = seed(ports, ANN, "a", 0);
    Submission.Received his = seed(ports, BOB, "b", 0);
    assertThat(ports.queue().ownerOf(hers.record().id())).contains(ANN);
    assertThat(ports.queue().ownerOf(his.record().id())).contains(BOB);
    assertThat(ports.queue().ownerOf(received(ANN, "unknown", MORNING).record().id())).isEmpty();
  }

  @Test
  default void an_expired_submission_is_not_listed() {
    MovableClock clock = new MovableClock(MORNING);
    Ports ports = newPorts(clock);
    Submission.Received hers = seed(ports, ANN, "a", 0);
    assertThat(walk(ports.queue(), Status.RECEIVED, 1)).containsExactly(hers);
    clock.advance(RETENTION);
    assertThat(walk(ports.queue(), Status.RECEIVED, 1)).isEmpty();
  }

  @Test
  default void a_review_moves_a_submission_to_the_list_of_its_new_status() {
    Ports ports = newPorts(new MovableClock(MORNING));
    Submission.Received hers = seed(ports, ANN, "a", 0);
    Submission.Received his = seed(ports, BOB, "b", 1);
    Submission.Reviewed accepted =
        hers.review(Decision.ACCEPT, new Review(RITA, "Fine", MORNING.plusSeconds(1)));
    SubmissionEvent.Reviewed event =
        new SubmissionEvent.Reviewed(Snapshot.of(accepted), Decision.ACCEPT, RITA);
    assertThat(ports.store().save(accepted, Version.FIRST, event))
        .isEqualTo(new SubmissionStore.Write.Stored());
    assertThat(walk(ports.queue(), Status.RECEIVED, 10)).containsExactly(his);
    assertThat(walk(ports.queue(), Status.ACCEPTED, 10)).containsExactly(accepted);
    assertThat(walk(ports.queue(), Status.REJECTED, 10)).isEmpty();
  }

  @Test
  default void a_walk_through_pages_of_any_size_meets_all_owners_newest_first() {
    Ports ports = newPorts(new MovableClock(MORNING));
    List<Submission> all = new ArrayList<>();
    for (int i = 0; i < 17; i++) {
      all.add(seed(ports, i % 3 == 0 ? ANN : BOB, "key " + i, i / 2));
    }
    all.sort((a, b) -> Position.NEWEST_FIRST.compare(Position.of(a), Position.of(b)));
    for (int size : List.of(1, 4, 17, 100)) {
      assertThat(walk(ports.queue(), Status.RECEIVED, size)).isEqualTo(all);
    }
  }

  private static List<Submission> walk(ReviewQueue queue, Status status, int size) {
    List<Submission> met = new ArrayList<>();
    Optional<Position> after = Optional.empty();
    do {
      Page page = queue.list(status, after, new PageSize(size));
      assertThat(page.submissions()).hasSizeLessThanOrEqualTo(size);
      met.addAll(page.submissions());
      after = page.next();
    } while (after.isPresent());
    return met;
  }
}
