package dev.rampart.local.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.check.model.CheckedTemplate;
import dev.rampart.local.template.Json;
import dev.rampart.local.template.Template;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The sets of parameters that a template is looked at with: the defaults, each set of values under
 * {@code Metadata.CheckedWith}, and one for each condition that all of these leave one way and that
 * a value of a parameter without {@code AllowedValues} turns (see {@link ConditionTurns}). What
 * hides behind another condition is looked at if a set under {@code CheckedWith} turns it.
 */
public final class Cases {
  private Cases() {}

  /**
   * A template with one set of parameters.
   *
   * @param name the parameters that are not the defaults
   */
  public record Case(String name, CheckedTemplate subject) {}

  /**
   * Returns the cases, that of the defaults first.
   *
   * @throws dev.rampart.local.template.source.TemplateException if the template does not hold
   *     together
   */
  public static List<Case> of(Template template) {
    return stream(template).toList();
  }

  /** As {@link #of}, each made when it is asked for. */
  static Stream<Case> stream(Template template) {
    return made(
        template,
        Stream.of(List.of(Map.<String, String>of()), checkedWith(template), turned(template))
            .flatMap(List::stream));
  }

  /** Returns the case of the defaults. */
  public static Case first(Template template) {
    return of(template, Map.of());
  }

  /** Returns the other cases that the template is checked with. */
  public static Stream<Case> others(Template template) {
    return made(template, checkedWith(template).stream());
  }

  /**
   * Returns a case for each parameter with a list of values: the last one that is not the default,
   * so that each branch is seen, also one that weakens what the defaults hold.
   */
  public static Stream<Case> alternatives(Template template) {
    return made(
        template,
        template.section("Parameters").properties().stream()
            .flatMap(
                parameter ->
                    Json.texts(parameter.getValue().path("AllowedValues")).reversed().stream()
                        .filter(
                            value -> !value.equals(parameter.getValue().path("Default").asText()))
                        .limit(1)
                        .map(value -> Map.of(parameter.getKey(), value))));
  }

  /** Returns the case of some values; the other parameters take their defaults. */
  static Case of(Template template, Map<String, String> parameters) {
    return made(template, Stream.of(parameters)).findFirst().orElseThrow();
  }

  /**
   * Returns a case for each of those values that the template lists and that is not the default:
   * choices that were reviewed with it one by one (see {@link #alternatives}), unlike a value that
   * was typed.
   */
  static Stream<Case> ofChoices(Template template, Map<String, String> parameters) {
    return made(
        template,
        parameters.entrySet().stream()
            .filter(value -> isOtherChoice(template, value.getKey(), value.getValue()))
            .map(value -> Map.of(value.getKey(), value.getValue())));
  }

  private static boolean isOtherChoice(Template template, String parameter, String value) {
    JsonNode declared = template.section("Parameters").path(parameter);
    return declared.has("AllowedValues") && !value.equals(declared.path("Default").asText());
  }

  private static Stream<Case> made(Template template, Stream<Map<String, String>> sets) {
    CaseBudget budget = new CaseBudget();
    return sets.map(parameters -> made(template, parameters, budget));
  }

  private static Case made(Template template, Map<String, String> parameters, CaseBudget budget) {
    return new Case(
        name(parameters),
        budget.spend(new CheckedTemplate(template, template.symbolic(parameters))));
  }

  private static List<Map<String, String>> turned(Template template) {
    List<Map<String, String>> judged = new ArrayList<>(List.of(Map.of()));
    judged.addAll(checkedWith(template));
    return new ConditionTurns(template).after(judged);
  }

  private static List<Map<String, String>> checkedWith(Template template) {
    return Json.list(template.section("Metadata").path("CheckedWith")).stream()
        .map(
            values -> {
              Map<String, String> parameters = new LinkedHashMap<>();
              values
                  .properties()
                  .forEach(value -> parameters.put(value.getKey(), value.getValue().asText()));
              return parameters;
            })
        .toList();
  }

  private static String name(Map<String, String> parameters) {
    return parameters.isEmpty() ? "the defaults" : list(parameters);
  }

  private static String list(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(parameter -> parameter.getKey() + "=" + parameter.getValue())
        .collect(Collectors.joining(", "));
  }
}
