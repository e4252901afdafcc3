package dev.rampart.local.tables.constraint;

import static dev.rampart.local.tables.constraint.Constraint.required;
import static dev.rampart.local.tables.constraint.SharedMembers.CAPACITY;
import static dev.rampart.local.tables.constraint.SharedMembers.COLLECTION_METRICS;
import static dev.rampart.local.tables.constraint.SharedMembers.ITEM;
import static dev.rampart.local.tables.constraint.SharedMembers.KEY;
import static dev.rampart.local.tables.value.Refusals.invalid;
import static dev.rampart.local.tables.value.Refusals.unreadable;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.tables.constraint.Structure.Member;

/** The constraints of BatchGetItem and BatchWriteItem. */
final class BatchConstraints {
  private static final Bounds KEYS = Bounds.length(1, 100);
  private static final Bounds WRITES = Bounds.length(1, 25);
  private static final String WRITES_OF_A_TABLE =
      "Map value must satisfy constraint: [%s, %s]".formatted(WRITES.maximum(), WRITES.minimum());
  private static final Structure WRITE_REQUEST =
      Structure.of(
          "WriteRequest",
          Member.of("DeleteRequest", Structure.of("DeleteRequest", KEY)),
          Member.of("PutRequest", Structure.of("PutRequest", ITEM)));

  static final Structure GET =
      Structure.of(
          "BatchGetItem",
          CAPACITY,
          Member.of(
              "RequestItems",
              required(),
              notEmpty("BatchGetItem"),
              TableNames.keys(),
              Constraint.values(
                  Structure.of(
                      "KeysAndAttributes",
                      Member.of("Keys", required(), BatchConstraints::checkKeys)))));

  static final Structure WRITE =
      Structure.of(
          "BatchWriteItem",
          CAPACITY,
          COLLECTION_METRICS,
          Member.of(
              "RequestItems",
              required(),
              notEmpty("BatchWriteItem"),
              TableNames.keys(),
              BatchConstraints::checkWrites,
              Constraint.values(WRITE_REQUEST.list(Bounds.length(0, Long.MAX_VALUE)))));

  private BatchConstraints() {}

  private static Constraint notEmpty(String operation) {
    return (value, _, _) -> {
      if (value.isObject() && value.isEmpty()) {
        throw invalid("The requestItems parameter is required for " + operation);
      }
    };
  }

  private static void checkKeys(JsonNode keys, Location location, Violations violations) {
    if (Constraint.absent(keys)) {
      return;
    }
    requireList(keys);
    if (keys.isEmpty()) {
      violations.add("[]", location, KEYS.minimum());
    }
    if (keys.size() > KEYS.max()) {
      violations.addNamed(location, KEYS.maximum());
    }
  }

  /** Reports the number of writes at the map that holds them, whatever table they are for. */
  private static void checkWrites(JsonNode tables, Location location, Violations violations) {
    for (JsonNode writes : tables) {
      requireList(writes);
      if (writes.isEmpty() || writes.size() > WRITES.max()) {
        violations.add(() -> Shown.value(tables), location, WRITES_OF_A_TABLE);
      }
    }
  }

  private static void requireList(JsonNode value) {
    if (!value.isArray()) {
      throw unreadable("Unexpected field type");
    }
  }
}
