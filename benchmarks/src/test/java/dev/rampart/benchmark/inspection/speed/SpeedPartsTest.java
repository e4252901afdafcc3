package dev.rampart.benchmark.inspection.speed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What a speed run is made of. */
final class SpeedPartsTest {

  @Test
  void hostile_values_have_nearly_the_length_that_was_asked_for() {
    for (HostileValue hostile : HostileValue.values()) {
      assertThat(hostile.value(1 << 14).length()).as(hostile.name()).isBetween(16_350, 16_384);
    }
    assertThat(HostileValue.NESTED_BRACKETS.value(12)).isEqualTo("{[({[()]})]}");
  }

  @Test
  void without_a_corpus_there_are_values_of_our_own_in_the_same_order_every_time() {
    SpeedValues values = SpeedValues.of("");

    assertThat(values.count()).isGreaterThan(1_000);
    assertThat(SpeedValues.of("").values()).isEqualTo(values.values());
    assertThat(Arrays.stream(values.values()))
        .anyMatch(InjectionDetector.of(InjectionDetector.RAMPART, "")::refuses);
  }

  @Test
  void a_subject_that_breaks_or_is_slow_is_told_and_one_that_answers_is_not()
      throws InterruptedException {
    InjectionDetector recursive =
        new InjectionDetector() {
          @Override
          public boolean refuses(String value) {
            return !value.isEmpty() && refuses(value.substring(0, value.length() - 1));
          }
        };

    assertThat(HostileProbe.loss(recursive, HostileValue.SLASH, 1 << 20))
        .startsWith("StackOverflowError at ");
    assertThat(
            HostileProbe.loss(
                value -> value.charAt(value.length()) > 0, HostileValue.SLASH, 1 << 12))
        .isEqualTo("StringIndexOutOfBoundsException at 1024");
    assertThat(HostileProbe.loss(_ -> false, HostileValue.SLASH, 1 << 16)).isEmpty();
  }

  @Test
  void a_peer_without_a_jar_is_refused_in_words() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> InjectionDetector.of(InjectionDetector.PEER, "no.jar"))
        .withMessage("no libinjection-jvm in no.jar");
  }
}
