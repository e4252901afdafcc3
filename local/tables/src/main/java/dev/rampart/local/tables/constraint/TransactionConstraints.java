package dev.rampart.local.tables.constraint;

import static dev.rampart.local.tables.constraint.Constraint.required;
import static dev.rampart.local.tables.constraint.SharedMembers.ITEM;
import static dev.rampart.local.tables.constraint.SharedMembers.KEY;
import static dev.rampart.local.tables.constraint.SharedMembers.ON_FAILURE;
import static dev.rampart.local.tables.constraint.SharedMembers.TABLE;

import dev.rampart.local.tables.constraint.Structure.Member;

/** The constraints on the actions of a transaction. */
final class TransactionConstraints {
  private static final Bounds ACTIONS = Bounds.length(1, 100);

  static final Member GETS =
      Member.of(
          "TransactItems",
          required(),
          Structure.of(
                  "TransactGetItem", Member.of("Get", required(), Structure.of("Get", KEY, TABLE)))
              .list(ACTIONS));

  static final Member WRITES =
      Member.of(
          "TransactItems",
          required(),
          Structure.of(
                  "TransactWriteItem",
                  Member.of(
                      "ConditionCheck",
                      Structure.of(
                          "ConditionCheck",
                          KEY,
                          TABLE,
                          Member.of("ConditionExpression", required()),
                          ON_FAILURE)),
                  Member.of("Put", Structure.of("Put", ITEM, TABLE, ON_FAILURE)),
                  Member.of("Delete", Structure.of("Delete", KEY, TABLE, ON_FAILURE)),
                  Member.of(
                      "Update",
                      Structure.of(
                          "Update",
                          KEY,
                          Member.of("UpdateExpression", required()),
                          TABLE,
                          ON_FAILURE)))
              .list(ACTIONS));

  private TransactionConstraints() {}
}
