package dev.rampart.replay;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PrintableTextTest {
  @ParameterizedTest
  @ValueSource(ints = {0x00, 0x07, 0x0a, 0x0d, 0x1b, 0x7f, 0x9b, 0x2028, 0x2029, 0x202e, 0xd800})
  void what_a_terminal_acts_on_is_escaped(int c) {
    assertThat(PrintableText.of("a" + (char) c + "b")).isEqualTo("a\\u%04xb".formatted(c));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "plain /v1/x:12", "Zürich \\ 東京 \uD83D\uDE00"})
  void other_text_stays_as_it_is(String text) {
    assertThat(PrintableText.of(text)).isEqualTo(text);
  }
}
