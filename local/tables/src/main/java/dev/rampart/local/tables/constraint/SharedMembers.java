package dev.rampart.local.tables.constraint;

import static dev.rampart.local.tables.constraint.Constraint.oneOf;
import static dev.rampart.local.tables.constraint.Constraint.required;

import dev.rampart.local.tables.constraint.Structure.Member;

/** Members that several operations have. */
final class SharedMembers {
  static final Member CAPACITY =
      Member.of("ReturnConsumedCapacity", oneOf("INDEXES", "TOTAL", "NONE"));
  static final Member COLLECTION_METRICS =
      Member.of("ReturnItemCollectionMetrics", oneOf("SIZE", "NONE"));
  static final Member RETURN_VALUES =
      Member.of("ReturnValues", oneOf("ALL_NEW", "UPDATED_OLD", "ALL_OLD", "NONE", "UPDATED_NEW"));
  static final Member ON_FAILURE =
      Member.of("ReturnValuesOnConditionCheckFailure", oneOf("ALL_OLD", "NONE"));
  static final Member TABLE = Member.of("TableName", required(), TableNames.table());
  static final Member KEY = Member.of("Key", required());
  static final Member ITEM = Member.of("Item", required());
  static final Member SELECT =
      Member.of(
          "Select",
          oneOf("SPECIFIC_ATTRIBUTES", "COUNT", "ALL_ATTRIBUTES", "ALL_PROJECTED_ATTRIBUTES"));
  static final Member INDEX = Member.of("IndexName", TableNames.index());

  private SharedMembers() {}
}
