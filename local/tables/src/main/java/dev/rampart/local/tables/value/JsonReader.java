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
import java.util.stream.Collectors;

/** Reads values from the JSON of the protocol and refuses what DynamoDB refuses. */
public final class JsonReader {
  /** How deep lists and maps may nest. */
  public static final int NESTING_MAX = 32;

  private JsonReader() {}

  /** Reads an item: an object with a value for each name. */
  public static Item item(JsonNode json) {
    return item(json, 1);
  }

  /** Reads one value: an object whose one member names the type. */
  public static Value value(JsonNode json) {
    return value(json, 1);
  }

  private static Item item(JsonNode json, int depth) {
    if (!json.isObject()) {
      throw unreadable("Unexpected field type");
    }
    Map<String, Value> attributes = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> attribute : json.properties()) {
      attributes.put(attribute.getKey(), value(attribute.getValue(), depth));
    }
    return new Item(attributes);
  }

  private static Value value(JsonNode json, int depth) {
    if (!json.isObject()) {
      throw unreadable("Unexpected value type in payload");
    }
    var set =
        json.properties().stream()
            .filter(member -> Type.named(member.getKey()).isPresent())
            .filter(member -> !member.getValue().isNull())
            .toList();
    if (set.isEmpty()) {
      throw invalid(
          "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes");
    }
    if (set.size() > 1) {
      throw invalid(
          "Supplied AttributeValue has more than one datatypes set, must contain exactly one of"
              + " the supported datatypes");
    }
    if (depth > NESTING_MAX) {
      throw invalid("Nesting Levels have exceeded supported limits");
    }
    return typed(Type.valueOf(set.getFirst().getKey()), set.getFirst().getValue(), depth);
  }

  private static Value typed(Type type, JsonNode json, int depth) {
    return switch (type) {
      case S -> new Value.Text(Scalars.text(json));
      case N -> Numbers.read(Scalars.text(json));
      case B -> new Value.Binary(bytes(json));
      case BOOL -> new Value.Bool(Scalars.flag(json));
      case NULL -> nothing(json);
      case SS ->
          set(type, array(json).stream().<Value>map(e -> Value.of(Scalars.text(e))).toList());
      case NS ->
          set(type, array(json).stream().<Value>map(e -> Numbers.read(Scalars.text(e))).toList());
      case BS ->
          set(type, array(json).stream().<Value>map(e -> new Value.Binary(bytes(e))).toList());
      case L -> new Value.Elements(array(json).stream().map(e -> value(e, depth + 1)).toList());
      case M -> new Value.Members(item(json, depth + 1));
    };
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

  private static List<JsonNode> array(JsonNode json) {
    if (!json.isArray()) {
      throw unreadable(
          json.isObject()
              ? "Start of structure or map found where not expected"
              : "Unexpected field type");
    }
    List<JsonNode> elements = new ArrayList<>(json.size());
    json.forEach(elements::add);
    return elements;
  }
}
