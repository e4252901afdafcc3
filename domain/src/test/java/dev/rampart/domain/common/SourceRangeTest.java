package dev.rampart.domain.common;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.port.in.ManageBlocks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SourceRangeTest {
  @ParameterizedTest
  @CsvSource({
    "203.0.113.7/32, 31, 203.0.113.6/31",
    "203.0.113.7/32, 22, 203.0.112.0/22",
    "203.0.113.7/32, 32, 203.0.113.7/32",
    "203.0.113.7/32, 0, 0.0.0.0/0",
    "2001:db8:1:2::/64, 63, 2001:db8:1:2::/63",
    "2001:db8:1:3::/64, 63, 2001:db8:1:2::/63",
    "2001:db8:ff:2::/64, 32, 2001:db8::/32",
  })
  void the_range_of_a_shorter_prefix_is_around_it(String text, int prefix, String expected) {
    SourceRange range = SourceRange.parse(text).orElseThrow();
    SourceRange around = range.around(prefix);
    assertThat(around).isEqualTo(SourceRange.parse(expected).orElseThrow());
    assertThat(around.contains(range)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "203.0.113.7, 203.0.113.7/32",
    "203.0.113.0/24, 203.0.113.0/24",
    "0.0.0.0/0, 0.0.0.0/0",
    "2001:db8:0:7:1:2:3:4, 2001:db8:0:7::/64",
    "2001:DB8::1/128, 2001:db8::1/128",
    "2001:db8::/33, 2001:db8::/33",
    "2001:db8:0:7:8000::/65, 2001:db8:0:7:8000::/65",
    "::ffff:203.0.113.7, 203.0.113.7/32",
    "::ffff:203.0.113.0/120, 203.0.113.0/24",
    "::ffff:cb00:7107/128, 203.0.113.7/32",
    "::ffff:0.0.0.0/96, 0.0.0.0/0",
  })
  void a_range_is_read_and_spelled_in_one_way(String text, String canonical) {
    SourceRange range = SourceRange.parse(text).orElseThrow();
    assertThat(range.text()).isEqualTo(canonical);
    assertThat(SourceRange.parse(canonical)).contains(range);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "203.0.113.7/",
        "203.0.113.7/24",
        "203.0.113.0/33",
        "203.0.113.0/024",
        "203.0.113.0/-1",
        "203.0.113.0/+8",
        "2001:db8::/129",
        "::ffff:203.0.113.0/24",
        "::ffff:0.0.0.0/95",
        "::ffff:203.0.113.7/129",
        "2001:db8::1/64",
        "example.com",
        "203.0.113.7/32/32",
        " 203.0.113.7",
      })
  void what_is_no_range_is_refused(String text) {
    assertThat(SourceRange.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "203.0.113.0/24, 203.0.113.7, true",
    "203.0.113.0/24, 203.0.114.7, false",
    "203.0.113.7, 203.0.113.0/24, false",
    "0.0.0.0/0, 203.0.113.7, true",
    "::/0, 203.0.113.7, false",
    "2001:db8::/32, 2001:db8:0:7::/64, true",
    "2001:db8:0:7::/64, 2001:db8:0:8::/64, false",
    "2001:db8:0:7:8000::/65, 2001:db8:0:7::/64, false",
    "2001:db8:0:7::/64, 2001:db8:0:7:8000::/65, true",
  })
  void a_range_contains_what_shares_its_prefix(String one, String other, boolean contains) {
    assertThat(range(one).contains(range(other))).isEqualTo(contains);
  }

  @Test
  void ranges_overlap_if_one_is_in_the_other() {
    assertThat(range("203.0.113.7").overlaps(range("203.0.113.0/24"))).isTrue();
    assertThat(range("203.0.113.0/25").overlaps(range("203.0.113.128/25"))).isFalse();
  }

  @Test
  void nobody_owns_less_than_a_site() {
    assertThat(range("2001:db8:0:7::1/128").atLeastSite()).isEqualTo(range("2001:db8:0:7::/64"));
    assertThat(range("2001:db8::/48").atLeastSite()).isEqualTo(range("2001:db8::/48"));
    assertThat(range("203.0.113.7").atLeastSite()).isEqualTo(range("203.0.113.7"));
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/16, true",
    "10.0.0.0/15, false",
    "2001:db8::/32, true",
    "2000::/31, false",
  })
  void wide_ranges_cannot_be_blocked(String text, boolean narrow) {
    assertThat(ManageBlocks.isNarrowEnough(range(text))).isEqualTo(narrow);
  }

  private static SourceRange range(String text) {
    return SourceRange.parse(text).orElseThrow();
  }
}
