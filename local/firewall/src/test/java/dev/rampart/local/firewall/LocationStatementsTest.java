package dev.rampart.local.firewall;

import static dev.rampart.local.firewall.TestAcl.blocking;
import static dev.rampart.local.firewall.TestAcl.client;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rampart.local.firewall.location.AddressLocations;
import dev.rampart.local.firewall.location.TestDatabase;
import dev.rampart.local.template.source.TemplateException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Statements that ask where a client is, with databases that know three addresses. */
final class LocationStatementsTest {
  private static final String GERMAN = "192.0.2.1";
  private static final String FRENCH = "192.0.2.2";
  private static final String UNKNOWN = "203.0.113.9";
  private static final String FORWARDED =
      "ForwardedIPConfig: {HeaderName: X-Forwarded-For, FallbackBehavior: %s}";

  @TempDir private Path folder;
  private AddressLocations locations = AddressLocations.none();

  @BeforeEach
  void read() throws IOException {
    locations =
        AddressLocations.read(
            List.of(
                TestDatabase.ofCities()
                    .city(GERMAN, "DE", "BY")
                    .city(FRENCH, "FR")
                    .write(folder.resolve("city.mmdb")),
                TestDatabase.ofSystems().system(GERMAN, 64_496).write(folder.resolve("asn.mmdb"))));
  }

  @Test
  void a_country_matches_by_the_address_of_the_connection() {
    TestAcl acl = blocking("{GeoMatchStatement: {CountryCodes: [DE, AT]}}", locations);

    assertThat(acl.blocks(client(GERMAN))).isTrue();
    assertThat(acl.blocks(client(FRENCH, "X-Forwarded-For: " + GERMAN))).isFalse();
    assertThat(acl.blocks(client(UNKNOWN))).isFalse();
    assertThat(acl.capacity()).isEqualTo(1);
  }

  @Test
  void labels_say_where_a_request_comes_from_whether_it_matches_or_not() {
    TestAcl acl = blocking("{GeoMatchStatement: {CountryCodes: [DE]}}", locations);

    assertThat(acl.judge(client(GERMAN)).labels())
        .containsExactly("awswaf:clientip:geo:country:DE", "awswaf:clientip:geo:region:DE-BY");
    assertThat(acl.judge(client(FRENCH)).labels())
        .containsExactly("awswaf:clientip:geo:country:FR", "awswaf:clientip:geo:region:FR-XX");
    assertThat(acl.judge(client(UNKNOWN)).labels())
        .containsExactly("awswaf:clientip:geo:country:XX", "awswaf:clientip:geo:region:XX-XX");
  }

  @ParameterizedTest
  @CsvSource({
    "NO_MATCH, '192.0.2.1, 192.0.2.2', true",
    "NO_MATCH, '192.0.2.2, 192.0.2.1', false",
    "NO_MATCH, unknown, false",
    "MATCH, unknown, true",
  })
  void the_first_forwarded_address_counts(String fallback, String header, boolean isBlocked) {
    TestAcl acl =
        blocking(
            "{GeoMatchStatement: {CountryCodes: [DE], " + FORWARDED.formatted(fallback) + "}}",
            locations);

    assertThat(acl.blocks(client(FRENCH, "X-Forwarded-For: " + header))).isEqualTo(isBlocked);
  }

  @Test
  void without_the_header_nothing_is_matched_or_labelled() {
    TestAcl acl =
        blocking(
            "{GeoMatchStatement: {CountryCodes: [DE], " + FORWARDED.formatted("MATCH") + "}}",
            locations);

    assertThat(acl.blocks(client(GERMAN))).isFalse();
    assertThat(acl.judge(client(GERMAN)).labels()).isEmpty();
    assertThat(acl.judge(client(FRENCH, "X-Forwarded-For: " + GERMAN)).labels())
        .containsExactly(
            "awswaf:forwardedip:geo:country:DE", "awswaf:forwardedip:geo:region:DE-BY");
  }

  @Test
  void an_autonomous_system_matches_and_0_stands_for_unknown_ones() {
    assertThat(
            blocking("{AsnMatchStatement: {AsnList: [64496]}}", locations).blocks(client(GERMAN)))
        .isTrue();
    assertThat(
            blocking("{AsnMatchStatement: {AsnList: [64496]}}", locations).blocks(client(FRENCH)))
        .isFalse();
    assertThat(blocking("{AsnMatchStatement: {AsnList: [0]}}", locations).blocks(client(FRENCH)))
        .isTrue();
    assertThat(
            blocking(
                    "{AsnMatchStatement: {AsnList: [64496], " + FORWARDED.formatted("MATCH") + "}}",
                    locations)
                .blocks(client(FRENCH, "X-Forwarded-For: " + GERMAN)))
        .isTrue();
  }

  @Test
  void rates_are_counted_by_autonomous_system() {
    TestAcl acl =
        blocking(
            "{RateBasedStatement: {AggregateKeyType: CUSTOM_KEYS, Limit: 10, EvaluationWindowSec:"
                + " 60, CustomKeys: [{ASN: {}}]}}",
            locations);

    for (int i = 0; i < 10; i++) {
      assertThat(acl.blocks(client(FRENCH))).isFalse();
    }
    assertThat(acl.blocks(client(UNKNOWN))).as("both are of no known system").isTrue();
    assertThat(acl.blocks(client(GERMAN))).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "{GeoMatchStatement: {CountryCodes: []}}~CountryCodes does not hold 1 to 50",
        "{GeoMatchStatement: {CountryCodes: [Germany]}}~CountryCodes does not hold 1 to 50",
        "{AsnMatchStatement: {AsnList: []}}~AsnList does not hold 1 to 100",
        "{AsnMatchStatement: {AsnList: [4294967296]}}~AsnList has 4294967296",
        "{AsnMatchStatement: {AsnList: [AS1]}}~AsnList has AS1",
      })
  void what_aws_would_refuse_is_refused(String statement, String message) {
    assertThatExceptionOfType(TemplateException.class)
        .isThrownBy(() -> blocking(statement, locations))
        .withMessageContaining(message);
  }
}
