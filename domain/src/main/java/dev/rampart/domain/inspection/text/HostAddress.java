package dev.rampart.domain.inspection.text;

/**
 * What a host's address leads to. Reads IPv4 in any form that resolvers take ({@code inet_aton}):
 * dotted, short, octal, hexadecimal, one whole number.
 */
public enum HostAddress {
  /** An address of the internet, or a name. */
  PUBLIC,

  /** A private, loopback, link-local or shared address (RFC 6890). */
  INTERNAL,

  /** Not in plain dotted form, which honest URLs never need. */
  OBFUSCATED;

  private static final int DIGITS_MAX = 16;

  /** Returns what the host that begins at {@code start} is. */
  public static HostAddress of(DecodedText text, int start) {
    long address = 0;
    int parts = 0;
    boolean plain = true;
    int i = start;
    while (parts < 4) {
      int radix = 10;
      if (text.at(i) == '0' && text.at(i + 1) == 'x') {
        radix = 16;
        i += 2;
      } else if (text.at(i) == '0' && text.at(i + 1) >= '0' && text.at(i + 1) <= '9') {
        radix = 8;
      }
      plain &= radix == 10;
      int first = i;
      long part = 0;
      while (i - first < DIGITS_MAX && Character.digit(text.at(i), radix) >= 0) {
        part = part * radix + Character.digit(text.at(i), radix);
        i++;
      }
      if (i == first) {
        break;
      }
      parts++;
      if (text.at(i) != '.' || parts == 4) {
        address = address << (8 * (5 - parts)) | part;
        break;
      }
      address = address << 8 | (part & 0xff);
      i++;
    }
    char after = text.at(i);
    if ((after >= 'a' && after <= 'z') || after == '-' || after == '_' || parts == 0) {
      return PUBLIC;
    }
    if (isInternal(address & 0xffffffffL)) {
      return INTERNAL;
    }
    return plain && parts == 4 ? PUBLIC : OBFUSCATED;
  }

  private static boolean isInternal(long a) {
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
