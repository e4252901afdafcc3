package dev.rampart.local.firewall.location;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AddressLocationsTest {
  private static final InetAddress KNOWN = InetAddress.ofLiteral("192.0.2.1");
  private static final InetAddress OTHER = InetAddress.ofLiteral("192.0.2.2");
  private static final InetAddress WIDE = InetAddress.ofLiteral("2001:db8::1");

  @TempDir private Path folder;

  @Test
  void a_database_of_cities_tells_country_and_region() throws IOException {
    AddressLocations locations =
        AddressLocations.read(
            List.of(
                TestDatabase.ofCities()
                    .city("192.0.2.1", "DE", "BY")
                    .city("192.0.2.3", "FR")
                    .write(folder.resolve("city.mmdb"))));

    assertThat(locations.place(KNOWN)).isEqualTo(new CountryPlace("DE", "BY"));
    assertThat(locations.place(InetAddress.ofLiteral("192.0.2.3")))
        .isEqualTo(new CountryPlace("FR", "XX"));
    assertThat(locations.place(OTHER)).isEqualTo(new CountryPlace("XX", "XX"));
    assertThat(locations.place(WIDE)).isEqualTo(new CountryPlace("XX", "XX"));
    assertThat(locations.hasCountries()).isTrue();
    assertThat(locations.hasNetworks()).isFalse();
    assertThat(locations.autonomousSystem(KNOWN)).isZero();
  }

  @Test
  void a_database_of_autonomous_systems_tells_their_numbers() throws IOException {
    AddressLocations locations =
        AddressLocations.read(
            List.of(
                TestDatabase.ofCities().write(folder.resolve("city.mmdb")),
                TestDatabase.ofSystems()
                    .system("192.0.2.1", 64_496)
                    .write(folder.resolve("asn.mmdb"))));

    assertThat(locations.autonomousSystem(KNOWN)).isEqualTo(64_496);
    assertThat(locations.autonomousSystem(OTHER)).isZero();
    assertThat(locations.hasCountries()).isTrue();
    assertThat(locations.hasNetworks()).isTrue();
  }

  @Test
  void what_is_no_such_database_is_refused_by_its_name() throws IOException {
    Path text = Files.writeString(folder.resolve("text.mmdb"), "no database");
    Path domains = TestDatabase.ofType("Test-Domain").write(folder.resolve("domain.mmdb"));
    Path missing = folder.resolve("missing.mmdb");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> AddressLocations.read(List.of(text)))
        .withMessageContainingAll("text.mmdb", "is no database of addresses");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AddressLocations.read(List.of(domains)))
        .withMessageContainingAll("domain.mmdb", "test-domain");
    assertThatThrownBy(() -> AddressLocations.read(List.of(missing)))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("missing.mmdb cannot be read");
  }

  @Test
  void there_is_one_database_of_a_kind() throws IOException {
    Path one = TestDatabase.ofSystems().write(folder.resolve("one.mmdb"));
    Path other = TestDatabase.ofSystems().write(folder.resolve("other.mmdb"));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> AddressLocations.read(List.of(one, other)))
        .withMessageContaining("other.mmdb is a second database of the same kind");
  }

  @Test
  void records_of_another_form_are_refused() throws IOException {
    Path texts = TestDatabase.ofCities().add("192.0.2.1", "DE").write(folder.resolve("texts.mmdb"));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> AddressLocations.read(List.of(texts)))
        .withMessageContainingAll("texts.mmdb", "is no database of addresses")
        .havingCause()
        .withMessageContaining("its records are no maps");
  }

  @Test
  void members_of_another_form_are_unknown() throws IOException {
    AddressLocations locations =
        AddressLocations.read(
            List.of(
                TestDatabase.ofCities()
                    .add("192.0.2.1", Map.of("country", Map.of("iso_code", 276)))
                    .write(folder.resolve("city.mmdb")),
                TestDatabase.ofSystems()
                    .add("192.0.2.1", Map.of("autonomous_system_number", "AS64496"))
                    .write(folder.resolve("asn.mmdb"))));

    assertThat(locations.place(KNOWN)).isEqualTo(new CountryPlace("XX", "XX"));
    assertThat(locations.autonomousSystem(KNOWN)).isZero();
  }

  /** Whatever is in the file of a record, asking for its address is no error. */
  @Test
  void a_damaged_record_is_an_unknown_or_wrong_place() throws IOException {
    Path file =
        TestDatabase.ofCities()
            .city("192.0.2.0", "FR")
            .city("192.0.2.1", "DE", "BY")
            .write(folder.resolve("good"));
    byte[] good = Files.readAllBytes(file);
    int data = 32 * 6 + 16;
    int opened = 0;
    for (int at = data; at < data + 70; at++) {
      for (int value = 0; value < 256; value += 5) {
        byte[] damaged = good.clone();
        damaged[at] = (byte) value;
        Path copy = Files.write(folder.resolve(at + "-" + value), damaged);
        AddressLocations locations;
        try {
          locations = AddressLocations.read(List.of(copy));
        } catch (IllegalArgumentException _) {
          continue;
        }
        opened++;
        assertThat(locations.place(KNOWN)).isNotNull();
      }
    }
    assertThat(opened).as("databases that could be opened").isPositive();
  }
}
