package dev.rampart.local.events.queue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.protocol.AwsError;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;

/** Carries out the entries of a batch request one by one; a refused one does not stop the rest. */
final class Batch {
  private static final int ENTRIES_MAX = 10;

  private Batch() {}

  static ObjectNode run(JsonNode input, Function<JsonNode, ObjectNode> entryAction) {
    JsonNode entries = RequestMembers.list(input, "Entries");
    check(entries);
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ArrayNode successful = answer.putArray("Successful");
    ArrayNode failed = answer.putArray("Failed");
    for (JsonNode entry : entries) {
      String id = entry.path("Id").asText();
      try {
        ObjectNode done = entryAction.apply(entry);
        successful.add(done.put("Id", id));
      } catch (AwsError e) {
        failed
            .addObject()
            .put("Id", id)
            .put("SenderFault", true)
            .put("Code", e.code())
            .put("Message", e.getMessage());
      }
    }
    return answer;
  }

  private static void check(JsonNode entries) {
    if (entries.isEmpty()) {
      throw new AwsError("EmptyBatchRequest", "There should be at least one entry in the request.");
    }
    if (entries.size() > ENTRIES_MAX) {
      throw new AwsError(
          "TooManyEntriesInBatchRequest",
          "Maximum number of entries per request are 10. You have sent " + entries.size() + ".");
    }
    Set<String> ids = new HashSet<>();
    for (JsonNode entry : entries) {
      String id = RequestMembers.text(entry, "Id").orElse("");
      if (!id.matches("[A-Za-z0-9_-]{1,80}")) {
        throw new AwsError(
            "InvalidBatchEntryId",
            "A batch entry id can only contain alphanumeric characters, hyphens and underscores."
                + " It can be at most 80 letters long.");
      }
      if (!ids.add(id)) {
        throw new AwsError("BatchEntryIdsNotDistinct", "Id " + id + " repeated.");
      }
    }
  }
}
