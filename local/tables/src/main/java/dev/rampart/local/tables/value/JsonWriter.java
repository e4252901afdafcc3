package dev.rampart.local.tables.value;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;

/** Writes values as the JSON of the protocol. */
public final class JsonWriter {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private JsonWriter() {}

  /** Returns an item as an object with a value for each name. */
  public static ObjectNode json(Item item) {
    ObjectNode json = JSON.objectNode();
    item.attributes().forEach((name, value) -> json.set(name, json(value)));
    return json;
  }

  /** Returns a value as an object whose one member names the type. */
  public static ObjectNode json(Value value) {
    ObjectNode json = JSON.objectNode();
    String type = value.type().name();
    switch (value) {
      case Value.Text(String text) -> json.put(type, text);
      case Value.Num(BigDecimal number) -> json.put(type, Numbers.text(number));
      case Value.Binary(Bytes bytes) -> json.put(type, bytes.toString());
      case Value.Bool(boolean is) -> json.put(type, is);
      case Value.Null _ -> json.put(type, true);
      case Value.Members(Item members) -> json.set(type, json(members));
      case Value.Elements(List<Value> values) -> {
        ArrayNode array = json.putArray(type);
        values.forEach(element -> array.add(json(element)));
      }
      case Value.Many(Type _, List<Value> values) -> {
        ArrayNode array = json.putArray(type);
        values.forEach(element -> array.add(scalar(element)));
      }
    }
    return json;
  }

  /** Returns the text that stands for a scalar on the wire. */
  private static String scalar(Value value) {
    return switch (value) {
      case Value.Text(String text) -> text;
      case Value.Num(BigDecimal number) -> Numbers.text(number);
      case Value.Binary(Bytes bytes) -> bytes.toString();
      default -> throw new IllegalArgumentException(value.type() + " is no scalar");
    };
  }
}
