package dev.rampart.local.logs.pattern;

import com.fasterxml.jackson.databind.JsonNode;

/** What a JSON line has to hold. */
sealed interface JsonCondition {
  boolean holds(JsonNode line);

  /** Both. */
  record And(JsonCondition left, JsonCondition right) implements JsonCondition {
    @Override
    public boolean holds(JsonNode line) {
      return left.holds(line) && right.holds(line);
    }
  }

  /** One of two. */
  record Or(JsonCondition left, JsonCondition right) implements JsonCondition {
    @Override
    public boolean holds(JsonNode line) {
      return left.holds(line) || right.holds(line);
    }
  }

  /** One of the selected values compares so; a text only with a text, a number with a number. */
  record Compares(JsonSelector selector, ValueTest test) implements JsonCondition {
    @Override
    public boolean holds(JsonNode line) {
      return selector.select(line).stream().anyMatch(this::holdsFor);
    }

    private boolean holdsFor(JsonNode value) {
      if (value.isNumber()) {
        return test.isNumeric()
            && Comparison.isNumber(value.asText())
            && test.holdsNumber(value.decimalValue());
      }
      return value.isTextual() && !test.comparison().orders() && test.holdsText(value.textValue());
    }
  }

  /** One of the selected values is {@code true}, {@code false} or {@code null}. */
  record Is(JsonSelector selector, String literal) implements JsonCondition {
    @Override
    public boolean holds(JsonNode line) {
      return selector.select(line).stream()
          .anyMatch(
              value -> (value.isBoolean() || value.isNull()) && value.asText().equals(literal));
    }
  }

  /** Nothing is selected, or something is. */
  record Exists(JsonSelector selector, boolean wanted) implements JsonCondition {
    @Override
    public boolean holds(JsonNode line) {
      return selector.select(line).isEmpty() != wanted;
    }
  }
}
