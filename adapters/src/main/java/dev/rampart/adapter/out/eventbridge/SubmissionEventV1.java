package dev.rampart.adapter.out.eventbridge;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.domain.common.Rfc3339;
import dev.rampart.domain.submission.Decision;
import dev.rampart.domain.submission.SubmissionEvent;

/**
 * {@code SubmissionReceived}, {@code SubmissionAmended}, {@code SubmissionReviewed} and {@code
 * SubmissionWithdrawn}, version 1. They name the submission and hold none of its text.
 */
record SubmissionEventV1(SubmissionEvent event) {
  private static final int SCHEMA_VERSION = 1;

  String detailType() {
    return switch (event) {
      case SubmissionEvent.Received _ -> "SubmissionReceived";
      case SubmissionEvent.Amended _ -> "SubmissionAmended";
      case SubmissionEvent.Reviewed _ -> "SubmissionReviewed";
      case SubmissionEvent.Withdrawn _ -> "SubmissionWithdrawn";
    };
  }

  ObjectNode json() {
    SubmissionEvent.Snapshot snapshot = event.snapshot();
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("schemaVersion", SCHEMA_VERSION)
            .put("eventId", event.id())
            .put("occurredAt", Rfc3339.format(snapshot.at()))
            .put("submissionId", snapshot.id().value())
            .put("owner", snapshot.owner().sub())
            .put("category", snapshot.category().wireName())
            .put("version", snapshot.version().value());
    switch (event) {
      case SubmissionEvent.Reviewed reviewed ->
          json.put("decision", decision(reviewed.decision()))
              .put("reviewer", reviewed.reviewer().sub());
      case SubmissionEvent.Received _, SubmissionEvent.Amended _, SubmissionEvent.Withdrawn _ -> {
        // They say no more than every event does.
      }
    }
    return json;
  }

  private static String decision(Decision decision) {
    return switch (decision) {
      case ACCEPT -> "accepted";
      case REJECT -> "rejected";
    };
  }
}
