package dev.rampart.local.tables.value;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** The size of values as AWS documents it, in bytes. */
final class Sizes {
  private static final int CONTAINER_BYTES = 3;
  private static final int NUMBER_BYTES_MAX = 21;

  private Sizes() {}

  static int of(Item item) {
    int sum = 0;
    for (Map.Entry<String, Value> attribute : item.attributes().entrySet()) {
      sum += utf8(attribute.getKey()) + of(attribute.getValue());
    }
    return sum;
  }

  static int of(Value value) {
    return switch (value) {
      case Value.Text(String text) -> utf8(text);
      case Value.Num(BigDecimal number) -> number(number);
      case Value.Binary(Bytes bytes) -> bytes.content().length;
      case Value.Bool _, Value.Null _ -> 1;
      case Value.Elements(List<Value> values) -> CONTAINER_BYTES + values.size() + sum(values);
      case Value.Members(Item members) ->
          CONTAINER_BYTES + members.attributes().size() + of(members);
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
