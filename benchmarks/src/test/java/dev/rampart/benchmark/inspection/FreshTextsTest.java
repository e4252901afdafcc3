package dev.rampart.benchmark.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.inspection.Inspector;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Texts that the weights were not learned from, honest ones of many kinds and newer attacks. */
final class FreshTextsTest {

  private static final double HONEST_REFUSED_MAX = 0.02;
  private static final double ATTACKS_REFUSED_MIN = 0.99;

  private final List<Judged> judged = judged();

  private static List<Judged> judged() {
    String folder = Objects.requireNonNull(FreshTextsTest.class.getResource("fresh")).getPath();
    Judge judge = Judge.of(Inspector.standard());
    try {
      return Corpus.read(Path.of(folder)).stream().map(judge::judge).toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void honest_text_passes() {
    List<Judged> honest = judged.stream().filter(one -> !one.row().isAttack()).toList();
    assertThat(Rate.of(honest, Judged::refused).value()).isLessThanOrEqualTo(HONEST_REFUSED_MAX);
  }

  @Test
  void attacks_are_refused() {
    List<Judged> attacks = judged.stream().filter(one -> one.row().isAttack()).toList();
    assertThat(Rate.of(attacks, Judged::refused).value())
        .isGreaterThanOrEqualTo(ATTACKS_REFUSED_MIN);
  }
}
