package dev.rampart.local.firewall.location;

import com.maxmind.db.CHMCache;
import com.maxmind.db.InvalidDatabaseException;
import com.maxmind.db.InvalidNetworkException;
import com.maxmind.db.Networks;
import com.maxmind.db.Reader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells where addresses are, by databases in MaxMind's format (MaxMind DB File Format Specification
 * 2.0) with its names of members: GeoLite2 and GeoIP2, or others that follow them. Safe for use by
 * many threads.
 */
public final class AddressLocations {
  private final Optional<Reader> countries;
  private final Optional<Reader> networks;

  private AddressLocations(Optional<Reader> countries, Optional<Reader> networks) {
    this.countries = countries;
    this.networks = networks;
  }

  /** Knows no address. */
  public static AddressLocations none() {
    return new AddressLocations(Optional.empty(), Optional.empty());
  }

  /**
   * Opens databases, which have to stay as they are.
   *
   * @param files one of countries or cities, one of autonomous systems, or both
   * @throws IllegalArgumentException if one is something else, or there are two of a kind
   * @throws UncheckedIOException if one cannot be read
   */
  public static AddressLocations read(List<Path> files) {
    AddressLocations read = none();
    for (Path file : files) {
      read = read.and(file);
    }
    return read;
  }

  private AddressLocations and(Path file) {
    Reader reader = open(file);
    String type = reader.getMetadata().databaseType().toLowerCase(Locale.ROOT);
    if (type.contains("asn")) {
      requireFirst(networks, file);
      return new AddressLocations(countries, Optional.of(reader));
    }
    if (type.contains("country") || type.contains("city")) {
      requireFirst(countries, file);
      return new AddressLocations(Optional.of(reader), networks);
    }
    throw new IllegalArgumentException(
        file + " is neither of countries, cities nor autonomous systems (ASN), but " + type);
  }

  private static void requireFirst(Optional<Reader> known, Path file) {
    if (known.isPresent()) {
      throw new IllegalArgumentException(file + " is a second database of the same kind");
    }
  }

  /** Opens a file that stays where it is: a database of cities is larger than a run's memory. */
  private static Reader open(Path file) {
    try {
      Reader reader = new Reader(file.toFile(), Reader.FileMode.MEMORY_MAPPED, new CHMCache());
      requireMaps(reader);
      return reader;
    } catch (InvalidDatabaseException e) {
      throw new IllegalArgumentException(file + " is no database of addresses (MaxMind DB)", e);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read: " + e.getMessage(), e);
    }
  }

  /** Refuses a database whose first record has another form, or is damaged. */
  private static void requireMaps(Reader reader) throws IOException {
    try {
      Networks<Object> networks = reader.networks(Object.class);
      if (networks.hasNext() && !(networks.next().data() instanceof Map)) {
        throw new InvalidDatabaseException("its records are no maps");
      }
    } catch (InvalidNetworkException | RuntimeException e) {
      throw new InvalidDatabaseException("its records cannot be read", e);
    }
  }

  /** Returns whether there is a database of countries. */
  public boolean hasCountries() {
    return countries.isPresent();
  }

  /** Returns whether there is a database of autonomous systems. */
  public boolean hasNetworks() {
    return networks.isPresent();
  }

  /** Returns the country of an address, and the part of it if the database has that. */
  public CountryPlace place(InetAddress address) {
    return record(countries, address)
        .map(
            found ->
                CountryPlace.of(
                    code(found.get("country")),
                    found.get("subdivisions") instanceof List<?> parts && !parts.isEmpty()
                        ? code(parts.getFirst())
                        : ""))
        .orElse(CountryPlace.NOWHERE);
  }

  private static String code(@Nullable Object part) {
    return part instanceof Map<?, ?> members && members.get("iso_code") instanceof String code
        ? code
        : "";
  }

  /** Returns the number of the autonomous system of an address; 0 if it is not known. */
  public long autonomousSystem(InetAddress address) {
    return record(networks, address)
        .map(found -> found.get("autonomous_system_number") instanceof Number number ? number : 0)
        .orElse(0)
        .longValue();
  }

  private static Optional<Map<?, ?>> record(Optional<Reader> database, InetAddress address) {
    try {
      return database.isEmpty()
          ? Optional.empty()
          : Optional.ofNullable(database.get().get(address, Map.class));
    } catch (IOException | RuntimeException _) {
      // A damaged record, of which the reader throws many kinds: no client gets an error for it.
      return Optional.empty();
    }
  }
}
