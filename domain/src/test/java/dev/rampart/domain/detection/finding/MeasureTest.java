package dev.rampart.domain.detection.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

final class MeasureTest {
  private static final Pattern WORDS =
      Pattern.compile("([0-9.]+) accounts \\(threshold ([0-9.]+)\\)");

  @Test
  void a_value_holds_from_its_threshold_on() {
    assertThat(new Measure("accounts", 6, 6).holds()).isTrue();
    assertThat(new Measure("accounts", 5.999, 6).holds()).isFalse();
    assertThat(new Measure("accounts", Double.NaN, 6).holds()).isFalse();
  }

  @Test
  void words_have_a_decimal_where_it_says_something() {
    assertThat(new Measure("accounts", 9.04, 6).words()).isEqualTo("9 accounts (threshold 6)");
    assertThat(new Measure("failed sign-ins", 12.34, 5.6).words())
        .isEqualTo("12.3 failed sign-ins (threshold 5.6)");
  }

  @Property(tries = 200)
  void a_comparison_that_holds_also_holds_in_words(
      @ForAll @DoubleRange(min = 0.1, max = 1e6) double threshold,
      @ForAll @DoubleRange(min = 0, max = 1e3) double more) {
    Matcher words = WORDS.matcher(new Measure("accounts", threshold + more, threshold).words());
    assertThat(words.matches()).isTrue();
    assertThat(Double.parseDouble(words.group(1)))
        .isGreaterThanOrEqualTo(Double.parseDouble(words.group(2)));
  }
}
