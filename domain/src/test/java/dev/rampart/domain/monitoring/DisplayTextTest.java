package dev.rampart.domain.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class DisplayTextTest {

  @Test
  void text_that_can_be_shown_is_left_as_it_is() {
    assertThat(DisplayText.of("Größe 3 × 4: <b>", 16)).isEqualTo("Größe 3 × 4: <b>");
    assertThat(DisplayText.of("", 16)).isEmpty();
  }

  @Test
  void what_a_reader_cannot_see_becomes_one_space_within_and_nothing_at_the_ends() {
    String hidden = "\u202e\u0000\r\n\t\u200b\ud800\u2028 ";

    assertThat(DisplayText.of(hidden + "a" + hidden + "b" + hidden, 16)).isEqualTo("a b");
    assertThat(DisplayText.of(hidden, 16)).isEmpty();
  }

  @Test
  void a_text_that_is_too_long_ends_in_an_ellipsis_and_in_no_half_character() {
    assertThat(DisplayText.of("abcdef", 6)).isEqualTo("abcdef");
    assertThat(DisplayText.of("abcdefg", 6)).isEqualTo("abcde…");
    assertThat(DisplayText.of("abcd\ud83d\ude00e", 6)).isEqualTo("abcd…");
  }
}
