package dev.rampart.domain.inspection.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.rampart.domain.inspection.token.TokenBuffer;
import dev.rampart.domain.inspection.token.TokenKind;
import dev.rampart.domain.inspection.token.Vocabulary;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The weights say for which features they were learned, and serve no others. */
final class FeatureFingerprintTest {

  /** Constants of {@link TokenKind} that are no kinds. */
  private static final Set<String> BOUNDS = Set.of("WORDS", "COUNT");

  @Test
  void the_weights_in_the_jar_were_learned_for_the_features_as_they_are() {
    assertThatCode(LearnedWeights::load)
        .as("a feature has changed: run benchmarks/inspection train CORPORA")
        .doesNotThrowAnyException();
  }

  @Test
  void weights_for_other_features_are_refused_in_words() throws IOException {
    byte[] weights = weights();
    weights[Long.BYTES - 1] ^= 1;

    assertThatIllegalStateException()
        .isThrownBy(() -> LearnedWeights.read(new ByteArrayInputStream(weights)))
        .withMessage(
            "The weights were learned for another set of features; run benchmarks/inspection train"
                + " CORPORA");
  }

  @Test
  void no_token_kind_is_left_out() throws IllegalAccessException {
    Set<Integer> known = new HashSet<>();
    TokenBuffer probe = FeatureFingerprint.probe();
    for (int i = 0; i < probe.count; i++) {
      known.add(probe.kind[i]);
    }
    Vocabulary.forEachWord((_, _, kind) -> known.add(kind));

    for (Field field : TokenKind.class.getFields()) {
      if (!BOUNDS.contains(field.getName())) {
        assertThat(known)
            .as("%s is neither a word nor in the text of FeatureFingerprint", field.getName())
            .contains(field.getInt(null));
      }
    }
  }

  @Test
  void no_token_kind_is_beyond_the_last() throws IllegalAccessException {
    Set<Integer> numbers = new HashSet<>();
    for (Field field : TokenKind.class.getFields()) {
      if (!BOUNDS.contains(field.getName())) {
        assertThat(field.getInt(null)).as(field.getName()).isBetween(1, TokenKind.COUNT - 1);
        assertThat(numbers.add(field.getInt(null))).as(field.getName() + " is alone").isTrue();
      }
    }
  }

  private static byte[] weights() throws IOException {
    try (InputStream stream =
        Objects.requireNonNull(LearnedWeights.class.getResourceAsStream("weights.bin"))) {
      return stream.readAllBytes();
    }
  }
}
