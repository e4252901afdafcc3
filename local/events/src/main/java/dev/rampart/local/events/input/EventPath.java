package dev.rampart.local.events.input;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.rampart.local.protocol.AwsError;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A path into an event, of the JSON paths that EventBridge knows: names in dot notation, indices of
 * lists, and the wildcard for all that a list or an object has.
 */
record EventPath(List<Step> steps) {
  /** EventBridge's limit, in characters. */
  static final int CHARS_MAX = 256;

  private static final Pattern STEP =
      Pattern.compile("[.]([A-Za-z0-9_/-]+)|\\[([0-9]{1,9})]|[.]?\\[?([*])]?");

  /** One step down. */
  private sealed interface Step {
    record Member(String name) implements Step {}

    record Element(int index) implements Step {}

    record Everything() implements Step {}
  }

  EventPath {
    steps = List.copyOf(steps);
  }

  /**
   * Reads a path.
   *
   * @throws AwsError if it is none
   */
  static EventPath of(String text) {
    if (!text.startsWith("$") || text.length() > CHARS_MAX) {
      throw invalid(text);
    }
    List<Step> steps = new ArrayList<>();
    Matcher step = STEP.matcher(text).region(1, text.length());
    while (step.lookingAt()) {
      steps.add(step(step));
      step.region(step.end(), text.length());
    }
    if (step.regionStart() != text.length()) {
      throw invalid(text);
    }
    return new EventPath(steps);
  }

  private static Step step(Matcher found) {
    if (found.group(1) != null) {
      return new Step.Member(found.group(1));
    }
    return found.group(2) != null
        ? new Step.Element(Integer.parseInt(found.group(2)))
        : new Step.Everything();
  }

  private static AwsError invalid(String text) {
    return new AwsError(
        "ValidationException",
        "'"
            + text.substring(0, Math.min(text.length(), CHARS_MAX))
            + "' is no path of names, indices and * after $, of "
            + CHARS_MAX
            + " characters at most.");
  }

  /** Returns what is at the path in an event; a missing node if nothing is. */
  JsonNode in(JsonNode event) {
    return at(event, 0);
  }

  private JsonNode at(JsonNode node, int from) {
    if (from == steps.size()) {
      return node;
    }
    return switch (steps.get(from)) {
      case Step.Member(String name) -> at(node.path(name), from + 1);
      case Step.Element(int index) -> at(node.path(index), from + 1);
      case Step.Everything() -> all(node, from + 1);
    };
  }

  private JsonNode all(JsonNode node, int from) {
    if (!node.isContainerNode()) {
      return MissingNode.getInstance();
    }
    ArrayNode found = JsonNodeFactory.instance.arrayNode();
    for (JsonNode each : node) {
      JsonNode value = at(each, from);
      if (!value.isMissingNode()) {
        found.add(value);
      }
    }
    return found;
  }
}
