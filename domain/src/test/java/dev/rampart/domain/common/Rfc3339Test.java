package dev.rampart.domain.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class Rfc3339Test {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-11-22T10:15:30.123Z",
        "2026-11-22T10:15:30.123456789Z",
        "2026-11-22T12:15:30.123+02:00",
      })
  void a_time_is_read_in_any_form(String text) {
    assertThat(Rfc3339.parse(text).map(Rfc3339::format)).contains("2026-11-22T10:15:30.123Z");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-1000000000-01-01T00:00:00Z",
        "+1000000000-12-31T23:59:59Z",
        "-0001-01-01T00:00:00Z",
        "+10000-01-01T00:00:00Z",
        "2026-11-22",
        "2026-13-22T10:15:30.123Z",
        "",
      })
  void what_is_no_time_of_rfc_3339_is_not_read(String text) {
    assertThat(Rfc3339.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-11-22T10:15:30Z",
        "2026-11-22T12:15:30.123+02:00",
        "2026-11-22T24:00:00.000Z",
        "2026-11-22T23:59:60.000Z",
      })
  void another_form_and_what_is_no_time_of_day_are_not_as_we_write_it(String text) {
    assertThat(Rfc3339.parseFormatted(text)).isEmpty();
    assertThat(Rfc3339.parseFormatted("2026-11-22T10:15:30.123Z")).isPresent();
  }

  @Test
  void every_time_that_is_read_can_be_written_and_counted() {
    for (String text : new String[] {"0000-01-01T00:00:00.000Z", "9999-12-31T23:59:59.999Z"}) {
      Instant time = Rfc3339.parse(text).orElseThrow();
      assertThat(Rfc3339.format(time)).isEqualTo(text);
      assertThat(Instant.ofEpochMilli(time.toEpochMilli())).isEqualTo(time);
    }
  }
}
