package dev.rampart.adapter.in.tablestream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.adapter.event.EventFiles;
import dev.rampart.domain.port.in.RelayEvents;
import dev.rampart.domain.submission.Category;
import dev.rampart.domain.submission.Decision;
import dev.rampart.domain.submission.Owner;
import dev.rampart.domain.submission.Reviewer;
import dev.rampart.domain.submission.SubmissionEvent;
import dev.rampart.domain.submission.SubmissionId;
import dev.rampart.domain.submission.Version;
import dev.rampart.domain.usecase.RelayEventsUseCase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

final class SubmissionStreamConsumerTest {
  private static final SubmissionEvent.Snapshot SUBJECT =
      new SubmissionEvent.Snapshot(
          new SubmissionId("8d1f7c52-6a3e-8c4b-a2f0-1b5d9e7c3a60"),
          new Owner("ann"),
          Category.SECURITY,
          new Version(3),
          Instant.parse("2026-11-22T10:15:30.123Z"));

  private final List<SubmissionEvent> heard = new ArrayList<>();
  private int refusedFrom = Integer.MAX_VALUE;
  private final SubmissionStreamConsumer stream =
      new SubmissionStreamConsumer(
          new RelayEventsUseCase(
              events -> {
                heard.addAll(events);
                return events.subList(Math.min(refusedFrom, events.size()), events.size());
              }));

  @Test
  void each_kind_of_event_is_read_from_the_new_image() {
    StreamBatchResult handled =
        stream.handle(
            batch(
                change("1", event("SubmissionReceived")),
                change("2", event("SubmissionAmended")),
                change(
                    "3",
                    event("SubmissionReviewed")
                        .replace(
                            "\"owner\"",
                            "\"decision\": {\"S\": \"REJECT\"}, \"reviewer\": {\"S\": \"rita\"},"
                                + " \"owner\"")),
                change("4", event("SubmissionWithdrawn"))));
    assertThat(heard)
        .containsExactly(
            new SubmissionEvent.Received(SUBJECT),
            new SubmissionEvent.Amended(SUBJECT),
            new SubmissionEvent.Reviewed(SUBJECT, Decision.REJECT, new Reviewer("rita")),
            new SubmissionEvent.Withdrawn(SUBJECT));
    assertThat(handled.resumeAt()).isEmpty();
    assertThat(handled.reply().toString()).isEqualTo("{\"batchItemFailures\":[]}");
  }

  @Test
  void a_removed_row_and_a_change_without_news_say_nothing() {
    String same = event("SubmissionReceived");
    StreamBatchResult handled =
        stream.handle(
            batch(
                """
                {"eventName": "REMOVE", "dynamodb": {"SequenceNumber": "1",
                 "OldImage": {"event": %s}}}
                """
                    .formatted(same),
                """
                {"eventName": "MODIFY", "dynamodb": {"SequenceNumber": "2",
                 "OldImage": {"event": %s}, "NewImage": {"event": %s}}}
                """
                    .formatted(same, same),
                "{\"eventName\": \"INSERT\", \"dynamodb\": {\"NewImage\": {}}}"));
    assertThat(heard).isEmpty();
    assertThat(handled.records()).isEqualTo(3);
    assertThat(handled.resumeAt()).isEmpty();
  }

  @Test
  void the_oldest_event_that_was_not_published_comes_again() {
    refusedFrom = 1;
    StreamBatchResult handled =
        stream.handle(
            batch(
                change("10", event("SubmissionReceived")),
                change("20", event("SubmissionAmended")),
                change("30", event("SubmissionWithdrawn"))));
    assertThat(handled.resumeAt()).contains("20");
    assertThat(handled.reply().toString())
        .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"20\"}]}");
  }

  @Test
  void a_relay_that_stops_at_a_foreign_event_loses_nothing() {
    SubmissionStreamConsumer astray =
        new SubmissionStreamConsumer(
            _ -> new RelayEvents.Result.StoppedAt(new SubmissionEvent.Withdrawn(SUBJECT)));

    assertThatThrownBy(() -> astray.handle(batch(change("10", event("SubmissionReceived")))))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void a_change_that_cannot_be_read_stops_the_batch_there_and_what_came_before_goes_out() {
    StreamBatchResult handled =
        stream.handle(
            batch(
                change("10", event("SubmissionReceived")),
                change("20", event("SomethingElse")),
                change("30", event("SubmissionWithdrawn"))));
    assertThat(heard).containsExactly(new SubmissionEvent.Received(SUBJECT));
    assertThat(handled.unreadable()).isTrue();
    assertThat(handled.resumeAt()).contains("20");
  }

  @Test
  void an_event_with_a_wrong_member_is_not_read() {
    assertThat(readable(_ -> {})).isTrue();
    for (String member :
        new String[] {"submissionId", "owner", "category", "version", "at", "type"}) {
      assertThat(readable(event -> event.remove(member))).as(member).isFalse();
      assertThat(readable(event -> event.putObject(member).put("S", "\u0000"))).isFalse();
    }
    assertThat(readable(event -> event.putObject("type").put("S", "SubmissionReviewed"))).isFalse();
  }

  @Test
  void a_call_that_is_no_batch_is_a_mistake() {
    assertThatThrownBy(() -> stream.handle(EventFiles.parse("{}")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private boolean readable(Consumer<ObjectNode> change) {
    ObjectNode event = (ObjectNode) EventFiles.parse(event("SubmissionReceived"));
    change.accept((ObjectNode) event.path("M"));
    return !stream.handle(batch(change("1", event.toString()))).unreadable();
  }

  private static String event(String type) {
    return """
    {"M": {"type": {"S": "%s"}, "submissionId": {"S": "8d1f7c52-6a3e-8c4b-a2f0-1b5d9e7c3a60"},
     "owner": {"S": "ann"}, "category": {"S": "security"}, "version": {"N": "3"},
     "at": {"S": "2026-11-22T10:15:30.123Z"}}}
    """
        .formatted(type);
  }

  private static String change(String sequence, String event) {
    return """
    {"eventName": "MODIFY", "dynamodb": {"SequenceNumber": "%s",
     "NewImage": {"event": %s, "title": {"S": "not for the bus"}}}}
    """
        .formatted(sequence, event);
  }

  private static JsonNode batch(String... records) {
    return EventFiles.parse("{\"Records\": [" + String.join(",", records) + "]}");
  }
}
