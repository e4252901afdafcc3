package dev.rampart.local.tables.table;

import static dev.rampart.local.tables.value.Refusals.invalid;
import static dev.rampart.local.tables.value.Refusals.invalidParameter;

import dev.rampart.local.tables.value.Item;
import dev.rampart.local.tables.value.Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A secondary index.
 *
 * @param local whether it shares the table's partition key
 * @param included the attributes besides the keys; empty for all attributes
 */
public record IndexDefinition(
    String name, boolean local, KeySchema keys, Optional<List<String>> included) {

  public boolean projectsAll() {
    return included.isEmpty();
  }

  /** Says whether entries hold an attribute. */
  public boolean projects(String attribute, KeySchema tableKeys) {
    return included.isEmpty()
        || included.get().contains(attribute)
        || keys.has(attribute)
        || tableKeys.has(attribute);
  }

  /** Returns what the index keeps of an item; empty if the item lacks a key of the index. */
  Optional<Item> entry(Item item, KeySchema tableKeys) {
    if (!keys.fits(item)) {
      return Optional.empty();
    }
    if (included.isEmpty()) {
      return Optional.of(item);
    }
    Set<String> names = new LinkedHashSet<>(tableKeys.names());
    names.addAll(keys.names());
    names.addAll(included.get());
    return Optional.of(item.only(names));
  }

  /** Refuses an item whose attribute is a key of this index but has no fitting value. */
  public void requireItem(Item item) {
    for (KeySchema.Attribute key : keys.attributes()) {
      item.get(key.name()).ifPresent(value -> requireKey(key, value));
    }
  }

  /** Refuses updated attributes that are keys of this index but have no fitting value. */
  public void requireUpdated(Item updated) {
    for (KeySchema.Attribute key : keys.attributes()) {
      updated.get(key.name()).ifPresent(value -> requireUpdated(key, value));
    }
  }

  private static void requireUpdated(KeySchema.Attribute key, Value value) {
    if (value.type() != key.type()) {
      throw invalid(
          "The update expression attempted to update the secondary index key to unsupported type");
    }
    if (KeySchema.isEmpty(value)) {
      throw invalid(
          "One or more parameter values are not valid. The update expression attempted to update a"
              + " secondary index key to a value that is not supported. "
              + KeySchema.emptyKey(value));
    }
  }

  private void requireKey(KeySchema.Attribute key, Value value) {
    if (value.type() != key.type()) {
      throw invalidParameter(
          "Type mismatch for Index Key %s Expected: %s Actual: %s IndexName: %s"
              .formatted(key.name(), key.type(), value.type(), name));
    }
    requireNotEmpty(key, value);
  }

  /** Refuses an item that has an empty value for a key attribute of this index. */
  public void requireNoneEmpty(Item item) {
    for (KeySchema.Attribute key : keys.attributes()) {
      item.get(key.name()).ifPresent(value -> requireNotEmpty(key, value));
    }
  }

  public void requireNotEmpty(KeySchema.Attribute key, Value value) {
    if (KeySchema.isEmpty(value)) {
      throw invalid(
          "One or more parameter values are not valid. A value specified for a secondary index key"
              + " is not supported. %s IndexName: %s, IndexKey: %s"
                  .formatted(KeySchema.emptyKey(value), name, key.name()));
    }
  }
}
