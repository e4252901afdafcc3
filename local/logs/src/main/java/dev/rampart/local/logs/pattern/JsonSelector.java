package dev.rampart.local.logs.pattern;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** The way from the root of a JSON line to values in it: {@code $.a.b[0]}, {@code $.list[*].x}. */
record JsonSelector(List<Step> steps) {
  /** Deeper than any line; a pattern is short anyway. */
  private static final int STEPS_MAX = 32;

  /** CloudWatch takes one wildcard in a selector. */
  private static final int WILDCARDS_MAX = 1;

  /** One step into a value. */
  sealed interface Step {
    /** Into a member of an object. */
    record Member(String name) implements Step {}

    /** Into an element of a list. */
    record Element(int index) implements Step {}

    /** Into every element of a list, or every member of an object. */
    record All() implements Step {}
  }

  static JsonSelector take(PatternReader reader) throws InvalidPatternException {
    reader.require("$");
    List<Step> steps = new ArrayList<>();
    while (reader.peek() == '.' || reader.peek() == '[') {
      steps.add(step(reader));
    }
    if (steps.isEmpty() || steps.size() > STEPS_MAX) {
      throw reader.fault("a selector has 1 to " + STEPS_MAX + " steps");
    }
    if (steps.stream().filter(Step.All.class::isInstance).count() > WILDCARDS_MAX) {
      throw reader.fault("a selector has more than " + WILDCARDS_MAX + " wildcard");
    }
    return new JsonSelector(List.copyOf(steps));
  }

  private static Step step(PatternReader reader) throws InvalidPatternException {
    if (reader.take(".") && reader.peek() != '[') {
      return reader.take("*") ? new Step.All() : member(reader);
    }
    reader.require("[");
    Step step = bracketed(reader);
    reader.require("]");
    return step;
  }

  private static Step member(PatternReader reader) throws InvalidPatternException {
    String name = reader.takeWhile(JsonSelector::isOfName);
    if (name.isEmpty()) {
      throw reader.fault("a name is missing");
    }
    return new Step.Member(name);
  }

  private static Step bracketed(PatternReader reader) throws InvalidPatternException {
    if (reader.take("*")) {
      return new Step.All();
    }
    if (reader.peek() == '"') {
      return new Step.Member(reader.quoted());
    }
    if (reader.take("'")) {
      String name = reader.takeWhile(c -> c != '\'');
      reader.require("'");
      return new Step.Member(name);
    }
    String digits = reader.takeWhile(c -> c >= '0' && c <= '9');
    if (digits.isEmpty() || digits.length() > 6) {
      throw reader.fault("an index is missing");
    }
    return new Step.Element(Integer.parseInt(digits));
  }

  private static boolean isOfName(int c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '@' || c == '#';
  }

  /** Returns the values there; none if the way does not lead on. */
  List<JsonNode> select(JsonNode line) {
    List<JsonNode> values = List.of(line);
    for (Step step : steps) {
      List<JsonNode> next = new ArrayList<>();
      values.forEach(value -> follow(step, value, next));
      values = next;
    }
    return values;
  }

  private static void follow(Step step, JsonNode value, List<JsonNode> found) {
    switch (step) {
      case Step.Member(String name) when value.has(name) -> found.add(value.get(name));
      case Step.Element(int index) when value.has(index) -> found.add(value.get(index));
      case Step.All() -> value.forEach(found::add);
      default -> {
        // A way that does not lead on.
      }
    }
  }
}
