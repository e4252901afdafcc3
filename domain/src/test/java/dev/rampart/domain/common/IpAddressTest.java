package dev.rampart.domain.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class IpAddressTest {
  @ParameterizedTest
  @CsvSource({
    "203.0.113.7, 203.0.113.7",
    "2001:DB8:0:0:0:0:0:1, 2001:db8::1",
    "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
    "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
    "0.0.0.0, 0.0.0.0",
    "10.0.0.10, 10.0.0.10",
    "::, ::",
    "::1, ::1",
    "1::, 1::",
    "::ffff:192.0.2.1, 192.0.2.1",
  })
  void one_address_has_one_spelling(String given, String canonical) {
    assertThat(IpAddress.parse(given)).map(IpAddress::text).contains(canonical);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "localhost",
        "example.org",
        "203.0.113",
        "203.0.113.256",
        "203.0.113.07",
        "0203.0.113.7",
        "3405803783",
        "fe80::1%eth0",
        "[::1]",
        "203.0.113.7 ",
        "test-invoke-source-ip",
        "1:2:3:4:5:6:7:8:9",
        "1111:2222:3333:4444:5555:6666:7777:8888:9999:aaaa"
      })
  void what_is_no_literal_address_is_refused(String given) {
    assertThat(IpAddress.parse(given)).isEmpty();
  }

  @Test
  void another_spelling_does_not_pass_as_canonical() {
    assertThatThrownBy(() -> new IpAddress("2001:DB8::1"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_site_is_the_address_for_ipv4_and_its_first_half_for_ipv6() {
    assertThat(new IpAddress("203.0.113.7").site()).isEqualTo("203.0.113.7");
    assertThat(new IpAddress("2001:db8:1:2:3:4:5:6").site()).isEqualTo("2001:db8:1:2::/64");
    assertThat(new IpAddress("2001:db8:1:2::9").site()).isEqualTo("2001:db8:1:2::/64");
    assertThat(new IpAddress("2001:db8:1:3::9").site()).isNotEqualTo("2001:db8:1:2::/64");
  }
}
