package dev.rampart.benchmark.detection.blocking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.benchmark.detection.world.Seeds;
import org.junit.jupiter.api.Test;

final class BlockingScoreTest {
  @Test
  void attackers_are_blocked_and_honest_sources_are_not() {
    BlockingScore score = BlockingScore.of(new Seeds(1, 3));

    assertThat(score.blockedAttackers()).isPositive();
    assertThat(score.blockedHonest()).isZero();
  }
}
