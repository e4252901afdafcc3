package dev.rampart.local.tables.value;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializable;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import com.fasterxml.jackson.databind.node.POJONode;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * Writes values as the JSON of the protocol. What it returns is written when the answer is, and not
 * made a tree before: a tree of many small values takes a hundred times their size.
 */
public final class JsonWriter {
  private JsonWriter() {}

  /** Returns an item as an object with a value for each name. */
  public static JsonNode json(Item item) {
    return new POJONode(new Written(out -> write(out, item)));
  }

  /** Returns a value as an object whose one member names the type. */
  public static JsonNode json(Value value) {
    return new POJONode(new Written(out -> write(out, value)));
  }

  /** Returns the text that stands for a scalar on the wire. */
  public static String scalar(Value value) {
    return switch (value) {
      case Value.Text(String text) -> text;
      case Value.Num(BigDecimal number) -> Numbers.text(number);
      case Value.Binary(Bytes bytes) -> bytes.toString();
      default -> throw new IllegalArgumentException(value.type() + " is no scalar");
    };
  }

  private interface Writing {
    void to(JsonGenerator out) throws IOException;
  }

  private record Written(Writing writing) implements JsonSerializable {
    @Override
    public void serialize(JsonGenerator out, SerializerProvider provider) throws IOException {
      writing.to(out);
    }

    @Override
    public void serializeWithType(
        JsonGenerator out, SerializerProvider provider, TypeSerializer types) throws IOException {
      writing.to(out);
    }
  }

  private static void write(JsonGenerator out, Item item) throws IOException {
    out.writeStartObject();
    for (Map.Entry<String, Value> attribute : item.attributes().entrySet()) {
      out.writeFieldName(attribute.getKey());
      write(out, attribute.getValue());
    }
    out.writeEndObject();
  }

  private static void write(JsonGenerator out, Value value) throws IOException {
    out.writeStartObject();
    out.writeFieldName(value.type().name());
    switch (value) {
      case Value.Text _, Value.Num _, Value.Binary _ -> out.writeString(scalar(value));
      case Value.Bool(boolean is) -> out.writeBoolean(is);
      case Value.Null _ -> out.writeBoolean(true);
      case Value.Members(Item members) -> write(out, members);
      case Value.Elements(List<Value> values) -> {
        out.writeStartArray();
        for (Value element : values) {
          write(out, element);
        }
        out.writeEndArray();
      }
      case Value.Many(Type _, List<Value> values) -> {
        out.writeStartArray();
        for (Value element : values) {
          out.writeString(scalar(element));
        }
        out.writeEndArray();
      }
    }
    out.writeEndObject();
  }
}
