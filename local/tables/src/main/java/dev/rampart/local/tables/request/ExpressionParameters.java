package dev.rampart.local.tables.request;

import static dev.rampart.local.tables.value.Refusals.invalid;

import java.util.List;

/**
 * The parameters of an operation that hold expressions, and those from before there were any.
 *
 * @param replaced the legacy parameters that must not stand beside an expression
 * @param unusedCounted whether an unused placeholder is reported like a violated constraint
 */
public record ExpressionParameters(
    List<String> expressions, List<String> replaced, boolean unusedCounted) {
  static final String NAMES = "ExpressionAttributeNames";
  static final String VALUES = "ExpressionAttributeValues";

  public static final ExpressionParameters READ =
      new ExpressionParameters(List.of("ProjectionExpression"), List.of("AttributesToGet"), false);
  public static final ExpressionParameters WRITE =
      new ExpressionParameters(List.of("ConditionExpression"), List.of("Expected"), true);
  public static final ExpressionParameters UPDATE =
      new ExpressionParameters(
          List.of("UpdateExpression", "ConditionExpression"),
          List.of("AttributeUpdates", "Expected"),
          false);
  public static final ExpressionParameters QUERY =
      new ExpressionParameters(
          List.of("ProjectionExpression", "FilterExpression", "KeyConditionExpression"),
          List.of("AttributesToGet", "QueryFilter", "ConditionalOperator", "KeyConditions"),
          false);
  public static final ExpressionParameters SCAN =
      new ExpressionParameters(
          List.of("ProjectionExpression", "FilterExpression"),
          List.of("AttributesToGet", "ScanFilter", "ConditionalOperator"),
          false);

  private static final List<String> LEGACY =
      List.of(
          "Expected",
          "ConditionalOperator",
          "AttributeUpdates",
          "AttributesToGet",
          "KeyConditions",
          "QueryFilter",
          "ScanFilter");

  /** Refuses legacy parameters, and placeholders without an expression that could use them. */
  void require(Request request) {
    requireNotMixed(request);
    LEGACY.stream()
        .filter(request::has)
        .findFirst()
        .ifPresent(
            name -> {
              throw invalid(
                  "The legacy parameter " + name + " is not supported here: use an expression.");
            });
    if (request.has(NAMES) && !anyExpression(request)) {
      throw invalid(NAMES + " can only be specified when using expressions");
    }
    List<String> withValues =
        expressions.stream().filter(p -> !p.equals("ProjectionExpression")).toList();
    if (request.has(VALUES) && withValues.stream().noneMatch(request::has)) {
      throw invalid(
          "%s can only be specified when using expressions: %s %s null"
              .formatted(
                  VALUES, String.join(" and ", withValues), withValues.size() > 1 ? "are" : "is"));
    }
  }

  boolean anyExpression(Request request) {
    return expressions.stream().anyMatch(request::has);
  }

  private void requireNotMixed(Request request) {
    List<String> given = expressions.stream().filter(request::has).toList();
    List<String> legacy =
        replaced.stream()
            .filter(request::has)
            // With KeyConditions, the projection and the filter may still be expressions.
            .filter(
                name -> !name.equals("KeyConditions") || given.contains("KeyConditionExpression"))
            .toList();
    if (!given.isEmpty() && !legacy.isEmpty()) {
      throw invalid(
          "Can not use both expression and non-expression parameters in the same request:"
              + " Non-expression parameters: {%s} Expression parameters: {%s}"
                  .formatted(String.join(", ", legacy), String.join(", ", given)));
    }
  }
}
