package dev.rampart.local.firewall.statement;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Where a statement looks for the address of a client behind a proxy.
 *
 * @param matchesIfNone what it decides if the header has no address
 */
public record ForwardedAddress(String header, boolean matchesIfNone, Place place) {
  /** Of {@code ANY}, as many of the last addresses are inspected (AWS WAF API Reference). */
  private static final int ADDRESSES_MAX = 10;

  /** Which of the addresses in the header counts. */
  public enum Place {
    FIRST,
    LAST,
    ANY
  }

  /**
   * Decides by the addresses of a client.
   *
   * @param where the header with them; empty for the address of the connection
   * @param matching of an address; of several, one has to match
   */
  static boolean client(
      Optional<ForwardedAddress> where,
      RequestEvaluation evaluation,
      Predicate<InetAddress> matching) {
    if (where.isEmpty()) {
      return AddressSet.address(evaluation.request().whole().sourceIp())
          .map(matching::test)
          .orElse(false);
    }
    Optional<List<InetAddress>> addresses = where.get().in(evaluation);
    if (addresses.isEmpty()) {
      return false;
    }
    return addresses.get().isEmpty()
        ? where.get().matchesIfNone()
        : addresses.get().stream().anyMatch(matching);
  }

  /** Returns the addresses that count; empty if the request has no such header. */
  Optional<List<InetAddress>> in(RequestEvaluation evaluation) {
    return evaluation.request().header(header).map(this::read);
  }

  private List<InetAddress> read(String value) {
    List<String> all = List.of(value.split(",", -1));
    List<String> counting =
        switch (place) {
          case FIRST -> List.of(all.getFirst());
          case LAST -> List.of(all.getLast());
          case ANY -> all.subList(Math.max(0, all.size() - ADDRESSES_MAX), all.size());
        };
    List<InetAddress> addresses = new ArrayList<>();
    counting.forEach(each -> AddressSet.address(each.strip()).ifPresent(addresses::add));
    return List.copyOf(addresses);
  }
}
