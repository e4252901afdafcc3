package dev.rampart.local.tables;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.protocol.AwsError;
import dev.rampart.local.tables.value.Item;
import dev.rampart.local.tables.value.JsonWriter;
import java.util.Optional;

/** What answers have in common. */
final class Answers {
  static final String CONDITION_FAILED = "The conditional request failed";

  private Answers() {}

  static ObjectNode empty() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** Returns an answer with an item under a name, unless there is none. */
  static ObjectNode with(String name, Optional<Item> item) {
    ObjectNode answer = empty();
    item.ifPresent(i -> answer.set(name, JsonWriter.json(i)));
    return answer;
  }

  static AwsError conditionFailed(Optional<Item> shown) {
    return new AwsError(
        400, "ConditionalCheckFailedException", CONDITION_FAILED, with("Item", shown));
  }
}
