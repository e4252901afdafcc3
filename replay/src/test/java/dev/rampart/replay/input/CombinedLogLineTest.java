package dev.rampart.replay.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CombinedLogLineTest {
  private static final String COMBINED =
      "203.0.113.7 - ann [10/Oct/2026:13:55:36 -0700] \"GET /a?b=1 HTTP/1.1\" 404 512"
          + " \"http://example.test/\" \"probe \\\"x\\\" 1.0\"";

  @Test
  void all_fields_of_the_combined_format_are_read() {
    CombinedLogLine line = CombinedLogLine.parse(COMBINED).orElseThrow();
    assertThat(line.address().text()).isEqualTo("203.0.113.7");
    assertThat(line.user()).isEqualTo("ann");
    assertThat(line.time()).isEqualTo(Instant.parse("2026-10-10T20:55:36Z"));
    assertThat(line.method()).isEqualTo("GET");
    assertThat(line.target()).isEqualTo("/a?b=1");
    assertThat(line.status()).isEqualTo(404);
    assertThat(line.agent()).isEqualTo("probe \\\"x\\\" 1.0");
  }

  @Test
  void the_common_format_has_no_agent_and_a_dash_is_nothing() {
    CombinedLogLine line =
        CombinedLogLine.parse(
                "2001:db8::1 - - [01/Jan/2026:00:00:00 +0000] \"GET / HTTP/1.1\" 200 5")
            .orElseThrow();
    assertThat(line.user()).isEmpty();
    assertThat(line.agent()).isEmpty();
    assertThat(line.status()).isEqualTo(200);
  }

  @Test
  void what_is_no_http_is_all_target() {
    CombinedLogLine line =
        CombinedLogLine.parse(
                "203.0.113.7 - - [01/Jan/2026:00:00:00 +0000] \"\\x16\\x03\" 400 0 \"-\" \"-\"")
            .orElseThrow();
    assertThat(line.method()).isEmpty();
    assertThat(line.target()).isEqualTo("\\x16\\x03");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "203.0.113.7",
        "example.test - - [01/Jan/2026:00:00:00 +0000] \"GET / HTTP/1.1\" 200 5",
        "203.0.113.7 - - [32/Jan/2026:00:00:00 +0000] \"GET / HTTP/1.1\" 200 5",
        "203.0.113.7 - - [01/Foo/2026:00:00:00 +0000] \"GET / HTTP/1.1\" 200 5",
        "203.0.113.7 - - [01/Jan/2026:00:00:00 +0000] \"GET / HTTP/1.1\" 20 5",
        "203.0.113.7 - - [01/Jan/2026:00:00:00 +0000] \"GET / HTTP/1.1\" 700 5",
        "203.0.113.7 - - [01/Jan/2026:00:00:00 +0000] \"GET / HTTP/1.1"
      })
  void another_format_is_none(String text) {
    assertThat(CombinedLogLine.parse(text)).isEmpty();
  }

  @Property(tries = 300)
  void no_text_breaks_the_reader(@ForAll String text) {
    assertThat(CombinedLogLine.parse(text)).isNotNull();
    assertThat(CombinedLogLine.parse(COMBINED.replace("GET", text))).isNotNull();
  }
}
