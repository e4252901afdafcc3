package dev.rampart.domain.inspection.text;

/**
 * Reads an IPv4 address in any form that resolvers take: dotted, short, octal, hexadecimal, whole.
 */
public enum HostAddress {
  PUBLIC,
  INSIDE,
  /** Not in plain dotted form, which honest URLs never need. */
  DISGUISED;

  private static final int DIGITS_MAX = 16;

  /** Judges the host that begins at {@code start}. */
  public static HostAddress of(DecodedText layer, int start) {
    long address = 0;
    int parts = 0;
    boolean plain = true;
    int i = start;
    while (parts < 4) {
      int radix = 10;
      if (layer.at(i) == '0' && layer.at(i + 1) == 'x') {
        radix = 16;
        i += 2;
      } else if (layer.at(i) == '0' && layer.at(i + 1) >= '0' && layer.at(i + 1) <= '9') {
        radix = 8;
      }
      plain &= radix == 10;
      int first = i;
      long part = 0;
      while (i - first < DIGITS_MAX && Character.digit(layer.at(i), radix) >= 0) {
        part = part * radix + Character.digit(layer.at(i), radix);
        i++;
      }
      if (i == first) {
        break;
      }
      parts++;
      if (layer.at(i) != '.' || parts == 4) {
        address = address << (8 * (5 - parts)) | part;
        break;
      }
      address = address << 8 | (part & 0xff);
      i++;
    }
    char after = layer.at(i);
    if ((after >= 'a' && after <= 'z') || after == '-' || after == '_' || parts == 0) {
      return PUBLIC;
    }
    if (isInside(address & 0xffffffffL)) {
      return INSIDE;
    }
    return plain && parts == 4 ? PUBLIC : DISGUISED;
  }

  private static boolean isInside(long a) {
    long top = a >>> 24;
    long second = a >>> 16 & 0xff;
    return top == 0
        || top == 10
        || top == 127
        || (top == 169 && second == 254)
        || (top == 172 && second >= 16 && second < 32)
        || (top == 192 && (second == 168 || second == 0))
        || (top == 100 && second >= 64 && second < 128);
  }
}
