package dev.rampart.local.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;

/** The wildcards of IAM, beside regular expressions that say the same. */
final class WildcardsTest {
  @Property
  void a_wildcard_of_a_text_stands_for_everything(
      @ForAll @Chars({'a', 'b', '*', '?'}) @StringLength(max = 8) String pattern,
      @ForAll @CharRange(from = 'a', to = 'b') @StringLength(max = 10) String text) {
    String expression = pattern.replace("?", ".").replace("*", ".*");

    assertThat(Wildcards.match(pattern, text)).isEqualTo(Pattern.matches(expression, text));
  }

  @Property
  void a_wildcard_of_an_arn_stays_in_its_segment_unless_it_ends_it(
      @ForAll @Chars({'a', ':', '*', '?'}) @StringLength(max = 8) String pattern,
      @ForAll @Chars({'a', 'b', ':'}) @StringLength(max = 10) String arn) {
    String expression =
        pattern
            .replace("?", "[^:]")
            .replaceAll("\\*(?=:|$)", ".>")
            .replace("*", "[^:]*")
            .replace(".>", ".*");

    assertThat(Wildcards.matchResource(Wildcards.prepare(pattern), arn))
        .isEqualTo(Pattern.matches(expression, arn));
  }

  @Property
  void long_patterns_and_texts_take_no_more_than_their_product(
      @ForAll @Chars({'a', '*'}) @StringLength(min = 500, max = 1_000) String pattern) {
    String text = "a".repeat(2_000) + "b";

    assertThat(Wildcards.match(pattern + "c", text)).isFalse();
    assertThat(Wildcards.matchResource(Wildcards.prepare(pattern + "c"), text)).isFalse();
  }
}
