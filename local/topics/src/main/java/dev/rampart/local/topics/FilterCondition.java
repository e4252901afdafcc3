package dev.rampart.local.topics;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.topics.FilterPolicy.InvalidPolicyException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/** One condition of a key of a filter policy. */
sealed interface FilterCondition {
  /** Page "Filter policy constraints". */
  BigDecimal NUMBER_MAX = BigDecimal.TEN.pow(9);

  /**
   * Returns whether the values of a key are taken.
   *
   * @param values none if the message has no such key
   */
  boolean takes(List<JsonNode> values);

  /** One of the values passes a test. */
  record AnyValue(Predicate<JsonNode> test) implements FilterCondition {
    @Override
    public boolean takes(List<JsonNode> values) {
      return values.stream().anyMatch(test);
    }
  }

  /** The key is there, or is not. */
  record Exists(boolean there) implements FilterCondition {
    @Override
    public boolean takes(List<JsonNode> values) {
      return values.isEmpty() != there;
    }
  }

  /** Reads a condition. */
  static FilterCondition of(JsonNode condition) {
    if (condition.isValueNode()) {
      return new AnyValue(equal(condition));
    }
    if (!condition.isObject() || condition.size() != 1) {
      throw new InvalidPolicyException("has a condition that is no value and no operator");
    }
    Map.Entry<String, JsonNode> operator = condition.properties().iterator().next();
    JsonNode operand = operator.getValue();
    return switch (operator.getKey()) {
      case "exists" -> new Exists(bool(operand));
      case "numeric" -> new AnyValue(numeric(operand));
      case "anything-but" -> new AnyValue(anythingBut(operand));
      default -> new AnyValue(ofText(operator.getKey(), operand));
    };
  }

  /** Returns how many values a condition has: one, or as many as {@code anything-but} lists. */
  static int values(JsonNode condition) {
    JsonNode listed = condition.path("anything-but");
    return listed.isArray() ? Math.max(1, listed.size()) : 1;
  }

  private static boolean bool(JsonNode operand) {
    if (!operand.isBoolean()) {
      throw new InvalidPolicyException("has exists with something else than true or false");
    }
    return operand.asBoolean();
  }

  private static Predicate<JsonNode> equal(JsonNode wanted) {
    if (wanted.isNumber()) {
      BigDecimal number = number(wanted);
      return value -> isFinite(value) && value.decimalValue().compareTo(number) == 0;
    }
    return wanted::equals;
  }

  private static Predicate<JsonNode> ofText(String operator, JsonNode operand) {
    if (!operand.isTextual() || operand.asText().isEmpty()) {
      throw new InvalidPolicyException("has " + operator + " with something else than a text");
    }
    String text = operand.asText();
    return switch (operator) {
      case "prefix" -> value -> value.isTextual() && value.asText().startsWith(text);
      case "suffix" -> value -> value.isTextual() && value.asText().endsWith(text);
      case "equals-ignore-case" ->
          value ->
              value.isTextual()
                  && value.asText().toLowerCase(Locale.ROOT).equals(text.toLowerCase(Locale.ROOT));
      default ->
          throw new InvalidPolicyException(
              "has the operator " + operator + ", which is not known to the local run");
    };
  }

  private static Predicate<JsonNode> anythingBut(JsonNode operand) {
    if (operand.isObject() && operand.size() == 1) {
      Map.Entry<String, JsonNode> inner = operand.properties().iterator().next();
      return ofText(inner.getKey(), inner.getValue()).negate();
    }
    List<JsonNode> listed = operand.isArray() ? operand.valueStream().toList() : List.of(operand);
    if (listed.isEmpty() || !listed.stream().allMatch(JsonNode::isValueNode)) {
      throw new InvalidPolicyException("has anything-but without values");
    }
    // Not joined by Predicate.or, whose depth would be the length of the list.
    List<Predicate<JsonNode>> excluded = listed.stream().map(FilterCondition::equal).toList();
    return value -> excluded.stream().noneMatch(test -> test.test(value));
  }

  private static Predicate<JsonNode> numeric(JsonNode operand) {
    if (!operand.isArray() || (operand.size() != 2 && operand.size() != 4)) {
      throw new InvalidPolicyException("has numeric without one or two comparisons");
    }
    Predicate<BigDecimal> test = compared(operand.get(0).asText(), number(operand.get(1)));
    if (operand.size() == 4) {
      test = test.and(compared(operand.get(2).asText(), number(operand.get(3))));
    }
    Predicate<BigDecimal> whole = test;
    return value -> isFinite(value) && whole.test(value.decimalValue());
  }

  private static Predicate<BigDecimal> compared(String sign, BigDecimal with) {
    return switch (sign) {
      case "=" -> value -> value.compareTo(with) == 0;
      case "<" -> value -> value.compareTo(with) < 0;
      case "<=" -> value -> value.compareTo(with) <= 0;
      case ">" -> value -> value.compareTo(with) > 0;
      case ">=" -> value -> value.compareTo(with) >= 0;
      default -> throw new InvalidPolicyException("has numeric with the comparison " + sign);
    };
  }

  /** Returns whether a value is a number that has a size: JSON's 1e999 is read as infinite. */
  private static boolean isFinite(JsonNode value) {
    return value.isNumber() && Double.isFinite(value.doubleValue());
  }

  private static BigDecimal number(JsonNode value) {
    if (!isFinite(value) || value.decimalValue().abs().compareTo(NUMBER_MAX) > 0) {
      throw new InvalidPolicyException("has a number that is not between -10^9 and 10^9");
    }
    return value.decimalValue();
  }
}
