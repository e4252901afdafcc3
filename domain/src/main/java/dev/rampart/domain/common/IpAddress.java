package dev.rampart.domain.common;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Optional;

/** A literal IPv4 or IPv6 address in its canonical spelling (RFC 5952); never a name. */
public record IpAddress(String text) {
  /** Longest literal that is looked at, in characters. */
  public static final int LENGTH_MAX = 45;

  private static final int IPV4_DOTS = 3;
  private static final int IPV4_PART_MAX = 255;
  private static final int GROUPS = 8;
  private static final int SITE_GROUPS = 4;
  private static final int NETWORK_GROUPS = 3;

  public IpAddress {
    if (!canonical(text).orElse("").equals(text)) {
      throw new IllegalArgumentException("not the canonical text of an address");
    }
  }

  /** Returns the address in a text from outside; empty if it is not a literal address. */
  public static Optional<IpAddress> parse(String text) {
    return canonical(text).map(IpAddress::new);
  }

  /**
   * Returns the network that one household or host usually has: the address itself for IPv4, its
   * /64 for IPv6.
   */
  public String site() {
    return isVersion6() ? prefix(SITE_GROUPS) + "/64" : text;
  }

  /**
   * Returns the network that one organisation or one pool of addresses usually has at least: the
   * /24 of an IPv4 address, the /48 of an IPv6 address.
   */
  public String network() {
    return isVersion6()
        ? prefix(NETWORK_GROUPS) + "/48"
        : text.substring(0, text.lastIndexOf('.')) + ".0/24";
  }

  private boolean isVersion6() {
    return text.indexOf(':') >= 0;
  }

  private String prefix(int groups) {
    int end = -1;
    for (int group = 0; group < groups; group++) {
      int next = text.indexOf(':', end + 1);
      if (next <= end + 1) {
        return parsedPrefix(groups);
      }
      end = next;
    }
    // A zero in front of the gap would be a part of it.
    return text.startsWith(":0", end - 2) ? parsedPrefix(groups) : text.substring(0, end) + "::";
  }

  private String parsedPrefix(int groups) {
    byte[] bytes = literal(text).getAddress();
    Arrays.fill(bytes, 2 * groups, bytes.length, (byte) 0);
    return spell(bytes);
  }

  private static Optional<String> canonical(String text) {
    if (isCanonicalIpv4(text)) {
      return Optional.of(text);
    }
    if (!plausible(text)) {
      return Optional.empty();
    }
    try {
      InetAddress address = literal(text);
      return Optional.of(
          address instanceof Inet6Address six ? spell(six.getAddress()) : address.getHostAddress());
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /** Most addresses are of this kind, and the platform's parser takes its time. */
  private static boolean isCanonicalIpv4(String text) {
    int part = 0;
    int partStart = 0;
    int dots = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '.') {
        if (i == partStart || ++dots > IPV4_DOTS) {
          return false;
        }
        partStart = i + 1;
        part = 0;
      } else {
        boolean padded = i > partStart && part == 0;
        part = 10 * part + c - '0';
        if (!Ascii.isDigit(c) || padded || part > IPV4_PART_MAX) {
          return false;
        }
      }
    }
    return dots == IPV4_DOTS && partStart < text.length();
  }

  // The platform's parser also takes zones, brackets, and IPv4 with parts left out or zeros in
  // front,
  // which other parsers read as octal.
  private static boolean plausible(String text) {
    return text.length() <= LENGTH_MAX
        && text.chars().allMatch(c -> c == ':' || c == '.' || Character.digit(c, 16) >= 0)
        && (text.indexOf(':') >= 0
            || (text.chars().filter(c -> c == '.').count() == IPV4_DOTS && !hasPaddedPart(text)));
  }

  private static boolean hasPaddedPart(String text) {
    for (int i = 0; i + 1 < text.length(); i++) {
      boolean isFirst = i == 0 || text.charAt(i - 1) == '.';
      if (isFirst && text.charAt(i) == '0' && text.charAt(i + 1) != '.') {
        return true;
      }
    }
    return false;
  }

  private static InetAddress literal(String text) {
    return InetAddress.ofLiteral(text);
  }

  /** Writes the longest run of two or more zero groups as {@code ::}. */
  private static String spell(byte[] bytes) {
    int[] groups = new int[GROUPS];
    for (int i = 0; i < GROUPS; i++) {
      groups[i] = (bytes[2 * i] & 0xff) << 8 | (bytes[2 * i + 1] & 0xff);
    }
    int gapStart = -1;
    int gapLength = 1;
    for (int i = 0; i < GROUPS; i++) {
      int end = i;
      while (end < GROUPS && groups[end] == 0) {
        end++;
      }
      if (end - i > gapLength) {
        gapStart = i;
        gapLength = end - i;
      }
      i = Math.max(i, end - 1);
    }
    StringBuilder out = new StringBuilder(LENGTH_MAX);
    for (int i = 0; i < GROUPS; i++) {
      if (i == gapStart) {
        out.append("::");
        i += gapLength - 1;
      } else {
        out.append(out.isEmpty() || out.charAt(out.length() - 1) == ':' ? "" : ":")
            .append(Integer.toHexString(groups[i]));
      }
    }
    return out.toString();
  }
}
