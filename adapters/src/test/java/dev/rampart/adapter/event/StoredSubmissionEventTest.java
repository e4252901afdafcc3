package dev.rampart.adapter.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.submission.Decision;
import dev.rampart.domain.submission.Examples;
import dev.rampart.domain.submission.Submission;
import dev.rampart.domain.submission.SubmissionEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One shape, written and read in one place. */
final class StoredSubmissionEventTest {

  private static final Submission SUBMISSION =
      Examples.received(Examples.ANN, "k", Examples.MORNING);
  private static final SubmissionEvent.Snapshot SNAPSHOT = SubmissionEvent.Snapshot.of(SUBMISSION);

  @Test
  void every_event_is_read_as_it_was_written() {
    List<SubmissionEvent> events =
        List.of(
            new SubmissionEvent.Received(SNAPSHOT),
            new SubmissionEvent.Amended(SNAPSHOT),
            new SubmissionEvent.Withdrawn(SNAPSHOT),
            new SubmissionEvent.Reviewed(SNAPSHOT, Decision.ACCEPT, Examples.RITA),
            new SubmissionEvent.Reviewed(SNAPSHOT, Decision.REJECT, Examples.RITA));

    assertThat(events).allMatch(event -> stored(event).event().orElseThrow().equals(event));
  }

  @Test
  void a_stored_event_keeps_its_names() {
    assertThat(
            stored(new SubmissionEvent.Reviewed(SNAPSHOT, Decision.REJECT, Examples.RITA)).texts())
        .isEqualTo(
            Map.of(
                "type", "SubmissionReviewed",
                "submissionId", SNAPSHOT.id().value(),
                "owner", Examples.ANN.sub(),
                "category", "bug",
                "at", "2026-11-24T08:00:00.123Z",
                "decision", "REJECT",
                "reviewer", Examples.RITA.sub()));
  }

  @Test
  void an_event_without_one_of_its_members_is_none() {
    StoredSubmissionEvent whole =
        stored(new SubmissionEvent.Reviewed(SNAPSHOT, Decision.ACCEPT, Examples.RITA));
    for (String name : whole.texts().keySet()) {
      Map<String, String> less = new HashMap<>(whole.texts());
      less.remove(name);

      assertThat(new StoredSubmissionEvent(less, whole.version()).event()).as(name).isEmpty();
    }
    assertThat(new StoredSubmissionEvent(whole.texts(), 0).event()).isEmpty();
  }

  private static StoredSubmissionEvent stored(SubmissionEvent event) {
    return StoredSubmissionEvent.of(event);
  }
}
