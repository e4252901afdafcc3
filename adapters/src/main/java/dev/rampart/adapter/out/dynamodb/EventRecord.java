package dev.rampart.adapter.out.dynamodb;

import static dev.rampart.adapter.out.dynamodb.Attributes.number;
import static dev.rampart.adapter.out.dynamodb.Attributes.text;

import dev.rampart.domain.submission.SubmissionEvent;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The event of a write as a map attribute of its item: the table's stream carries it out. */
final class EventRecord {
  private EventRecord() {}

  static AttributeValue write(SubmissionEvent event) {
    SubmissionEvent.Subject subject = event.subject();
    Map<String, AttributeValue> map = new HashMap<>();
    map.put("submissionId", text(subject.id().value()));
    map.put("owner", text(subject.owner().sub()));
    map.put("category", text(subject.category().code()));
    map.put("version", number(subject.version().value()));
    map.put("at", Attributes.time(subject.at()));
    switch (event) {
      case SubmissionEvent.Received _ -> map.put("type", text("SubmissionReceived"));
      case SubmissionEvent.Amended _ -> map.put("type", text("SubmissionAmended"));
      case SubmissionEvent.Withdrawn _ -> map.put("type", text("SubmissionWithdrawn"));
      case SubmissionEvent.Reviewed reviewed -> {
        map.put("type", text("SubmissionReviewed"));
        map.put("decision", text(reviewed.decision().name()));
        map.put("reviewer", text(reviewed.reviewer().sub()));
      }
    }
    return AttributeValue.fromM(map);
  }
}
