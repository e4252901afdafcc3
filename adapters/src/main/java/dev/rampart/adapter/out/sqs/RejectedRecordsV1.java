package dev.rampart.adapter.out.sqs;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.domain.common.Rfc3339;
import dev.rampart.domain.detection.rejection.RejectedRecord;
import java.util.ArrayList;
import java.util.List;

/** The message of a dead-letter queue about records that were rejected, version 1. */
final class RejectedRecordsV1 {
  static final int SCHEMA_VERSION = 1;

  /** Most characters of a message, all ASCII; a queue takes 256 KB everywhere. */
  static final int LENGTH_MAX = 200_000;

  private RejectedRecordsV1() {}

  /** Returns the messages about records: as many records in each as it may hold, in order. */
  static List<String> of(List<RejectedRecord> records) {
    List<String> messages = new ArrayList<>();
    ArrayNode told = JsonNodeFactory.instance.arrayNode();
    int length = 0;
    for (RejectedRecord record : records) {
      ObjectNode json = json(record);
      int more = json.toString().length() + 1;
      if (!told.isEmpty() && length + more > LENGTH_MAX) {
        messages.add(message(told));
        told = JsonNodeFactory.instance.arrayNode();
        length = 0;
      }
      told.add(json);
      length += more;
    }
    if (!told.isEmpty()) {
      messages.add(message(told));
    }
    return messages;
  }

  private static String message(ArrayNode records) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("schemaVersion", SCHEMA_VERSION).set("rejectedRecords", records);
    return json.toString();
  }

  private static ObjectNode json(RejectedRecord record) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("reason", record.reason().wireName()).put("log", record.log());
    record.logGroup().ifPresent(known -> json.put("logGroup", known));
    record.lineId().ifPresent(known -> json.put("lineId", known));
    record.loggedAt().ifPresent(known -> json.put("loggedAt", Rfc3339.format(known)));
    json.put("sizeBytes", record.sizeBytes());
    ObjectNode members = json.putObject("members");
    record.members().forEach(members::put);
    return json;
  }
}
