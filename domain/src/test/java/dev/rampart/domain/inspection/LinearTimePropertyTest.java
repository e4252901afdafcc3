package dev.rampart.domain.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Work is bounded by the length: counted in tokens, findings and features, not in seconds. */
final class LinearTimePropertyTest {

  private static final int CHARS = 1 << 14;
  private static final int WORK_PER_CHAR_MAX = 40;

  private static final class Work implements Reading.Judge {
    long units;

    @Override
    public void window(Tokens tokens, Findings findings, int from, int to, Grams grams) {
      units += grams.count + (to - from);
    }
  }

  private static long work(String value) {
    Work work = new Work();
    assertThat(new Reading().read(value, work)).isTrue();
    return work.units;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<",
        "/",
        "'",
        "\"",
        "${",
        "<!--",
        "(",
        "%25",
        "&#",
        "../",
        "a ",
        "{{",
        "`",
        "\\",
        "/*",
        "%",
        "[$",
        "' or 1=1 -- ",
        "<a href='${{(%27/*",
        "&#37;3",
        "--\n",
        "|",
        "$(",
        "\\u005c",
        "$a",
        "\"a\":\"b\",",
        "''=''"
      })
  void work_grows_no_faster_than_the_value(String unit) {
    String small = unit.repeat(1 + CHARS / unit.length()).substring(0, CHARS);
    String large = unit.repeat(1 + 4 * CHARS / unit.length()).substring(0, 4 * CHARS);
    assertThat(work(large)).isLessThanOrEqualTo(5 * work(small) + 1000);
    assertThat(work(large)).isLessThanOrEqualTo((long) WORK_PER_CHAR_MAX * large.length());
  }
}
