package dev.rampart.benchmark.detection.world.actor;

import dev.rampart.domain.common.IpAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Hands out addresses, none twice. */
final class Addresses {

  private static final int FIRST_OCTET_MIN = 11;
  private static final int FIRST_OCTET_MAX = 99;
  private static final int OCTET_MAX = 255;
  private static final int HOST_MAX = 254;
  private static final int GROUP_MAX = 0xffff;

  private final double ipv6Share;
  private final Set<String> taken = new HashSet<>();

  /** Takes the share of IPv6 among addresses of which the version does not matter, 0 to 1. */
  Addresses(double ipv6Share) {
    this.ipv6Share = ipv6Share;
  }

  IpAddress any(Draw draw) {
    return draw.chance(ipv6Share) ? inSite(draw, ipv6Site(draw)) : inNetwork(draw, slash16(draw));
  }

  /** Returns the first half, 64 bits, of IPv6 addresses that nobody else has. */
  String ipv6Site(Draw draw) {
    while (true) {
      String site =
          String.format(
              Locale.ROOT,
              "2a%02x:%x:%x:%x",
              draw.whole(0, OCTET_MAX),
              draw.whole(1, GROUP_MAX),
              draw.whole(1, GROUP_MAX),
              draw.whole(1, GROUP_MAX));
      if (taken.add(site)) {
        return site;
      }
    }
  }

  IpAddress inSite(Draw draw, String site) {
    return new IpAddress(
        String.format(
            Locale.ROOT,
            "%s:%x:%x:%x:%x",
            site,
            draw.whole(1, GROUP_MAX),
            draw.whole(1, GROUP_MAX),
            draw.whole(1, GROUP_MAX),
            draw.whole(1, GROUP_MAX)));
  }

  /** Returns the first two parts of IPv4 addresses. */
  String slash16(Draw draw) {
    return draw.whole(FIRST_OCTET_MIN, FIRST_OCTET_MAX) + "." + draw.whole(0, OCTET_MAX);
  }

  IpAddress inNetwork(Draw draw, String slash16) {
    while (true) {
      String text = slash16 + "." + draw.whole(0, OCTET_MAX) + "." + draw.whole(1, HOST_MAX);
      if (taken.add(text)) {
        return new IpAddress(text);
      }
    }
  }

  /** Returns so many addresses, 254 at most, of one IPv4 network of 256. */
  List<IpAddress> inSlash24(Draw draw, int count) {
    List<IpAddress> addresses = new ArrayList<>(count);
    String network = slash16(draw) + "." + draw.whole(0, OCTET_MAX);
    int host = draw.whole(1, HOST_MAX);
    for (int tried = 0; tried < HOST_MAX && addresses.size() < count; tried++) {
      host = host % HOST_MAX + 1;
      String text = network + "." + host;
      if (taken.add(text)) {
        addresses.add(new IpAddress(text));
      }
    }
    return addresses;
  }
}
