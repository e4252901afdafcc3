package dev.rampart.local.firewall.statement;

import dev.rampart.local.firewall.field.Extract;
import dev.rampart.local.firewall.location.AddressLocations;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What requests are aggregated by.
 *
 * @param name what the log calls it
 * @param value of a request; empty if it has none, so that it is not counted
 */
record RateKey(String name, Function<RequestEvaluation, Optional<String>> value) {
  /** Of each custom key, in WCU (AWS's page "Rate-based rule statement"). */
  static final int CAPACITY = 30;

  static RateKey address() {
    return new RateKey("IP", evaluation -> Optional.of(evaluation.request().whole().sourceIp()));
  }

  /** The autonomous system of the address of the connection; 0 is one as well. */
  static RateKey network(AddressLocations locations) {
    return new RateKey(
        "ASN",
        evaluation ->
            AddressSet.address(evaluation.request().whole().sourceIp())
                .map(address -> Long.toString(locations.autonomousSystem(address))));
  }

  /**
   * The first address of a header; what is no address counts under none, or under one of its own.
   */
  static RateKey forwarded(ForwardedAddress where) {
    return new RateKey(
        "FORWARDED_IP",
        evaluation ->
            where
                .in(evaluation)
                .flatMap(
                    addresses ->
                        addresses.stream()
                            .findFirst()
                            .map(InetAddress::getHostAddress)
                            .or(
                                () ->
                                    where.matchesIfNone() ? Optional.of("-") : Optional.empty())));
  }

  static RateKey component(String name, Inspected inspected) {
    return new RateKey(
        name,
        evaluation ->
            switch (evaluation.extract(inspected)) {
              case Extract.Values(List<String> texts) -> texts.stream().findFirst();
              default -> Optional.empty();
            });
  }

  static RateKey labels(String namespace) {
    return new RateKey(
        "LABEL_NAMESPACE",
        evaluation -> {
          String found =
              evaluation.labels().stream()
                  .filter(label -> label.startsWith(namespace))
                  .sorted()
                  .collect(Collectors.joining(","));
          return found.isEmpty() ? Optional.empty() : Optional.of(found);
        });
  }
}
