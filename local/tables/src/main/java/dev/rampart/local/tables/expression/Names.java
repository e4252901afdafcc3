package dev.rampart.local.tables.expression;

import static dev.rampart.local.tables.value.Refusals.invalid;

import dev.rampart.local.tables.value.Value;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The placeholders of one request, and which of them its expressions used. */
public final class Names {
  private final Map<String, String> names;
  private final Map<String, Value> values;
  private final Set<String> unusedNames;
  private final Set<String> unusedValues;

  /** Takes both maps of the request, which may be empty. */
  public Names(Map<String, String> names, Map<String, Value> values) {
    this.names = names;
    this.values = values;
    this.unusedNames = new LinkedHashSet<>(names.keySet());
    this.unusedValues = new LinkedHashSet<>(values.keySet());
  }

  Optional<String> name(String placeholder) {
    unusedNames.remove(placeholder);
    return Optional.ofNullable(names.get(placeholder));
  }

  Optional<Value> value(String placeholder) {
    unusedValues.remove(placeholder);
    return Optional.ofNullable(values.get(placeholder));
  }

  /** Refuses the request where a placeholder is not used; called after all expressions are read. */
  public void requireAllUsed() {
    requireEmpty("ExpressionAttributeNames", unusedNames);
    requireEmpty("ExpressionAttributeValues", unusedValues);
  }

  private static void requireEmpty(String parameter, Set<String> unused) {
    if (!unused.isEmpty()) {
      throw invalid(
          "Value provided in %s unused in expressions: keys: {%s}"
              .formatted(parameter, String.join(", ", unused)));
    }
  }
}
