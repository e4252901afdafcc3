package dev.rampart.domain.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Patterns that public issue threads report as missed, or as wrongly refused, by other tools. */
final class KnownPatternsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0); show warnings; set @q=concat(1,2)",
        "' + 1<@. union select",
        ")-sleep(9999",
        "1337) INTO OUTFILE",
        "' OR 1=1;' ",
        "SELECT-id-1.FROM`test`",
        "1.e(",
        "1.e(ascii 1.e(substring(1.e(select password from users)))",
        "{if length((/*!5000select",
        "' or data @> '{\"a\":\"b\"}' --",
        "{`if`(2=(select",
        "1 or true",
        "1' or 1e0=1.e0 --",
        "1'\u00a0or\u20031=1--",
        "\ufeff' or 1=1--",
        "\\u0027 or 1=1--",
        "%c0%a7 or 1=1--",
      })
  void sql_that_other_detectors_miss_is_refused(String value) {
    assertThat(Inspected.isRefused(value)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"<object\0", "<object\0 data=x>", "\\';alert(0)//"})
  void script_that_other_detectors_miss_is_refused(String value) {
    assertThat(Inspected.isRefused(value)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "onfoobar==",
        "music on&color=",
        "!@#",
        "filter=in(",
        "on=x",
        "12345=12345||12345",
      })
  void text_that_other_detectors_refuse_passes(String value) {
    assertThat(Inspected.isRefused(value)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ещё раз: «привет», мир; а б",
        "Rīga ir Latvijas galvaspilsēta, Ģirts un Ņina",
        "مرحبا بالعالم، كيف الحال؟",
        "你好，世界。（测试）",
        "Καλημέρα κόσμε; ναι",
      })
  void other_scripts_are_no_attack_characters(String value) {
    assertThat(Inspected.prose(value)).isEqualTo(new Verdict.Clean());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "O'Brien",
        "a < b",
        "If a < b and b < c then a < c.",
        "Please drop the table by the window.",
        "We need to select a venue from the list and order by price.",
        "SELECT is a keyword, and so are UNION and WHERE.",
        "Use `a < b` in **Markdown**:\n\n```java\nint a = b;\n```",
        "Rock 'n' roll & more; see you",
        "true or false",
        "1950 or 1960",
        "C:\\Users\\ann\\notes.txt",
        "https://example.com/a?b=c&d=e",
        "50% off; 'til 5 o'clock",
      })
  void everyday_text_passes(String value) {
    assertThat(Inspected.isRefused(value)).isFalse();
  }
}
