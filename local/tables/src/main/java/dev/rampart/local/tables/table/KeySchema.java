package dev.rampart.local.tables.table;

import static dev.rampart.local.tables.value.Refusals.invalid;
import static dev.rampart.local.tables.value.Refusals.invalidParameter;

import dev.rampart.local.tables.value.Item;
import dev.rampart.local.tables.value.KeyEncoder;
import dev.rampart.local.tables.value.Type;
import dev.rampart.local.tables.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The key of a table or index: a partition attribute and perhaps a sort attribute. */
public record KeySchema(Attribute hash, Optional<Attribute> range) {
  private static final int HASH_BYTES_MAX = 2048;
  private static final int RANGE_BYTES_MAX = 1024;

  public record Attribute(String name, Type type) {}

  public List<Attribute> attributes() {
    return Stream.concat(Stream.of(hash), range.stream()).toList();
  }

  public List<String> names() {
    return attributes().stream().map(Attribute::name).toList();
  }

  boolean has(String attribute) {
    return names().contains(attribute);
  }

  /** Returns the key part of an item. */
  public Item keyOf(Item item) {
    return item.only(names());
  }

  /** Appends the key of an item that has one. */
  public KeyEncoder encode(KeyEncoder encoder, Item item) {
    for (Attribute attribute : attributes()) {
      encoder.add(item.get(attribute.name()).orElseThrow());
    }
    return encoder;
  }

  public byte[] encode(Item item) {
    return encode(new KeyEncoder(), item).bytes();
  }

  /** Says whether an item has all attributes of this key, with the right types. */
  public boolean fits(Item item) {
    return attributes().stream()
        .allMatch(a -> item.get(a.name()).filter(value -> value.type() == a.type()).isPresent());
  }

  /** Refuses a key that is not exactly of this schema. */
  public Item requireKey(Item key) {
    if (key.attributes().size() != attributes().size() || !fits(key)) {
      throw invalid("The provided key element does not match the schema");
    }
    for (Attribute attribute : attributes()) {
      Value value = key.get(attribute.name()).orElseThrow();
      requireNotEmpty(attribute, value);
      requireSize(attribute, value);
    }
    return key;
  }

  /** Refuses an item whose key attributes are missing or wrong. */
  public void requireItem(Item item) {
    for (Attribute attribute : attributes()) {
      Value value =
          item.get(attribute.name())
              .orElseThrow(
                  () -> invalidParameter("Missing the key " + attribute.name() + " in the item"));
      if (value.type() != attribute.type()) {
        throw invalidParameter(
            "Type mismatch for key %s expected: %s actual: %s"
                .formatted(attribute.name(), attribute.type(), value.type()));
      }
      requireNotEmpty(attribute, value);
      requireSize(attribute, value);
    }
  }

  /** Refuses an item that has an empty value for an attribute of this key. */
  public void requireNoneEmpty(Item item) {
    for (Attribute attribute : attributes()) {
      item.get(attribute.name()).ifPresent(value -> requireNotEmpty(attribute, value));
    }
  }

  public static void requireNotEmpty(Attribute attribute, Value value) {
    if (isEmpty(value)) {
      throw invalid(
          "One or more parameter values are not valid. %s Key: %s"
              .formatted(emptyKey(value), attribute.name()));
    }
  }

  static boolean isEmpty(Value value) {
    return switch (value) {
      case Value.Text(String text) -> text.isEmpty();
      case Value.Binary(var bytes) -> bytes.content().length == 0;
      default -> false;
    };
  }

  static String emptyKey(Value value) {
    return "The AttributeValue for a key attribute cannot contain an empty %s value."
        .formatted(value.type() == Type.S ? "string" : "binary");
  }

  private void requireSize(Attribute attribute, Value value) {
    int bytes = new Item(Map.of("", value)).bytes();
    if (attribute.equals(hash) && bytes > HASH_BYTES_MAX) {
      throw invalidParameter("Size of hashkey has exceeded the maximum size limit of2048 bytes");
    }
    if (!attribute.equals(hash) && bytes > RANGE_BYTES_MAX) {
      throw invalidParameter(
          "Aggregated size of all range keys has exceeded the size limit of 1024 bytes");
    }
  }
}
