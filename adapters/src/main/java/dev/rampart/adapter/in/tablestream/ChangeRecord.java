package dev.rampart.adapter.in.tablestream;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.adapter.event.StoredSubmissionEvent;
import dev.rampart.domain.submission.SubmissionEvent;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** One record of the stream: an item before and after a change, in DynamoDB's JSON. */
record ChangeRecord(JsonNode json) {

  String sequenceNumber() {
    return json.path("dynamodb").path("SequenceNumber").asText();
  }

  /** Returns whether the change carries an event: a removed item or an unchanged event does not. */
  boolean isEvent() {
    JsonNode event = stored("NewImage");
    return !event.isMissingNode() && !event.equals(stored("OldImage"));
  }

  /** Returns the event; empty if it is not as the table's writer writes it. */
  Optional<SubmissionEvent> event() {
    Map<String, String> texts = new HashMap<>();
    JsonNode members = stored("NewImage").path("M");
    for (Map.Entry<String, JsonNode> member : members.properties()) {
      if (member.getValue().has("S")) {
        texts.put(member.getKey(), member.getValue().path("S").asText());
      }
    }
    long version = members.path(StoredSubmissionEvent.VERSION).path("N").asLong();
    return new StoredSubmissionEvent(texts, version).event();
  }

  private JsonNode stored(String image) {
    return json.path("dynamodb").path(image).path(StoredSubmissionEvent.ATTRIBUTE);
  }
}
