package dev.rampart.adapter.out.dynamodb;

import dev.rampart.adapter.event.StoredSubmissionEvent;
import dev.rampart.domain.submission.SubmissionEvent;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The event of a write as a map attribute of its item: the table's stream carries it out. */
final class EventItem {
  private EventItem() {}

  static AttributeValue write(SubmissionEvent event) {
    StoredSubmissionEvent stored = StoredSubmissionEvent.of(event);
    Map<String, AttributeValue> map = new HashMap<>();
    stored.texts().forEach((name, text) -> map.put(name, Attributes.text(text)));
    map.put(StoredSubmissionEvent.VERSION, Attributes.number(stored.version()));
    return AttributeValue.fromM(map);
  }
}
