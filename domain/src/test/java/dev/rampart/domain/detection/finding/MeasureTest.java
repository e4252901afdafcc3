package dev.rampart.domain.detection.finding;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

final class MeasureTest {
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
    String[] words = new Measure("x", threshold + more, threshold).words().split(" ");
    double inWords = Double.parseDouble(words[0]);
    assertThat(inWords).isGreaterThanOrEqualTo(Double.parseDouble(words[3].replace(")", "")));
  }
}
