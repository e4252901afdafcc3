package dev.rampart.local.tables.expression;

import dev.rampart.local.tables.value.Value;
import dev.rampart.local.tables.value.WorkBudget;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The placeholders of one request, which of them its expressions used, and what work these may
 * make.
 */
public final class Placeholders {
  private final Map<String, String> names;
  private final Map<String, Value> values;
  private final Set<String> unusedNames;
  private final Set<String> unusedValues;
  private final WorkBudget work;

  /** Takes both maps of the request, which may be empty. */
  public Placeholders(Map<String, String> names, Map<String, Value> values, WorkBudget work) {
    this.names = names;
    this.values = values;
    this.work = work;
    this.unusedNames = new LinkedHashSet<>(names.keySet());
    this.unusedValues = new LinkedHashSet<>(values.keySet());
  }

  WorkBudget work() {
    return work;
  }

  Optional<String> name(String placeholder) {
    unusedNames.remove(placeholder);
    return Optional.ofNullable(names.get(placeholder));
  }

  Optional<Value> value(String placeholder) {
    unusedValues.remove(placeholder);
    return Optional.ofNullable(values.get(placeholder));
  }

  /** Returns what to say of placeholders that no expression used; called after all are read. */
  public Optional<String> unused() {
    return unused("ExpressionAttributeNames", unusedNames)
        .or(() -> unused("ExpressionAttributeValues", unusedValues));
  }

  private static Optional<String> unused(String parameter, Set<String> unused) {
    return unused.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "Value provided in %s unused in expressions: keys: {%s}"
                .formatted(parameter, String.join(", ", unused)));
  }
}
