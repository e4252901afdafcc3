package dev.rampart.domain.common;

import static dev.rampart.domain.common.TextRule.MULTI_LINE;
import static dev.rampart.domain.common.TextRule.ONE_LINE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.common.TextRule.Violation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TextRuleTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "O'Brien",
        "a < b && c > d",
        "select a venue from the list",
        "Ünïcödé",
        "日本語",
        "שלום",
        "👩‍👩‍👧",
        "=1+1",
        "50%",
        "C:\\temp",
        "{{name}}",
        "${HOME}",
        "<script>",
        "&amp;amp;",
        "R&D"
      })
  void honest_text_passes_in_one_line(String text) {
    assertThat(ONE_LINE.violation(text, 1, 100)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "0000, FORBIDDEN_CHARACTER, FORBIDDEN_CHARACTER",
    "0007, FORBIDDEN_CHARACTER, FORBIDDEN_CHARACTER",
    "0009, FORBIDDEN_CHARACTER,",
    "000A, FORBIDDEN_CHARACTER,",
    "000D, FORBIDDEN_CHARACTER,",
    "000B, FORBIDDEN_CHARACTER, FORBIDDEN_CHARACTER",
    "007F, FORBIDDEN_CHARACTER, FORBIDDEN_CHARACTER",
    "0085, FORBIDDEN_CHARACTER, FORBIDDEN_CHARACTER",
    "2028, FORBIDDEN_CHARACTER,",
    "202E, DIRECTION_CONTROL,",
    "2066, DIRECTION_CONTROL,",
    "D800, FORBIDDEN_CHARACTER, FORBIDDEN_CHARACTER",
    "FFFF, FORBIDDEN_CHARACTER, FORBIDDEN_CHARACTER",
    "FDD0, FORBIDDEN_CHARACTER, FORBIDDEN_CHARACTER",
    "0378, FORBIDDEN_CHARACTER, FORBIDDEN_CHARACTER",
    "1FFFE, FORBIDDEN_CHARACTER, FORBIDDEN_CHARACTER",
    "200D,,",
    "E000,,",
    "00A0,,"
  })
  void each_category_of_characters_has_its_rule(
      String hex, Violation oneLine, Violation multiLine) {
    String text = "a" + Character.toString(Integer.parseInt(hex, 16)) + "b";
    assertThat(ONE_LINE.violation(text, 1, 10).orElse(null)).isEqualTo(oneLine);
    assertThat(MULTI_LINE.violation(text, 1, 10).orElse(null)).isEqualTo(multiLine);
  }

  @Test
  void length_counts_code_points() {
    assertThat(ONE_LINE.violation("😀😀", 1, 2)).isEmpty();
    assertThat(ONE_LINE.violation("😀😀😀", 1, 2)).contains(Violation.TOO_LONG);
    assertThat(ONE_LINE.violation("", 1, 2)).contains(Violation.TOO_SHORT);
    assertThat(ONE_LINE.violation("", 0, 2)).isEmpty();
  }

  @Test
  void text_that_is_not_composed_is_told_apart() {
    assertThat(ONE_LINE.violation("e\u0301", 1, 10)).contains(Violation.NOT_NORMALISED);
    assertThat(ONE_LINE.violation("\u00e9", 1, 10)).isEmpty();
  }
}
