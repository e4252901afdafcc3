package dev.rampart.domain.common;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/**
 * A range of IP addresses in CIDR notation, as block lists and allow lists name their sources. Its
 * text is canonical: the lowest address of the range, spelled as {@link IpAddress} does, and the
 * length of the prefix.
 */
public final class SourceRange implements Comparable<SourceRange> {
  /** Longest text that is looked at, in characters. */
  public static final int LENGTH_MAX = IpAddress.LENGTH_MAX + 4;

  private static final int IPV4_BITS = 32;
  private static final int IPV6_BITS = 128;
  private static final int IPV6_SITE_BITS = 64;
  private static final int PREFIX_DIGITS_MAX = 3;

  private final String text;
  private final IpVersion version;
  private final int prefixLength;
  private final long high;
  private final long low;

  private SourceRange(byte[] lowest, int prefixLength) {
    this.version = lowest.length == IPV6_BITS / Byte.SIZE ? IpVersion.V6 : IpVersion.V4;
    this.prefixLength = prefixLength;
    // An IPv4 address takes the upper bits, so that the same mask fits both.
    ByteBuffer bits = ByteBuffer.wrap(Arrays.copyOf(lowest, IPV6_BITS / Byte.SIZE));
    this.high = bits.getLong();
    this.low = bits.getLong();
    this.text = spell(lowest) + "/" + prefixLength;
  }

  /**
   * Returns the range in a text from outside; empty if it is none. An address without a prefix
   * stands for its {@link IpAddress#site}; an address with bits behind its prefix is no range. The
   * prefix of an IPv4 address that is written as one of IPv6 counts the 96 bits in front of it.
   */
  public static Optional<SourceRange> parse(String text) {
    if (text.length() > LENGTH_MAX) {
      return Optional.empty();
    }
    int slash = text.indexOf('/');
    if (slash < 0) {
      return IpAddress.parse(text).map(SourceRange::of);
    }
    Optional<IpAddress> address = IpAddress.parse(text.substring(0, slash));
    int prefix = prefix(text.substring(slash + 1));
    boolean isVersion6 = text.indexOf(':') >= 0;
    return address.flatMap(lowest -> range(lowest, isVersion6, prefix));
  }

  /** Returns the site of an address: itself for IPv4, its /64 for IPv6. */
  public static SourceRange of(IpAddress address) {
    byte[] bytes = bytes(address);
    boolean isVersion6 = bytes.length > Integer.BYTES;
    int prefix = isVersion6 ? IPV6_SITE_BITS : IPV4_BITS;
    Arrays.fill(bytes, prefix / Byte.SIZE, bytes.length, (byte) 0);
    return new SourceRange(bytes, prefix);
  }

  private static Optional<SourceRange> range(
      IpAddress lowest, boolean isWrittenAsVersion6, int writtenPrefix) {
    byte[] bytes = bytes(lowest);
    int writtenBits = isWrittenAsVersion6 ? IPV6_BITS : IPV4_BITS;
    int prefix = writtenPrefix - (writtenBits - bytes.length * Byte.SIZE);
    if (prefix < 0 || prefix > bytes.length * Byte.SIZE) {
      return Optional.empty();
    }
    SourceRange range = new SourceRange(bytes, prefix);
    boolean isLowest =
        range.high == (range.high & mask(prefix))
            && range.low == (range.low & mask(prefix - Long.SIZE));
    return isLowest ? Optional.of(range) : Optional.empty();
  }

  private static int prefix(String digits) {
    boolean isNumber =
        !digits.isEmpty()
            && digits.length() <= PREFIX_DIGITS_MAX
            && digits.chars().allMatch(Ascii::isDigit)
            && (digits.length() == 1 || digits.charAt(0) != '0');
    return isNumber ? Integer.parseInt(digits) : -1;
  }

  /** Returns the text, such as {@code 203.0.113.7/32} or {@code 2001:db8:0:1::/64}. */
  public String text() {
    return text;
  }

  /** Returns the version of its addresses. */
  public IpVersion version() {
    return version;
  }

  /** Returns how many bits all its addresses share, from 0. */
  public int prefixLength() {
    return prefixLength;
  }

  /** Returns the lowest address of the range. */
  public IpAddress lowest() {
    return new IpAddress(text.substring(0, text.indexOf('/')));
  }

  /** Returns this range, or the /64 around it if it is narrower: nobody owns less of IPv6. */
  public SourceRange atLeastSite() {
    return version == IpVersion.V6 && prefixLength > IPV6_SITE_BITS ? around(IPV6_SITE_BITS) : this;
  }

  /**
   * Returns the range of a shorter prefix around this one.
   *
   * @param shorter from 0 to the length of this one's prefix
   */
  public SourceRange around(int shorter) {
    byte[] bytes = bytes(lowest());
    for (int bit = shorter; bit < prefixLength; bit++) {
      bytes[bit / Byte.SIZE] &= (byte) ~(0x80 >> bit % Byte.SIZE);
    }
    return new SourceRange(bytes, shorter);
  }

  /** Returns whether every address of the other range is one of this. */
  public boolean contains(SourceRange other) {
    return version == other.version
        && prefixLength <= other.prefixLength
        && ((high ^ other.high) & mask(prefixLength)) == 0
        && ((low ^ other.low) & mask(prefixLength - Long.SIZE)) == 0;
  }

  /** Returns whether the two ranges have an address in common. */
  public boolean overlaps(SourceRange other) {
    return contains(other) || other.contains(this);
  }

  /** Returns a mask of that many leading ones, 0 to 64. */
  private static long mask(int bits) {
    return bits <= 0 ? 0 : bits >= Long.SIZE ? -1 : -1L << (Long.SIZE - bits);
  }

  private static byte[] bytes(IpAddress address) {
    InetAddress literal = InetAddress.ofLiteral(address.text());
    // The platform turns ::ffff:a.b.c.d into IPv4, and so does the canonical spelling.
    return literal.getAddress();
  }

  private static String spell(byte[] lowest) {
    try {
      String plain = InetAddress.getByAddress(lowest).getHostAddress();
      return IpAddress.parse(plain).orElseThrow().text();
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("an address has 4 or 16 bytes", e);
    }
  }

  /** Orders ranges by their texts, as stores do. */
  @Override
  public int compareTo(SourceRange other) {
    return text.compareTo(other.text);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SourceRange range && text.equals(range.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
