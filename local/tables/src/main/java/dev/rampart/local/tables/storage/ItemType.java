package dev.rampart.local.tables.storage;

import dev.rampart.local.tables.value.Bytes;
import dev.rampart.local.tables.value.Item;
import dev.rampart.local.tables.value.Type;
import dev.rampart.local.tables.value.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/** How items lie in the store: names, a byte for each type, and lengths before contents. */
final class ItemType extends BasicDataType<Item> {
  private static final int OBJECT_BYTES = 64;

  @Override
  public int getMemory(Item item) {
    return OBJECT_BYTES + 2 * item.bytes();
  }

  @Override
  public Item[] createStorage(int size) {
    return new Item[size];
  }

  @Override
  public void write(WriteBuffer out, Item item) {
    out.putVarInt(item.attributes().size());
    item.attributes()
        .forEach(
            (name, value) -> {
              text(out, name);
              write(out, value);
            });
  }

  @Override
  public Item read(ByteBuffer in) {
    int size = DataUtils.readVarInt(in);
    Map<String, Value> attributes = LinkedHashMap.newLinkedHashMap(size);
    for (int i = 0; i < size; i++) {
      attributes.put(text(in), readValue(in));
    }
    return Item.owning(attributes);
  }

  private void write(WriteBuffer out, Value value) {
    out.put((byte) value.type().code());
    switch (value) {
      case Value.Text(String text) -> text(out, text);
      case Value.Binary(Bytes(byte[] content)) -> bytes(out, content);
      case Value.Bool(boolean is) -> out.put((byte) (is ? 1 : 0));
      case Value.Null _ -> {}
      case Value.Members(Item members) -> write(out, members);
      case Value.Elements(List<Value> values) -> values(out, values);
      case Value.Many(Type _, List<Value> values) -> values(out, values);
      case Value.Num(BigDecimal number) -> {
        out.putInt(number.scale());
        bytes(out, number.unscaledValue().toByteArray());
      }
    }
  }

  private Value readValue(ByteBuffer in) {
    Type type = Type.coded(in.get());
    return switch (type) {
      case S -> new Value.Text(text(in));
      case N -> number(in);
      case B -> new Value.Binary(new Bytes(bytes(in)));
      case BOOL -> new Value.Bool(in.get() == 1);
      case NULL -> new Value.Null();
      case M -> new Value.Members(read(in));
      case L -> new Value.Elements(values(in));
      case SS, NS, BS -> new Value.Many(type, values(in));
    };
  }

  private static Value number(ByteBuffer in) {
    int scale = in.getInt();
    return new Value.Num(new BigDecimal(new BigInteger(bytes(in)), scale));
  }

  private void values(WriteBuffer out, List<Value> values) {
    out.putVarInt(values.size());
    values.forEach(value -> write(out, value));
  }

  private List<Value> values(ByteBuffer in) {
    int size = DataUtils.readVarInt(in);
    List<Value> values = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      values.add(readValue(in));
    }
    return values;
  }

  private static void text(WriteBuffer out, String text) {
    bytes(out, text.getBytes(StandardCharsets.UTF_8));
  }

  private static String text(ByteBuffer in) {
    return new String(bytes(in), StandardCharsets.UTF_8);
  }

  private static void bytes(WriteBuffer out, byte[] bytes) {
    out.putVarInt(bytes.length).put(bytes);
  }

  private static byte[] bytes(ByteBuffer in) {
    byte[] bytes = new byte[DataUtils.readVarInt(in)];
    in.get(bytes);
    return bytes;
  }
}
