package dev.rampart.local.check.model;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.template.Template;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Which parameters a value that is written in a template depends on, also by its conditions. */
public final class ParameterUse {
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z0-9]+)}");

  private final JsonNode parameters;
  private final JsonNode conditions;
  private final Map<String, Set<String>> ofConditions = new HashMap<>();

  /** The parameters of a template. */
  public ParameterUse(Template template) {
    parameters = template.section("Parameters");
    conditions = template.section("Conditions");
  }

  /** Returns the names of the parameters that tell one stage from another in an account. */
  public static Set<String> ofStage(CheckedTemplate subject) {
    ParameterUse use = new ParameterUse(subject.template());
    Set<String> names = new LinkedHashSet<>();
    subject.ofType(Types.API).forEach(api -> use.collect(api.written().path("StageName"), names));
    return names;
  }

  /** Returns the names of the parameters that a value depends on. */
  public Set<String> in(JsonNode written) {
    Set<String> names = new LinkedHashSet<>();
    collect(written, names);
    return names;
  }

  /** Returns the names of the parameters and conditions that stand in a value itself. */
  public Set<String> named(JsonNode written) {
    Set<String> names = new LinkedHashSet<>();
    collect(written, names, Set::of);
    return names;
  }

  private void collect(JsonNode value, Set<String> names) {
    collect(value, names, this::ofCondition);
  }

  /** Collects parameters, and for each condition what it stands for. */
  private void collect(JsonNode value, Set<String> names, Function<String, Set<String>> condition) {
    for (Map.Entry<String, JsonNode> member : value.properties()) {
      switch (member.getKey()) {
        case "Ref" -> add(member.getValue().asText(), names);
        case "Condition" -> names.addAll(condition.apply(member.getValue().asText()));
        case "Fn::If" -> names.addAll(condition.apply(member.getValue().path(0).asText()));
        case "Fn::Sub" -> substituted(member.getValue(), names);
        default -> {}
      }
    }
    value.forEach(part -> collect(part, names, condition));
  }

  /** Returns those of a condition, collected once: each may name others many times. */
  private Set<String> ofCondition(String name) {
    if (!ofConditions.containsKey(name)) {
      Set<String> names = new LinkedHashSet<>();
      collect(conditions.path(name), names);
      ofConditions.put(name, names);
    }
    return ofConditions.getOrDefault(name, Set.of());
  }

  private void substituted(JsonNode argument, Set<String> names) {
    String pattern = argument.isTextual() ? argument.asText() : argument.path(0).asText();
    VARIABLE.matcher(pattern).results().map(ParameterUse::name).forEach(name -> add(name, names));
  }

  private static String name(MatchResult variable) {
    return variable.group(1);
  }

  private void add(String name, Set<String> names) {
    if (parameters.has(name)) {
      names.add(name);
    }
  }
}
