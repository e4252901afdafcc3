package dev.rampart.local.access;

import java.util.List;
import java.util.function.Predicate;

/**
 * One test of a condition: an operator on a key with the values of the policy.
 *
 * @param key in lower case
 * @param set how values of a key that has many are taken together
 * @param ifExists whether it holds if the key is not in the request
 */
record ConditionTest(
    String key, ConditionOperator operator, Set set, boolean ifExists, List<PolicyText> values)
    implements ContextTest {

  /** The set operators (IAM User Guide, "Set operators for multivalued context keys"). */
  enum Set {
    ALL,
    ANY,
    NONE
  }

  @Override
  public boolean holds(AccessRequest request) {
    List<String> given = request.values(key);
    if (given.isEmpty()) {
      return switch (set) {
        case ALL -> true;
        case ANY -> ifExists;
        case NONE -> ifExists || operator.negated();
      };
    }
    List<String> ofPolicy = values.stream().flatMap(value -> value.in(request).stream()).toList();
    Predicate<String> matches =
        value -> ofPolicy.stream().anyMatch(one -> operator.matches().test(one, value));
    Predicate<String> wanted = operator.negated() ? matches.negate() : matches;
    return set == Set.ALL ? given.stream().allMatch(wanted) : given.stream().anyMatch(wanted);
  }
}
