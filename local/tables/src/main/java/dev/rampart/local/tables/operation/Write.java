package dev.rampart.local.tables.operation;

import static dev.rampart.local.tables.value.Refusals.invalid;
import static dev.rampart.local.tables.value.Refusals.invalidParameter;

import dev.rampart.local.protocol.AwsError;
import dev.rampart.local.tables.expression.ConditionExpression;
import dev.rampart.local.tables.expression.UpdateExpression;
import dev.rampart.local.tables.expression.path.Path;
import dev.rampart.local.tables.request.ResponseJson;
import dev.rampart.local.tables.table.Change;
import dev.rampart.local.tables.table.Table;
import dev.rampart.local.tables.value.Item;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One write that a request asks for.
 *
 * @param returnOnFailure whether the refusal shows the item
 */
record Write(
    Table table,
    Item key,
    Edit edit,
    Optional<ConditionExpression> condition,
    boolean returnOnFailure) {
  /** What is done to the item. */
  sealed interface Edit {
    record Put(Item item) implements Edit {}

    record Update(Optional<UpdateExpression> expression) implements Edit {}

    record Delete() implements Edit {}

    record Check() implements Edit {}
  }

  /** What a write comes to on the item as it is. */
  sealed interface Plan {
    record Ready(Change change) implements Plan {}

    record ConditionFailed(Optional<Item> shown) implements Plan {}

    record Invalid(AwsError refusal) implements Plan {}
  }

  /** Judges the write on the present state; changes nothing. */
  Plan plan() {
    Optional<AwsError> refusal = schemaRefusal();
    if (refusal.isPresent()) {
      return new Plan.Invalid(refusal.get());
    }
    Optional<Item> before = table.find(key);
    if (condition.isPresent() && !condition.get().holds(before.orElse(Item.EMPTY))) {
      return new Plan.ConditionFailed(before.filter(_ -> returnOnFailure));
    }
    try {
      return new Plan.Ready(new Change(table, key, before, after(before)));
    } catch (AwsError e) {
      return new Plan.Invalid(e);
    }
  }

  /** Returns the change that the write comes to, or refuses it. */
  Change required() {
    return switch (plan()) {
      case Plan.Ready(Change change) -> change;
      case Plan.Invalid(AwsError refusal) -> throw refusal;
      case Plan.ConditionFailed(Optional<Item> shown) -> throw ResponseJson.conditionFailed(shown);
    };
  }

  /** Says whether no two writes are to the same item. */
  static boolean distinct(List<Write> writes) {
    record Place(String table, Item key) {}
    Set<Place> places = new HashSet<>();
    return writes.stream().allMatch(w -> places.add(new Place(w.table.name(), w.key)));
  }

  /** Returns why the write does not fit the keys of the table and its indexes, if it does not. */
  Optional<AwsError> schemaRefusal() {
    try {
      requireSchema();
      return Optional.empty();
    } catch (AwsError e) {
      return Optional.of(e);
    }
  }

  /** Refuses a write that brings an empty value for a key of the table or of an index. */
  void requireNoEmptyKey() {
    table.keys().requireNoneEmpty(key);
    if (edit instanceof Edit.Put(Item item)) {
      table.definition().indexes().forEach(index -> index.requireNoneEmpty(item));
    }
  }

  private void requireSchema() {
    switch (edit) {
      case Edit.Put(Item item) -> {
        table.keys().requireItem(item);
        table.definition().indexes().forEach(index -> index.requireItem(item));
      }
      case Edit.Update(Optional<UpdateExpression> expression) -> {
        table.keys().requireKey(key);
        expression.ifPresent(this::requireKeysUntouched);
      }
      case Edit.Delete(), Edit.Check() -> table.keys().requireKey(key);
    }
  }

  private void requireKeysUntouched(UpdateExpression update) {
    for (String name : table.keys().names()) {
      for (Path path : update.paths()) {
        if (path.head().equals(name)) {
          throw invalidParameter(
              "Cannot update attribute " + name + ". This attribute is part of the key");
        }
      }
    }
  }

  /** Refuses an updated item whose updated attributes do not fit as keys of the indexes. */
  private void requireIndexable(UpdateExpression update, Item item) {
    Item updated = item.only(update.paths().stream().map(Path::head).toList());
    table.definition().indexes().forEach(index -> index.requireUpdated(updated));
  }

  private Optional<Item> after(Optional<Item> before) {
    return switch (edit) {
      case Edit.Put(Item item) -> Optional.of(item);
      case Edit.Delete() -> Optional.empty();
      case Edit.Check() -> before;
      case Edit.Update(Optional<UpdateExpression> expression) -> {
        Item start = before.orElse(key);
        Item item = expression.map(update -> update.apply(start)).orElse(start);
        expression.ifPresent(update -> requireIndexable(update, item));
        if (item.bytes() > Item.BYTES_MAX) {
          throw invalid("Item size to update has exceeded the maximum allowed size");
        }
        yield Optional.of(item);
      }
    };
  }
}
