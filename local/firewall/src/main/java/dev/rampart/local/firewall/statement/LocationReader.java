package dev.rampart.local.firewall.statement;

import dev.rampart.local.firewall.location.AddressLocations;
import dev.rampart.local.template.Properties;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the statements that ask where a client is, which need a database. */
final class LocationReader {
  /** In codes (AWS WAF API Reference, GeoMatchStatement). */
  private static final int COUNTRIES_MAX = 50;

  /** Of ISO 3166-1 alpha-2, and Kosovo's, which AWS takes beside them. */
  private static final Set<String> COUNTRIES =
      Stream.concat(Stream.of("XK"), Stream.of(Locale.getISOCountries()))
          .collect(Collectors.toUnmodifiableSet());

  /** In numbers (AWS WAF API Reference, AsnMatchStatement). */
  private static final int SYSTEMS_MAX = 100;

  private static final long SYSTEM_MAX = 4_294_967_295L;

  private LocationReader() {}

  static RuleStatement country(
      Properties owner, String name, Properties statement, AddressLocations locations) {
    if (!locations.hasCountries()) {
      throw owner.fault(
          name, "asks for a country, and the run has no database of countries (--locations FILE)");
    }
    List<String> codes = statement.texts("CountryCodes");
    if (codes.isEmpty() || codes.size() > COUNTRIES_MAX || !COUNTRIES.containsAll(codes)) {
      throw statement.fault(
          "CountryCodes", "does not hold 1 to " + COUNTRIES_MAX + " codes of countries");
    }
    return new GeoMatch(Set.copyOf(codes), client(statement), locations);
  }

  static RuleStatement network(
      Properties owner, String name, Properties statement, AddressLocations locations) {
    requireNetworks(owner, name, locations);
    Set<Long> systems = new HashSet<>();
    for (String number : statement.texts("AsnList")) {
      systems.add(system(statement, number));
    }
    if (systems.isEmpty() || systems.size() > SYSTEMS_MAX) {
      throw statement.fault("AsnList", "does not hold 1 to " + SYSTEMS_MAX + " numbers");
    }
    return new NetworkMatch(Set.copyOf(systems), client(statement), locations);
  }

  /** Refuses a question for the autonomous system of an address if nothing can answer it. */
  static void requireNetworks(Properties owner, String name, AddressLocations locations) {
    if (!locations.hasNetworks()) {
      throw owner.fault(
          name,
          "asks for an autonomous system, and the run has no database of them (--locations FILE)");
    }
  }

  private static long system(Properties statement, String number) {
    try {
      long system = Long.parseLong(number);
      if (system >= 0 && system <= SYSTEM_MAX) {
        return system;
      }
    } catch (NumberFormatException _) {
      // Refused below, as a number out of range is.
    }
    throw statement.fault("AsnList", "has " + number + ", which is not from 0 to " + SYSTEM_MAX);
  }

  private static Optional<ForwardedAddress> client(Properties statement) {
    return statement.has("ForwardedIPConfig")
        ? Optional.of(StatementReader.forwarded(statement.object("ForwardedIPConfig"), false))
        : Optional.empty();
  }
}
