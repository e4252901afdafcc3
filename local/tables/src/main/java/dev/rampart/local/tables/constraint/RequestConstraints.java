package dev.rampart.local.tables.constraint;

import static dev.rampart.local.tables.constraint.Constraint.length;
import static dev.rampart.local.tables.constraint.Constraint.namedMinimum;
import static dev.rampart.local.tables.constraint.Constraint.oneOf;
import static dev.rampart.local.tables.constraint.Constraint.range;
import static dev.rampart.local.tables.constraint.Constraint.required;
import static dev.rampart.local.tables.constraint.SharedMembers.CAPACITY;
import static dev.rampart.local.tables.constraint.SharedMembers.COLLECTION_METRICS;
import static dev.rampart.local.tables.constraint.SharedMembers.INDEX;
import static dev.rampart.local.tables.constraint.SharedMembers.ITEM;
import static dev.rampart.local.tables.constraint.SharedMembers.KEY;
import static dev.rampart.local.tables.constraint.SharedMembers.ON_FAILURE;
import static dev.rampart.local.tables.constraint.SharedMembers.RETURN_VALUES;
import static dev.rampart.local.tables.constraint.SharedMembers.SELECT;
import static dev.rampart.local.tables.constraint.SharedMembers.TABLE;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.tables.constraint.Structure.Member;
import java.util.Map;

/**
 * The constraints of each operation on single members of its request. They are checked before
 * anything else, and all violations are reported at once, in the order in which the service reports
 * them: the order of the members here.
 */
public final class RequestConstraints {
  private static final int PAGE_MAX = 100;
  private static final int STREAM_PAGE_MAX = 1000;
  private static final int SEGMENTS_MAX = 1_000_000;
  private static final int TOKEN_LENGTH_MAX = 36;

  private static final Structure OF_TABLE = Structure.of("TableRequest", TableConstraints.NAME);
  private static final Structure NONE = Structure.of("Request");

  private static final Map<String, Structure> OPERATIONS =
      Map.ofEntries(
          Map.entry("GetItem", Structure.of("GetItem", CAPACITY, TABLE, KEY)),
          Map.entry(
              "PutItem",
              Structure.of(
                  "PutItem", CAPACITY, TABLE, ITEM, RETURN_VALUES, COLLECTION_METRICS, ON_FAILURE)),
          Map.entry(
              "UpdateItem",
              Structure.of(
                  "UpdateItem",
                  CAPACITY,
                  TABLE,
                  COLLECTION_METRICS,
                  RETURN_VALUES,
                  KEY,
                  ON_FAILURE)),
          Map.entry(
              "DeleteItem",
              Structure.of(
                  "DeleteItem",
                  CAPACITY,
                  TABLE,
                  RETURN_VALUES,
                  COLLECTION_METRICS,
                  KEY,
                  ON_FAILURE)),
          Map.entry(
              "Query",
              Structure.of(
                  "Query", SELECT, INDEX, CAPACITY, TABLE, Member.of("Limit", namedMinimum(1)))),
          Map.entry(
              "Scan",
              Structure.of(
                  "Scan",
                  SELECT,
                  INDEX,
                  Member.of("TotalSegments", range(1, SEGMENTS_MAX)),
                  CAPACITY,
                  TABLE,
                  Member.of("Segment", range(0, SEGMENTS_MAX - 1)),
                  Member.of("Limit", range(1, Integer.MAX_VALUE)))),
          Map.entry("BatchGetItem", BatchConstraints.GET),
          Map.entry("BatchWriteItem", BatchConstraints.WRITE),
          Map.entry(
              "TransactGetItems",
              Structure.of("TransactGetItems", CAPACITY, TransactionConstraints.GETS)),
          Map.entry(
              "TransactWriteItems",
              Structure.of(
                  "TransactWriteItems",
                  CAPACITY,
                  COLLECTION_METRICS,
                  Member.of("ClientRequestToken", length(1, TOKEN_LENGTH_MAX)),
                  TransactionConstraints.WRITES)),
          Map.entry("CreateTable", TableConstraints.CREATE),
          Map.entry("UpdateTable", TableConstraints.UPDATE),
          Map.entry("DescribeTable", OF_TABLE),
          Map.entry("DeleteTable", OF_TABLE),
          Map.entry("DescribeTimeToLive", OF_TABLE),
          Map.entry("UpdateTimeToLive", TableConstraints.UPDATE_TIME_TO_LIVE),
          Map.entry(
              "ListTables",
              Structure.of(
                  "ListTables",
                  Member.of("Limit", range(1, PAGE_MAX)),
                  Member.of("ExclusiveStartTableName", TableNames.index()))),
          Map.entry(
              "ListStreams",
              Structure.of(
                  "ListStreams",
                  Member.of("TableName", TableNames.table()),
                  Member.of("Limit", range(1, PAGE_MAX)))),
          Map.entry(
              "DescribeStream",
              Structure.of(
                  "DescribeStream",
                  Member.of("StreamArn", required()),
                  Member.of("Limit", range(1, PAGE_MAX)))),
          Map.entry(
              "GetShardIterator",
              Structure.of(
                  "GetShardIterator",
                  Member.of("StreamArn", required()),
                  Member.of("ShardId", required()),
                  Member.of(
                      "ShardIteratorType",
                      required(),
                      oneOf(
                          "AT_SEQUENCE_NUMBER",
                          "TRIM_HORIZON",
                          "AFTER_SEQUENCE_NUMBER",
                          "LATEST")))),
          Map.entry(
              "GetRecords",
              Structure.of(
                  "GetRecords",
                  Member.of("ShardIterator", required()),
                  Member.of("Limit", range(1, STREAM_PAGE_MAX)))));

  private RequestConstraints() {}

  /** Refuses a request to an operation if a member violates a constraint. */
  public static void require(String operation, JsonNode request) {
    Violations violations = new Violations();
    OPERATIONS.getOrDefault(operation, NONE).check(request, Location.ROOT, violations);
    violations.raise();
  }
}
