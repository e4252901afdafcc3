package dev.rampart.local.tables;

import static dev.rampart.local.tables.value.Refusals.invalid;
import static dev.rampart.local.tables.value.Refusals.unreadable;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.tables.value.Item;
import dev.rampart.local.tables.value.JsonReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A JSON object of a request, read member by member. */
record Request(JsonNode json) {
  private static final List<String> LEGACY =
      List.of(
          "Expected",
          "ConditionalOperator",
          "AttributeUpdates",
          "AttributesToGet",
          "KeyConditions",
          "QueryFilter",
          "ScanFilter");

  Request {
    if (!json.isObject()) {
      throw unreadable("Unexpected value type in payload");
    }
  }

  /** Refuses parameters from before expressions, which these tables do not take. */
  Request withoutLegacy() {
    LEGACY.stream()
        .filter(this::has)
        .findFirst()
        .ifPresent(
            name -> {
              throw invalid(
                  "The legacy parameter " + name + " is not supported here: use an expression.");
            });
    return this;
  }

  boolean has(String name) {
    return member(name).isPresent();
  }

  Optional<JsonNode> member(String name) {
    return Optional.ofNullable(json.get(name)).filter(value -> !value.isNull());
  }

  JsonNode required(String name) {
    return member(name).orElseThrow(() -> missing(name));
  }

  Optional<String> text(String name) {
    return member(name).map(value -> asText(value));
  }

  String requiredText(String name) {
    return asText(required(name));
  }

  boolean flag(String name, boolean otherwise) {
    return member(name).map(Request::asFlag).orElse(otherwise);
  }

  /** Returns a whole number that must be at least {@code min}. */
  Optional<Integer> number(String name, int min) {
    Optional<Integer> number = member(name).map(Request::asInt);
    number
        .filter(n -> n < min)
        .ifPresent(
            n -> {
              throw violated(
                  n.toString(), name, "Member must have value greater than or equal to " + min);
            });
    return number;
  }

  /** Returns a text that must be one of those given, the first where it is absent. */
  String choice(String name, String otherwise, List<String> allowed) {
    String value = text(name).orElse(otherwise);
    if (!allowed.contains(value)) {
      throw violated(
          value, name, "Member must satisfy enum value set: [" + String.join(", ", allowed) + "]");
    }
    return value;
  }

  Item item(String name) {
    return JsonReader.item(required(name));
  }

  Request object(String name) {
    return new Request(required(name));
  }

  Optional<Request> optionalObject(String name) {
    return member(name).map(Request::new);
  }

  /** Returns the elements of an array of objects; empty where the member is absent. */
  List<Request> objects(String name) {
    List<Request> objects = new ArrayList<>();
    array(name).forEach(element -> objects.add(new Request(element)));
    return objects;
  }

  List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    array(name).forEach(element -> texts.add(asText(element)));
    return texts;
  }

  /** Returns the members of an object; empty where it is absent. */
  Map<String, JsonNode> entries(String name) {
    Map<String, JsonNode> entries = new LinkedHashMap<>();
    member(name)
        .ifPresent(
            object ->
                new Request(object)
                    .json
                    .properties()
                    .forEach(e -> entries.put(e.getKey(), e.getValue())));
    return entries;
  }

  /** Returns an object that must have at least one member. */
  Request requiredEntries(String name) {
    Request object = object(name);
    if (object.json.isEmpty()) {
      throw violated("{}", name, "Member must have length greater than or equal to 1");
    }
    return object;
  }

  List<String> names() {
    return json.properties().stream().map(Map.Entry::getKey).toList();
  }

  private Iterable<JsonNode> array(String name) {
    Optional<JsonNode> array = member(name);
    if (array.isPresent() && !array.get().isArray()) {
      throw unreadable("Unexpected field type");
    }
    return array.<Iterable<JsonNode>>map(node -> node).orElse(List.of());
  }

  private static String asText(JsonNode value) {
    if (value.isTextual()) {
      return value.textValue();
    }
    throw unreadable(
        switch (value.getNodeType()) {
          case BOOLEAN ->
              (value.booleanValue() ? "TRUE" : "FALSE") + "_VALUE cannot be converted to String";
          case NUMBER ->
              (value.isIntegralNumber() ? "NUMBER" : "DECIMAL")
                  + "_VALUE cannot be converted to String";
          case ARRAY -> "Unrecognized collection type class java.lang.String";
          default -> "Start of structure or map found where not expected";
        });
  }

  private static boolean asFlag(JsonNode value) {
    if (value.isBoolean()) {
      return value.booleanValue();
    }
    throw unreadable("Unexpected token received from parser");
  }

  private static int asInt(JsonNode value) {
    if (value.isNumber() && value.canConvertToInt()) {
      return value.intValue();
    }
    throw unreadable(
        value.isTextual()
            ? "STRING_VALUE cannot be converted to Integer"
            : "The value cannot be converted to Integer");
  }

  static RuntimeException missing(String name) {
    return violated(null, name, "Member must not be null");
  }

  static RuntimeException violated(@Nullable String value, String name, String constraint) {
    return invalid(
        "1 validation error detected: Value %s at '%s' failed to satisfy constraint: %s"
            .formatted(value == null ? "null" : "'" + value + "'", lowerFirst(name), constraint));
  }

  private static String lowerFirst(String name) {
    return Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }
}
