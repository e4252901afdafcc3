package dev.rampart.local.firewall.statement;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Blocks of IP addresses. Asked in time that does not depend on how many there are. */
public final class AddressSet {
  /** The first bits of the blocks, by the length of an address in bytes and that of the prefix. */
  private record Width(int bytes, int bits) {}

  private static final int IPV4_PARTS = 4;

  /** One way to write a length: the platform also takes a sign, zeros and any script's digits. */
  private static final Pattern PREFIX = Pattern.compile("[1-9][0-9]{0,2}");

  private static final Pattern ADDRESS = Pattern.compile("[0-9A-Fa-f:.]+");

  private final Map<Width, Set<List<Byte>>> blocks = new HashMap<>();

  private AddressSet() {}

  /** A text that is no block of addresses; the message is the rest of a sentence. */
  public static final class InvalidBlockException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String cidr;

    private InvalidBlockException(String cidr, int bits) {
      super(
          "has the address "
              + cidr
              + ", which is no block from /1 to /"
              + bits
              + " with nothing but zeros behind its prefix");
      this.cidr = cidr;
    }

    /** Returns the text. */
    public String cidr() {
      return cidr;
    }
  }

  /**
   * Reads blocks in CIDR notation.
   *
   * @param bytes the length of each address, 4 or 16
   * @throws InvalidBlockException if one is none, as AWS WAF refuses it
   */
  public static AddressSet of(List<String> cidrs, int bytes) {
    AddressSet set = new AddressSet();
    cidrs.forEach(cidr -> set.add(cidr, bytes));
    return set;
  }

  private void add(String cidr, int bytes) {
    int slash = cidr.indexOf('/');
    byte[] address =
        slash < 0
            ? new byte[0]
            : address(cidr.substring(0, slash)).map(InetAddress::getAddress).orElse(new byte[0]);
    int bits = slash < 0 ? 0 : bits(cidr.substring(slash + 1));
    if (address.length != bytes || bits < 1 || bits > bytes * 8 || !isBlock(address, bits)) {
      throw new InvalidBlockException(cidr, bytes * 8);
    }
    blocks.computeIfAbsent(new Width(bytes, bits), _ -> new HashSet<>()).add(prefix(address, bits));
  }

  /** Says whether all bits behind the prefix are zero. */
  private static boolean isBlock(byte[] address, int bits) {
    return Arrays.equals(Arrays.copyOf(first(address, bits), address.length), address);
  }

  /** Returns the length of a prefix; 0, which no block has, if the text is none. */
  private static int bits(String text) {
    return PREFIX.matcher(text).matches() ? Integer.parseInt(text) : 0;
  }

  /** Returns the address that a text is; empty if it is none, as a name of a host. */
  static Optional<InetAddress> address(String text) {
    try {
      return isPlain(text) ? Optional.of(InetAddress.ofLiteral(text)) : Optional.empty();
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /**
   * The platform's parser also takes zones, brackets, digits of any script, and IPv4 with fewer or
   * padded parts.
   */
  private static boolean isPlain(String text) {
    if (!ADDRESS.matcher(text).matches()) {
      return false;
    }
    if (text.indexOf(':') >= 0) {
      return true;
    }
    List<String> parts = List.of(text.split("\\.", -1));
    return parts.size() == IPV4_PARTS
        && parts.stream().noneMatch(part -> part.length() > 1 && part.startsWith("0"));
  }

  /** Returns whether an address is in one of the blocks. */
  boolean contains(InetAddress address) {
    byte[] bytes = address.getAddress();
    return blocks.entrySet().stream()
        .anyMatch(
            each ->
                each.getKey().bytes() == bytes.length
                    && each.getValue().contains(prefix(bytes, each.getKey().bits())));
  }

  /** Returns the bytes of a prefix; what is behind it in the last one is zero. */
  private static byte[] first(byte[] address, int bits) {
    byte[] first = Arrays.copyOf(address, (bits + 7) / 8);
    if (bits % 8 != 0) {
      first[first.length - 1] = (byte) (first[first.length - 1] & (0xff00 >> (bits % 8)));
    }
    return first;
  }

  private static List<Byte> prefix(byte[] address, int bits) {
    byte[] first = first(address, bits);
    Byte[] boxed = new Byte[first.length];
    for (int i = 0; i < first.length; i++) {
      boxed[i] = first[i];
    }
    return List.of(boxed);
  }
}
