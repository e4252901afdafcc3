package dev.rampart.replay.sigma;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.StreamSupport;

/**
 * The part of Sigma's detections that our rules use: selections of fields with lists of values, the
 * modifier {@code contains}, and conditions of names joined by {@code and}, {@code not} and {@code
 * 1 of}. Anything else is a fault of the rule.
 */
record SigmaRule(JsonNode detection) {
  private static final String ONE_OF = "1 of ";
  private static final String NOT = "not ";

  boolean matches(SigmaRecord event) {
    String condition = detection.path("condition").asText();
    return List.of(condition.split(" and ", -1)).stream().allMatch(term -> holds(term, event));
  }

  private boolean holds(String term, SigmaRecord event) {
    if (term.startsWith(NOT)) {
      return !holds(term.substring(NOT.length()), event);
    }
    if (!term.startsWith(ONE_OF)) {
      return selected(detection.required(term), event);
    }
    String prefix = term.substring(ONE_OF.length(), term.length() - 1);
    List<Map.Entry<String, JsonNode>> named =
        detection.properties().stream().filter(entry -> entry.getKey().startsWith(prefix)).toList();
    if (named.isEmpty() || !term.endsWith("*")) {
      throw new IllegalArgumentException("nothing of this name: " + term);
    }
    return named.stream().anyMatch(entry -> selected(entry.getValue(), event));
  }

  private static boolean selected(JsonNode selection, SigmaRecord event) {
    return selection.properties().stream()
        .allMatch(item -> isOneOf(item.getKey(), item.getValue(), event));
  }

  private static boolean isOneOf(String key, JsonNode wanted, SigmaRecord event) {
    String[] parts = key.split("\\|", -1);
    String modifier = parts.length > 1 ? parts[1] : "";
    List<String> values = event.values(parts[0]);
    return StreamSupport.stream((wanted.isArray() ? wanted : List.of(wanted)).spliterator(), false)
        .map(one -> one.asText().toLowerCase(Locale.ROOT))
        .anyMatch(one -> values.stream().anyMatch(value -> is(value, modifier, one)));
  }

  private static boolean is(String value, String modifier, String wanted) {
    String lower = value.toLowerCase(Locale.ROOT);
    return switch (modifier) {
      case "" -> lower.equals(wanted);
      case "contains" -> lower.contains(wanted);
      default -> throw new IllegalArgumentException("unknown modifier: " + modifier);
    };
  }
}
