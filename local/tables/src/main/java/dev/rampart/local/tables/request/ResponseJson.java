package dev.rampart.local.tables.request;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.protocol.AwsError;
import dev.rampart.local.tables.value.Item;
import dev.rampart.local.tables.value.JsonWriter;
import java.util.Optional;

/** What answers have in common. */
public final class ResponseJson {
  public static final String CONDITION_FAILED = "The conditional request failed";

  private ResponseJson() {}

  public static ObjectNode empty() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** Returns an answer with an item under a name, unless there is none. */
  public static ObjectNode with(String name, Optional<Item> item) {
    ObjectNode answer = empty();
    item.ifPresent(i -> answer.set(name, JsonWriter.json(i)));
    return answer;
  }

  public static AwsError conditionFailed(Optional<Item> shown) {
    return new AwsError(
        400, "ConditionalCheckFailedException", CONDITION_FAILED, with("Item", shown));
  }
}
