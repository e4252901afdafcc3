package dev.rampart.local.template;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.template.source.TemplateSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The section Conditions: each is decided when it is first asked for, at the latest at the end. */
final class Conditions {
  private static final JsonPointer SECTION = TemplateSource.TOP.appendProperty("Conditions");

  /** In conditions that wait for one another; each takes some frames of the thread's stack. */
  private static final int OPEN_MAX = 100;

  private final TemplateSource source;
  private final Evaluator evaluator;
  private final Map<String, Boolean> decided = new HashMap<>();
  private final Set<String> open = new HashSet<>();

  Conditions(TemplateSource source, Evaluator evaluator) {
    this.source = source;
    this.evaluator = evaluator;
  }

  /**
   * Decides those too that nothing asks for, for CloudFormation refuses a broken one all the same.
   *
   * @return which of them hold
   */
  Map<String, Boolean> decideAll() {
    for (Map.Entry<String, JsonNode> condition : source.root().path("Conditions").properties()) {
      holds(condition.getKey(), SECTION.appendProperty(condition.getKey()));
    }
    return Map.copyOf(decided);
  }

  /**
   * Says whether a condition holds.
   *
   * @param at where it is asked for
   */
  boolean holds(String name, JsonPointer at) {
    JsonNode section = source.root().path("Conditions");
    if (!section.has(name)) {
      throw source.fault(at, "there is no condition " + name);
    }
    if (decided.containsKey(name)) {
      return decided.getOrDefault(name, false);
    }
    if (!open.add(name)) {
      throw source.fault(at, "the condition " + name + " depends on itself");
    }
    if (open.size() > OPEN_MAX) {
      throw source.fault(at, "more than " + OPEN_MAX + " conditions depend on one another");
    }
    boolean result = decide(section.path(name), SECTION.appendProperty(name));
    open.remove(name);
    decided.put(name, result);
    return result;
  }

  private boolean decide(JsonNode node, JsonPointer at) {
    if (!node.isObject() || node.size() != 1) {
      throw source.fault(at, "a condition is one of Equals, And, Or, Not, Condition");
    }
    Map.Entry<String, JsonNode> only = node.properties().iterator().next();
    JsonNode argument = only.getValue();
    JsonPointer inside = at.appendProperty(only.getKey());
    return switch (only.getKey()) {
      case "Condition" -> holds(argument.asText(), inside);
      case "Fn::Equals" -> equal(argument, inside);
      case "Fn::Not" -> !single(argument, inside);
      case "Fn::And" -> count(argument, inside) == argument.size();
      case "Fn::Or" -> count(argument, inside) > 0;
      default -> throw source.fault(at, only.getKey() + " is not a condition");
    };
  }

  private boolean equal(JsonNode argument, JsonPointer at) {
    if (argument.size() != 2) {
      throw source.fault(at, "Fn::Equals takes two values");
    }
    return evaluator.text(argument.path(0), at).equals(evaluator.text(argument.path(1), at));
  }

  private boolean single(JsonNode argument, JsonPointer at) {
    if (argument.size() != 1) {
      throw source.fault(at, "Fn::Not takes one condition");
    }
    return decide(argument.path(0), at.appendIndex(0));
  }

  private int count(JsonNode argument, JsonPointer at) {
    if (!argument.isArray() || argument.size() < 2 || argument.size() > 10) {
      throw source.fault(at, "Fn::And and Fn::Or take two to ten conditions");
    }
    int holding = 0;
    for (int i = 0; i < argument.size(); i++) {
      holding += decide(argument.path(i), at.appendIndex(i)) ? 1 : 0;
    }
    return holding;
  }
}
