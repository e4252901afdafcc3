package dev.rampart.local.tables.value;

import static dev.rampart.local.tables.value.Refusals.invalid;
import static dev.rampart.local.tables.value.Refusals.invalidParameter;
import static dev.rampart.local.tables.value.Refusals.unreadable;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Reads values from the JSON of the protocol and refuses what DynamoDB refuses. Values that exceed
 * a size together are refused as soon as they do, before more of them are read.
 */
public final class JsonReader {
  /** How deep lists and maps may nest. */
  public static final int NESTING_MAX = 32;

  private final String tooLarge;

  /** What may still be read, counted at least as small as the size of the values will be. */
  private long bytesLeft;

  /**
   * A reader of values.
   *
   * @param bytesMax the size that they may have together
   * @param tooLarge what to say if they exceed it
   */
  public JsonReader(int bytesMax, String tooLarge) {
    this.bytesLeft = bytesMax;
    this.tooLarge = tooLarge;
  }

  /** Reads an item: an object with a value for each name. */
  public static Item item(JsonNode json) {
    return new JsonReader(Item.BYTES_MAX, "Item size has exceeded the maximum allowed size")
        .item(json, 1);
  }

  /** Reads one value: an object whose one member names the type. */
  public Value value(JsonNode json) {
    Value value = value(json, 1);
    requireRoom();
    return value;
  }

  private Item item(JsonNode json, int depth) {
    if (!json.isObject()) {
      throw unreadable("Unexpected field type");
    }
    Map<String, Value> attributes = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> attribute : json.properties()) {
      requireRoom();
      String name = Scalars.wellFormed(attribute.getKey());
      count(name.length());
      attributes.put(name, value(attribute.getValue(), depth));
    }
    return Item.owning(attributes);
  }

  private void count(int bytes) {
    bytesLeft -= bytes;
  }

  /** Refuses another value if the ones before it are too large already. */
  private void requireRoom() {
    if (bytesLeft < 0) {
      throw invalid(tooLarge);
    }
  }

  private Value value(JsonNode json, int depth) {
    if (!json.isObject()) {
      throw unreadable("Unexpected value type in payload");
    }
    Optional<Map.Entry<String, JsonNode>> set = Optional.empty();
    for (Map.Entry<String, JsonNode> member : json.properties()) {
      if (member.getValue().isNull() || Type.named(member.getKey()).isEmpty()) {
        continue;
      }
      if (set.isPresent()) {
        throw invalid(
            "Supplied AttributeValue has more than one datatypes set, must contain exactly one of"
                + " the supported datatypes");
      }
      set = Optional.of(member);
    }
    if (set.isEmpty()) {
      throw invalid(
          "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes");
    }
    if (depth > NESTING_MAX) {
      throw invalid("Nesting Levels have exceeded supported limits");
    }
    return typed(Type.valueOf(set.get().getKey()), set.get().getValue(), depth);
  }

  private Value typed(Type type, JsonNode json, int depth) {
    return switch (type) {
      case S -> text(json);
      case N -> number(json);
      case B -> binary(json);
      case BOOL -> new Value.Bool(Scalars.flag(json));
      case NULL -> nothing(json);
      case SS -> set(type, each(json, this::text));
      case NS -> set(type, each(json, this::number));
      case BS -> set(type, each(json, this::binary));
      case L -> new Value.Elements(each(json, element -> value(element, depth + 1)));
      case M -> new Value.Members(item(json, depth + 1));
    };
  }

  private List<Value> each(JsonNode json, Function<JsonNode, Value> reader) {
    if (!json.isArray()) {
      throw unreadable(
          json.isObject()
              ? "Start of structure or map found where not expected"
              : "Unexpected field type");
    }
    List<Value> values = new ArrayList<>();
    for (JsonNode element : json) {
      requireRoom();
      count(1);
      values.add(reader.apply(element));
    }
    return values;
  }

  private Value text(JsonNode json) {
    String text = Scalars.text(json);
    count(text.length());
    return new Value.Text(text);
  }

  private Value number(JsonNode json) {
    Value.Num number = Numbers.read(Scalars.text(json));
    count(number.number().precision() / 2);
    return number;
  }

  private Value binary(JsonNode json) {
    Bytes bytes = bytes(json);
    count(bytes.content().length);
    return new Value.Binary(bytes);
  }

  private static Value set(Type type, List<Value> values) {
    if (values.isEmpty()) {
      throw invalidParameter(
          switch (type) {
            case SS -> "An string set  may not be empty";
            case NS -> "An number set  may not be empty";
            default -> "Binary sets should not be empty";
          });
    }
    // Sorted, not hashed: texts with the same hash are easily made.
    Value.Many set = Value.Many.of(type, values);
    if (set.values().size() < values.size()) {
      throw switch (type) {
        case NS -> invalid("Input collection contains duplicates");
        case SS -> invalidParameter("Input collection " + shown(values) + " contains duplicates.");
        default ->
            invalidParameter(
                "Input collection " + shown(values) + "of type BS contains duplicates.");
      };
    }
    return set;
  }

  private static String shown(List<Value> values) {
    return values.stream()
        .map(
            value ->
                switch (value) {
                  case Value.Text(String text) -> text;
                  default -> ((Value.Binary) value).bytes().toString();
                })
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private static Value nothing(JsonNode json) {
    if (!Scalars.flag(json)) {
      throw invalidParameter("Null attribute value types must have the value of true");
    }
    return new Value.Null();
  }

  private static Bytes bytes(JsonNode json) {
    if (!json.isTextual()) {
      throw unreadable("only base-64-encoded strings are convertible to bytes");
    }
    String text = json.textValue();
    if (text.length() % 4 != 0) {
      throw unreadable(
          "Base64 encoded length is expected a multiple of 4 bytes but found: " + text.length());
    }
    try {
      return new Bytes(Base64.getDecoder().decode(text));
    } catch (IllegalArgumentException _) {
      throw unreadable("Invalid Base64 character found");
    }
  }
}
