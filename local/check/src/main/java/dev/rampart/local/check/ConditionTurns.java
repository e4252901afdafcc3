package dev.rampart.local.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.check.model.ParameterUse;
import dev.rampart.local.template.Json;
import dev.rampart.local.template.Template;
import dev.rampart.local.template.source.TemplateException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds parameters that turn the conditions which are true in each judged case, or false in each.
 * Only parameters without {@code AllowedValues} are tried: a choice among listed values is part of
 * what the owner of the template reviewed, and the inventory shows what each of them changes.
 */
final class ConditionTurns {
  /** In values of conditions and parameters; each try looks at all, at about a microsecond each. */
  static final int LOOKS_MAX = 1_000_000;

  /** In sets of parameters for one condition; the first is nearly always the right one. */
  private static final int TRIES_MAX = 16;

  /** Some texts that nobody compares a parameter with, in the forms that parameters take. */
  private static final List<String> OTHERS =
      List.of("other", "", "0", "1", "other@example.com", "https://other.example.com");

  private final Template template;
  private final JsonNode conditions;
  private final JsonNode parameters;
  private final ParameterUse use;
  private final Map<String, Set<Boolean>> seen = new HashMap<>();
  private final Map<String, List<Map<String, String>>> tries = new HashMap<>();
  private final int looks;
  private int left = LOOKS_MAX;

  ConditionTurns(Template template) {
    this.template = template;
    this.conditions = template.section("Conditions");
    this.parameters = template.section("Parameters");
    this.looks = Json.size(conditions) + Json.size(parameters);
    this.use = new ParameterUse(template);
  }

  /**
   * Returns further sets of parameters.
   *
   * @param judged the sets that the template is judged with anyway
   * @throws TemplateException if there are too many conditions to look at
   */
  List<Map<String, String>> after(List<Map<String, String>> judged) {
    judged.forEach(set -> decide(set).ifPresent(this::note));
    List<Map<String, String>> turns = new ArrayList<>();
    for (String name : List.copyOf(seen.keySet()).stream().sorted().toList()) {
      for (boolean wanted : List.of(true, false)) {
        if (!seen.getOrDefault(name, Set.of()).contains(wanted)) {
          turn(name, wanted).ifPresent(turns::add);
        }
      }
    }
    return turns;
  }

  private Optional<Map<String, String>> turn(String name, boolean wanted) {
    for (Map<String, String> set : ofCondition(name, wanted)) {
      Map<String, Boolean> decided = decide(set).orElse(Map.of());
      if (decided.getOrDefault(name, !wanted) == wanted) {
        note(decided);
        return Optional.of(set);
      }
    }
    return Optional.empty();
  }

  private void note(Map<String, Boolean> decided) {
    decided.forEach((name, holds) -> seen.computeIfAbsent(name, _ -> new HashSet<>()).add(holds));
  }

  /** Decides all conditions; empty if a parameter does not take its value. */
  private Optional<Map<String, Boolean>> decide(Map<String, String> set) {
    left -= looks;
    if (left < 0) {
      throw template.fault(
          "the template has too many conditions to be judged with each of them both ways; list"
              + " sets of parameters that turn them under Metadata.CheckedWith, or split it");
    }
    try {
      return Optional.of(template.conditions(set));
    } catch (TemplateException _) {
      return Optional.empty();
    }
  }

  /** Returns what may turn a condition, collected once: others may name it many times. */
  private List<Map<String, String>> ofCondition(String name, boolean wanted) {
    String key = name + " " + wanted;
    if (!tries.containsKey(key)) {
      tries.put(key, of(conditions.path(name), wanted).limit(TRIES_MAX).toList());
    }
    return tries.getOrDefault(key, List.of());
  }

  private Stream<Map<String, String>> of(JsonNode condition, boolean wanted) {
    Map.Entry<String, JsonNode> only = condition.properties().iterator().next();
    JsonNode argument = only.getValue();
    return switch (only.getKey()) {
      case "Condition" -> ofCondition(argument.asText(), wanted).stream();
      case "Fn::Not" -> of(argument.path(0), !wanted);
      case "Fn::And" -> wanted ? all(argument, true) : any(argument, false);
      case "Fn::Or" -> wanted ? any(argument, true) : all(argument, false);
      default -> ofComparison(argument, wanted);
    };
  }

  private Stream<Map<String, String>> any(JsonNode parts, boolean wanted) {
    return Json.list(parts).stream().flatMap(part -> of(part, wanted));
  }

  private Stream<Map<String, String>> all(JsonNode parts, boolean wanted) {
    List<Map<String, String>> sets = List.of(Map.of());
    for (JsonNode part : parts) {
      // A part that already is as it should be needs nothing.
      List<Map<String, String>> more =
          Stream.concat(of(part, wanted).limit(TRIES_MAX), Stream.of(Map.<String, String>of()))
              .toList();
      sets =
          sets.stream()
              .flatMap(set -> more.stream().map(other -> joined(set, other)))
              .distinct()
              .limit(TRIES_MAX)
              .toList();
    }
    return sets.stream();
  }

  private static Map<String, String> joined(Map<String, String> set, Map<String, String> other) {
    Map<String, String> joined = new LinkedHashMap<>(other);
    joined.putAll(set);
    return joined;
  }

  private Stream<Map<String, String>> ofComparison(JsonNode compared, boolean wanted) {
    List<String> named = new ArrayList<>();
    collect(compared, named);
    return use.in(compared).stream()
        .filter(name -> !parameters.path(name).has("AllowedValues"))
        .flatMap(
            name ->
                values(parameters.path(name), named, wanted)
                    .map(value -> Map.of(name, value))
                    .filter(set -> decide(set).isPresent())
                    .limit(TRIES_MAX));
  }

  private static Stream<String> values(JsonNode parameter, List<String> named, boolean wanted) {
    Stream<String> bounds =
        Stream.of("MinValue", "MaxValue")
            .filter(parameter::has)
            .map(bound -> text(parameter, bound));
    Stream<String> others = Stream.concat(OTHERS.stream(), bounds);
    return (wanted ? Stream.concat(named.stream(), others) : Stream.concat(others, named.stream()))
        .distinct()
        .limit(TRIES_MAX);
  }

  private static String text(JsonNode parameter, String member) {
    return parameter.path(member).asText();
  }

  /** Collects the texts of a comparison, the keys of the map that it reads among them. */
  private void collect(JsonNode value, List<String> named) {
    if (value.isValueNode()) {
      named.add(value.asText());
    }
    JsonNode map = template.section("Mappings").path(value.path("Fn::FindInMap").path(0).asText());
    map.properties().forEach(entry -> named.add(entry.getKey()));
    value.forEach(part -> collect(part, named));
  }
}
