package dev.rampart.domain.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.inspection.grammar.Indicators;
import dev.rampart.domain.inspection.model.FeatureExtractor;
import dev.rampart.domain.inspection.model.Scanner;
import dev.rampart.domain.inspection.model.WindowListener;
import dev.rampart.domain.inspection.token.TokenBuffer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Work is bounded by the length: counted in tokens, indicators and features, not in seconds. */
final class LinearTimePropertyTest {

  private static final int CHARS = 1 << 14;
  private static final int WORK_PER_CHAR_MAX = 40;

  private static final class Work implements WindowListener {
    long units;

    @Override
    public void onWindow(
        TokenBuffer tokens, Indicators indicators, int from, int to, FeatureExtractor features) {
      units += features.count() + (to - from);
    }
  }

  private static long work(String value) {
    Work work = new Work();
    assertThat(new Scanner().scan(value, work)).isTrue();
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
