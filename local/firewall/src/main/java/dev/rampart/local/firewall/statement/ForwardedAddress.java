package dev.rampart.local.firewall.statement;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
