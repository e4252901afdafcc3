package dev.rampart.local.tables.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

final class SubstringSearchTest {

  /** Two letters alone, so that many searches nearly succeed. */
  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings().withChars("ab").ofMaxLength(12);
  }

  @Property
  void it_finds_what_a_plain_search_finds(
      @ForAll("texts") String text, @ForAll("texts") String sought) {
    assertThat(SubstringSearch.contains(text, sought)).isEqualTo(text.contains(sought));
    assertThat(SubstringSearch.contains(bytes(text), bytes(sought)))
        .isEqualTo(text.contains(sought));
  }

  /** A plain search takes some 40 thousand million steps for this. */
  @Test
  void a_long_text_that_nearly_matches_everywhere_is_searched_to_its_end() {
    String text = "y".repeat(400_000);

    assertThat(SubstringSearch.contains(text, "y".repeat(200_000) + "x")).isFalse();
    assertThat(SubstringSearch.contains(bytes(text), bytes("y".repeat(200_000)))).isTrue();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
