package dev.rampart.domain.detection.block;

import dev.rampart.domain.common.SourceRange;
import java.util.List;
import java.util.stream.Stream;

/**
 * Ranges that stand for no network of the Internet (IANA's registries of special purpose addresses,
 * RFC 6890), so a block of them would hit whoever happens to share them.
 *
 * <p>Of the loopback range only the one address of each version that everybody uses is here: no
 * other can reach a deployed API, and in a local run they stand for strangers. The ranges for
 * documentation are left out too, for the same reason.
 */
final class ReservedRanges {
  private static final List<SourceRange> ALL =
      Stream.of(
              "0.0.0.0/8",
              "10.0.0.0/8",
              "100.64.0.0/10",
              "127.0.0.1/32",
              "169.254.0.0/16",
              "172.16.0.0/12",
              "192.0.0.0/24",
              "192.168.0.0/16",
              "198.18.0.0/15",
              "224.0.0.0/4",
              "240.0.0.0/4",
              "::/64",
              "64:ff9b::/96",
              "64:ff9b:1::/48",
              "100::/64",
              "fc00::/7",
              "fe80::/10",
              "ff00::/8")
          .map(text -> SourceRange.parse(text).orElseThrow())
          .toList();

  private ReservedRanges() {}

  static boolean overlap(SourceRange source) {
    return ALL.stream().anyMatch(source::overlaps);
  }
}
