package dev.rampart.local.identity.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rampart.local.protocol.AwsError;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SrpTimestampTest {
  private static final Instant NOW = Instant.parse("2026-11-05T10:00:05Z");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Thu Nov 5 10:00:05 UTC 2026",
        "Thu Nov 5 10:05:05 UTC 2026",
        "Thu Nov 5 09:55:05 UTC 2026"
      })
  void the_moment_as_the_server_would_write_it_is_right(String text) {
    assertThat(SrpTimestamp.parse(text).isRight(NOW)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Thu Nov 05 10:00:05 UTC 2026",
        "Fri Nov 5 10:00:05 UTC 2026",
        "Mon Nov 5 10:00:05 UTC 2001",
        "Fri Nov 5 10:00:05 UTC 2100",
        "Thu Nov 5 10:05:06 UTC 2026",
        "Thu Nov 5 09:55:04 UTC 2026",
        "Thu Nov 31 10:00:05 UTC 2026",
        "Thu Nov 5 10:00:05 UTC +999999999"
      })
  void a_date_of_another_form_or_far_from_the_servers_time_is_wrong(String text) {
    assertThat(SrpTimestamp.parse(text).isRight(NOW)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Thu Nov 5 15:30:05 +05:30 2026",
        "Thu Nov 5 15:30:05 IST 2026",
        "Thu Nov 5 10:00:05 GMT 2026",
        "Thu Nov 5 10:00:05 utc 2026",
        "Thu Nov 5 10:00:05 Z 2026",
        "Thu Nov 5 10:00:5 UTC 2026",
        "Thu Nov  5 10:00:05 UTC 2026",
        "Thu Nov 5 25:00:05 UTC 2026",
        "Do Nov 5 10:00:05 UTC 2026",
        "2026-11-05T10:00:05Z",
        " ",
        "now"
      })
  void another_zone_and_what_is_no_date_are_refused_with_the_form(String text) {
    assertThatThrownBy(() -> SrpTimestamp.parse(text))
        .isInstanceOfSatisfying(
            AwsError.class,
            error -> assertThat(error.code()).isEqualTo("InvalidParameterException"))
        .hasMessageContaining("EEE MMM d HH:mm:ss z yyyy");
  }
}
