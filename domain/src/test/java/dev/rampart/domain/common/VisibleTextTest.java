package dev.rampart.domain.common;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class VisibleTextTest {
  @ParameterizedTest
  @ValueSource(
      ints = {
        0x20, 0x09, 0x0A, 0x85, 0xA0, 0xAD, 0x034F, 0x061C, 0x115F, 0x1160, 0x1680, 0x17B4, 0x180B,
        0x180E, 0x2003, 0x200B, 0x200D, 0x2028, 0x202E, 0x205F, 0x2060, 0x2064, 0x2800, 0x3000,
        0x3164, 0xFE00, 0xFE0F, 0xFEFF, 0xFFA0, 0x1D173, 0xE0020, 0xE0100, 0xE01EF
      })
  void blanks_and_what_has_no_shape_cannot_be_seen(int codePoint) {
    assertThat(VisibleText.in(Character.toString(codePoint).repeat(3))).isFalse();
    assertThat(VisibleText.in(Character.toString(codePoint) + "a")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", ".", "é", "日", "א", "👩", "\u0301", "\u2801", "\ue000"})
  void everything_else_can(String text) {
    assertThat(VisibleText.in(text)).isTrue();
  }

  @Test
  void an_empty_text_says_nothing() {
    assertThat(VisibleText.in("")).isFalse();
  }
}
