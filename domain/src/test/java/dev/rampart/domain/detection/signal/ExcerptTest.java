package dev.rampart.domain.detection.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

final class ExcerptTest {
  @Test
  void a_masked_excerpt_shows_the_shape_and_no_word() {
    assertThat(Excerpt.masked("x' OR 'secret42'='secret42")).contains(new Excerpt("…' … '…'='…"));
  }

  @Property
  void a_masked_excerpt_holds_no_letter_and_no_digit(@ForAll String raw) {
    String text = Excerpt.masked(raw).map(Excerpt::text).orElse("");
    assertThat(text.isEmpty()).isEqualTo(raw.isEmpty());
    assertThat(text.codePoints().noneMatch(Character::isLetterOrDigit)).isTrue();
    assertThat(text.length()).isLessThanOrEqualTo(Excerpt.LENGTH_MAX);
  }

  @Test
  void an_excerpt_that_is_too_long_is_refused() {
    assertThat(Excerpt.parse("-".repeat(120))).isPresent();
    assertThat(Excerpt.parse("-".repeat(121))).isEmpty();
    assertThat(Excerpt.parse("")).isEmpty();
    assertThatThrownBy(() -> new Excerpt("-".repeat(121)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
