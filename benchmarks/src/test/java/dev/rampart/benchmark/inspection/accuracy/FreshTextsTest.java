package dev.rampart.benchmark.inspection.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.benchmark.inspection.corpus.Corpus;
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

  private final List<JudgedRow> judged = judged();

  private static List<JudgedRow> judged() {
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
    List<JudgedRow> honest = judged.stream().filter(one -> !one.row().isAttack()).toList();
    assertThat(Rate.of(honest, JudgedRow::refused).value()).isLessThanOrEqualTo(HONEST_REFUSED_MAX);
  }

  @Test
  void attacks_are_refused() {
    List<JudgedRow> attacks = judged.stream().filter(one -> one.row().isAttack()).toList();
    assertThat(Rate.of(attacks, JudgedRow::refused).value())
        .isGreaterThanOrEqualTo(ATTACKS_REFUSED_MIN);
  }
}
