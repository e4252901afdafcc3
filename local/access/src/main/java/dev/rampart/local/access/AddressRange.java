package dev.rampart.local.access;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/** The addresses of an IP condition: one address, or a range in CIDR form. */
final class AddressRange {
  /** Digits, colons and dots alone: nothing that a resolver would be asked about. */
  private static final Pattern NUMERIC =
      Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

  private static final Pattern BITS = Pattern.compile("0|[1-9][0-9]{0,2}");

  private AddressRange() {}

  static boolean isRange(String text) {
    int slash = text.indexOf('/');
    Optional<byte[]> address = bytes(slash < 0 ? text : text.substring(0, slash));
    return address.isPresent()
        && (slash < 0
            || bits(text.substring(slash + 1))
                .filter(b -> b <= address.get().length * 8)
                .isPresent());
  }

  /** Says whether an address lies in a range; not if either is none. */
  static boolean contains(String range, String address) {
    if (!isRange(range)) {
      return false;
    }
    int slash = range.indexOf('/');
    byte[] first = bytes(slash < 0 ? range : range.substring(0, slash)).orElseThrow();
    int bits = slash < 0 ? first.length * 8 : bits(range.substring(slash + 1)).orElseThrow();
    return bytes(address)
        .filter(bytes -> bytes.length == first.length)
        .map(bytes -> prefix(bytes, bits).equals(prefix(first, bits)))
        .orElse(false);
  }

  private static BigInteger prefix(byte[] address, int bits) {
    return new BigInteger(1, address).shiftRight(address.length * 8 - bits);
  }

  private static Optional<Integer> bits(String text) {
    return BITS.matcher(text).matches() ? Optional.of(Integer.parseInt(text)) : Optional.empty();
  }

  private static Optional<byte[]> bytes(String text) {
    if (!NUMERIC.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.getByName(text).getAddress());
    } catch (UnknownHostException _) {
      return Optional.empty();
    }
  }
}
