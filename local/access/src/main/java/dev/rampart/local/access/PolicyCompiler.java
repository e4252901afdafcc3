package dev.rampart.local.access;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.template.Json;
import dev.rampart.local.template.source.TemplateException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Makes statements ready to be asked, and refuses what cannot be decided here. */
public final class PolicyCompiler {
  private static final Set<String> MEMBERS =
      Set.of(
          "Sid",
          "Effect",
          "Principal",
          "Action",
          "NotAction",
          "Resource",
          "NotResource",
          "Condition");

  private PolicyCompiler() {}

  /**
   * Compiles a statement.
   *
   * @throws TemplateException with file and line, if it has a member, an operator, a key or a value
   *     that the local run does not know
   */
  public static Grant compile(Statement statement) {
    JsonNode node = statement.node();
    for (Map.Entry<String, JsonNode> member : node.properties()) {
      if (!MEMBERS.contains(member.getKey())) {
        throw fault(statement, member.getKey(), "is not known to the local run");
      }
    }
    return new Grant(
        statement,
        statement.isDeny(),
        either(statement, "Action", "NotAction").stream()
            .map(action -> Wildcards.prepare(action.toLowerCase(Locale.ROOT)))
            .toList(),
        node.has("NotAction"),
        resources(statement),
        node.has("NotResource") || !node.has("Resource"),
        PrincipalSet.of(node.path("Principal")),
        tests(statement));
  }

  private static List<String> either(Statement statement, String name, String opposite) {
    JsonNode node = statement.node();
    if (node.has(name) == node.has(opposite)) {
      throw fault(statement, name, "is there with or without " + opposite + ", not one of them");
    }
    return Json.texts(node.path(node.has(name) ? name : opposite));
  }

  /** A policy of a resource may name none: it is about its own. */
  private static List<PolicyText> resources(Statement statement) {
    JsonNode node = statement.node();
    if (!node.has("Resource") && !node.has("NotResource") && node.has("Principal")) {
      return List.of();
    }
    return either(statement, "Resource", "NotResource").stream()
        .map(text -> text(statement, "Resource", text, true))
        .toList();
  }

  private static List<ContextTest> tests(Statement statement) {
    List<ContextTest> tests = new ArrayList<>();
    for (Map.Entry<String, JsonNode> operator : statement.node().path("Condition").properties()) {
      for (Map.Entry<String, JsonNode> key : operator.getValue().properties()) {
        tests.add(test(statement, operator.getKey(), key.getKey(), Json.texts(key.getValue())));
      }
    }
    return List.copyOf(tests);
  }

  private static ContextTest test(
      Statement statement, String written, String name, List<String> values) {
    String key = name.toLowerCase(Locale.ROOT);
    String where = "Condition." + written + "." + name;
    requireKnown(statement, where, key);
    int colon = written.indexOf(':');
    ConditionTest.Set set = set(statement, where, colon < 0 ? "" : written.substring(0, colon));
    String operator = written.substring(colon + 1);
    if (operator.equalsIgnoreCase("Null") && set == ConditionTest.Set.NONE) {
      if (values.size() != 1 || !values.getFirst().matches("(?i)true|false")) {
        throw fault(statement, where, "is neither true nor false");
      }
      return new ContextTest.Null(key, values.getFirst().equalsIgnoreCase("true"));
    }
    boolean ifExists = operator.toLowerCase(Locale.ROOT).endsWith("ifexists");
    String bare = ifExists ? operator.substring(0, operator.length() - 8) : operator;
    ConditionOperator known =
        ConditionOperator.named(bare)
            .orElseThrow(() -> fault(statement, where, "has an operator unknown to the local run"));
    List<PolicyText> texts = new ArrayList<>();
    for (String value : values) {
      if (!known.takes(bare, value) || !ContextKeys.takes(key, value)) {
        throw fault(statement, where, "has a value that the key never has");
      }
      texts.add(
          known.takesVariables()
              ? text(statement, where, value, known.wild())
              : PolicyText.plain(value, known.wild()));
    }
    return new ConditionTest(key, known, set, ifExists, List.copyOf(texts));
  }

  private static ConditionTest.Set set(Statement statement, String where, String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "" -> ConditionTest.Set.NONE;
      case "forallvalues" -> ConditionTest.Set.ALL;
      case "foranyvalue" -> ConditionTest.Set.ANY;
      default -> throw fault(statement, where, "has an operator unknown to the local run");
    };
  }

  private static PolicyText text(Statement statement, String where, String text, boolean wild) {
    try {
      PolicyText read = PolicyText.of(text, wild);
      read.keys().forEach(key -> requireKnown(statement, where, key));
      return read;
    } catch (IllegalArgumentException e) {
      throw fault(statement, where, String.valueOf(e.getMessage()));
    }
  }

  private static void requireKnown(Statement statement, String where, String key) {
    if (!ContextKeys.isKnown(key)) {
      throw fault(statement, where, "asks for " + key + ", which the local run cannot evaluate");
    }
  }

  private static TemplateException fault(Statement statement, String where, String what) {
    JsonPointer at = statement.at();
    for (String step : where.split("[.]", 3)) {
      at = at.appendProperty(step);
    }
    return statement.holder().fault(at, what);
  }
}
