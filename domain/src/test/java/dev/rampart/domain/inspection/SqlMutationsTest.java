package dev.rampart.domain.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An SQL injection stays refused however it is rewritten, blindly or led by the score. */
final class SqlMutationsTest {

  private static final int BLIND_ROUNDS = 500;
  private static final int BLIND_STEPS_MAX = 12;
  private static final int LED_ROUNDS = 60;
  private static final int SURVIVORS = 12;
  private static final int CHILDREN = 4;
  private static final int CHARS_MAX = 400;

  private static SqlMutation any(Random random) {
    return SqlMutation.ALL.get(random.nextInt(SqlMutation.ALL.size()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1' OR '1'='1' --",
        "admin' OR 1=1#",
        "1 UNION ALL SELECT NULL,version() --",
        "1' AND SLEEP(5)#",
        "1' UNION SELECT username, password FROM users --",
        "' or ascii(substring(password,1,1))>64 --",
        "1) OR (1=1) --",
        "x' AND 1=(SELECT COUNT(*) FROM users) --",
      })
  void rewritten_blindly(String attack) {
    Random random = new Random(attack.hashCode());
    for (int round = 0; round < BLIND_ROUNDS; round++) {
      String mutant = attack;
      for (int steps = 1 + random.nextInt(BLIND_STEPS_MAX); steps > 0; steps--) {
        mutant = any(random).of(mutant, random);
      }
      assertThat(Inspected.isRefused(mutant)).as(mutant).isTrue();
    }
  }

  /** The attacker sees every score and breeds from the mutants that score least. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "1' OR '1'='1' --",
        "admin' OR 1=1#",
        "1' AND SLEEP(5)#",
        "1' UNION SELECT username, password FROM users --",
        "1) OR (1=1) --",
        "x' AND 1=(SELECT COUNT(*) FROM users) --",
      })
  void rewritten_by_one_who_sees_the_score(String attack) {
    Random random = new Random(attack.hashCode());
    List<String> population = List.of(attack);
    for (int round = 0; round < LED_ROUNDS; round++) {
      Map<String, Double> scores = new LinkedHashMap<>();
      for (String parent : population) {
        scores.put(parent, Inspected.prose(parent).score());
        for (int child = 0; child < CHILDREN; child++) {
          String mutant = any(random).of(parent, random);
          if (mutant.length() <= CHARS_MAX) {
            scores.put(mutant, Inspected.prose(mutant).score());
          }
        }
      }
      List<String> least = new ArrayList<>(scores.keySet());
      least.sort(Comparator.comparingDouble(scores::get));
      population = List.copyOf(least.subList(0, Math.min(SURVIVORS, least.size())));
      assertThat(Inspected.isRefused(population.getFirst())).as(population.getFirst()).isTrue();
    }
  }
}
