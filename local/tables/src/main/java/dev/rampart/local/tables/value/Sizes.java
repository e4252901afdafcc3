package dev.rampart.local.tables.value;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** The size of values as AWS documents it, in bytes. */
final class Sizes {
  private static final int CONTAINER_BYTES = 3;
  private static final int NUMBER_BYTES_MAX = 21;

  /**
   * Above any limit. An update may give one long list to hundreds of attributes at once, and nobody
   * needs to know by how much the item is too large.
   */
  private static final int STOP = 4 * 1024 * 1024;

  private Sizes() {}

  /** Returns the size of an item; any size above {@link #STOP} stands for all of those. */
  static int of(Item item) {
    int sum = 0;
    for (Map.Entry<String, Value> attribute : item.attributes().entrySet()) {
      sum += utf8(attribute.getKey()) + of(attribute.getValue());
      if (sum > STOP) {
        break;
      }
    }
    return sum;
  }

  /** Returns how many values an item has, at all depths. */
  static int values(Item item) {
    return item.attributes().values().stream().mapToInt(Sizes::values).sum();
  }

  private static int values(Value value) {
    return switch (value) {
      case Value.Elements(List<Value> values) -> 1 + values.stream().mapToInt(Sizes::values).sum();
      case Value.Members(Item members) -> 1 + values(members);
      case Value.Many(Type _, List<Value> values) -> 1 + values.size();
      case Value.Text _, Value.Num _, Value.Binary _, Value.Bool _, Value.Null _ -> 1;
    };
  }

  static int of(Value value) {
    return switch (value) {
      case Value.Text(String text) -> utf8(text);
      case Value.Num(BigDecimal number) -> number(number);
      case Value.Binary(Bytes bytes) -> bytes.content().length;
      case Value.Bool _, Value.Null _ -> 1;
      case Value.Elements(List<Value> values) -> CONTAINER_BYTES + values.size() + sum(values);
      case Value.Members(Item members) ->
          CONTAINER_BYTES + members.attributes().size() + members.bytes();
      case Value.Many(Type _, List<Value> values) -> sum(values);
    };
  }

  private static int sum(List<Value> values) {
    return values.stream().mapToInt(Sizes::of).sum();
  }

  /** One byte, one for each two digits, and one for a minus sign. */
  private static int number(BigDecimal number) {
    if (number.signum() == 0) {
      return 1;
    }
    int sign = number.signum() < 0 ? 1 : 0;
    return Math.min(NUMBER_BYTES_MAX, 1 + (number.precision() + 1) / 2 + sign);
  }

  /** Counts UTF-8 bytes without making them. */
  static int utf8(String text) {
    int bytes = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x80) {
        bytes++;
      } else if (c < 0x800 || Character.isSurrogate(c)) {
        bytes += 2;
      } else {
        bytes += 3;
      }
    }
    return bytes;
  }
}
