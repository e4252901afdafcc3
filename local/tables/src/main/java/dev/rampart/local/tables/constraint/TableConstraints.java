package dev.rampart.local.tables.constraint;

import static dev.rampart.local.tables.constraint.Constraint.length;
import static dev.rampart.local.tables.constraint.Constraint.oneOf;
import static dev.rampart.local.tables.constraint.Constraint.range;
import static dev.rampart.local.tables.constraint.Constraint.required;
import static dev.rampart.local.tables.constraint.Constraint.requiredParameter;

import dev.rampart.local.tables.constraint.Structure.Member;

/** The constraints of the operations on tables as a whole. */
final class TableConstraints {
  private static final int ATTRIBUTE_LENGTH_MAX = 255;
  private static final Bounds ANY_NUMBER = Bounds.length(0, Long.MAX_VALUE);

  static final Member NAME = Member.of("TableName", requiredParameter(), TableNames.table());

  private static final Member ATTRIBUTE_DEFINITIONS =
      Member.of(
          "AttributeDefinitions",
          Structure.of(
                  "AttributeDefinition",
                  Member.of("AttributeName", required(), length(1, ATTRIBUTE_LENGTH_MAX)),
                  Member.of("AttributeType", required(), oneOf("B", "N", "S")))
              .list(ANY_NUMBER));
  private static final Member BILLING =
      Member.of("BillingMode", oneOf("PROVISIONED", "PAY_PER_REQUEST"));
  private static final Structure UNITS =
      Structure.of(
          "ProvisionedThroughput",
          Member.of("WriteCapacityUnits", required(), range(1, Integer.MAX_VALUE)),
          Member.of("ReadCapacityUnits", required(), range(1, Integer.MAX_VALUE)));
  private static final Member THROUGHPUT = Member.of("ProvisionedThroughput", UNITS);
  private static final Member KEY_SCHEMA =
      Member.of(
          "KeySchema",
          required(),
          Structure.of(
                  "KeySchemaElement",
                  Member.of("AttributeName", required(), length(1, ATTRIBUTE_LENGTH_MAX)),
                  Member.of("KeyType", required(), oneOf("HASH", "RANGE")))
              .list(Bounds.length(1, 2)));
  private static final Member INDEX_NAME = Member.of("IndexName", required(), TableNames.index());
  private static final Member PROJECTION =
      Member.of(
          "Projection",
          required(),
          Structure.of(
              "Projection", Member.of("ProjectionType", oneOf("ALL", "INCLUDE", "KEYS_ONLY"))));
  private static final Member STREAM =
      Member.of(
          "StreamSpecification",
          Structure.of(
              "StreamSpecification",
              Member.of("StreamEnabled", required()),
              Member.of(
                  "StreamViewType",
                  oneOf("NEW_IMAGE", "OLD_IMAGE", "NEW_AND_OLD_IMAGES", "KEYS_ONLY"))));

  static final Structure CREATE =
      Structure.of(
          "CreateTable",
          Member.of("TableName", requiredParameter(), TableNames.newTable()),
          Member.of("AttributeDefinitions", required()),
          ATTRIBUTE_DEFINITIONS,
          BILLING,
          THROUGHPUT,
          KEY_SCHEMA,
          Member.of(
              "LocalSecondaryIndexes",
              Structure.of("LocalSecondaryIndex", INDEX_NAME, KEY_SCHEMA, PROJECTION)
                  .list(ANY_NUMBER)),
          Member.of(
              "GlobalSecondaryIndexes",
              Structure.of("GlobalSecondaryIndex", INDEX_NAME, KEY_SCHEMA, PROJECTION, THROUGHPUT)
                  .list(ANY_NUMBER)),
          STREAM);

  static final Structure UPDATE =
      Structure.of(
          "UpdateTable",
          NAME,
          ATTRIBUTE_DEFINITIONS,
          THROUGHPUT,
          BILLING,
          Member.of(
              "GlobalSecondaryIndexUpdates",
              Structure.of(
                      "GlobalSecondaryIndexUpdate",
                      Member.of(
                          "Update",
                          Structure.of(
                              "UpdateGlobalSecondaryIndexAction",
                              INDEX_NAME,
                              Member.of("ProvisionedThroughput", required(), UNITS))),
                      Member.of(
                          "Create",
                          Structure.of(
                              "CreateGlobalSecondaryIndexAction",
                              PROJECTION,
                              INDEX_NAME,
                              THROUGHPUT,
                              KEY_SCHEMA)),
                      Member.of(
                          "Delete", Structure.of("DeleteGlobalSecondaryIndexAction", INDEX_NAME)))
                  .list(ANY_NUMBER)));

  static final Structure UPDATE_TIME_TO_LIVE =
      Structure.of(
          "UpdateTimeToLive",
          NAME,
          Member.of(
              "TimeToLiveSpecification",
              required(),
              Structure.of(
                  "TimeToLiveSpecification",
                  Member.of("AttributeName", required(), length(1, ATTRIBUTE_LENGTH_MAX)),
                  Member.of("Enabled", required()))));

  private TableConstraints() {}
}
