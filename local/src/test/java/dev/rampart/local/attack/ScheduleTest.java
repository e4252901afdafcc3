package dev.rampart.local.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ScheduleTest {
  private static final Duration LENGTH = Duration.ofMinutes(10);

  private static List<Duration> turns(Schedule schedule) {
    return schedule.turns(LENGTH, new SplittableRandom(1));
  }

  private static Set<Duration> pauses(List<Duration> turns) {
    return new HashSet<>(
        IntStream.range(1, turns.size())
            .mapToObj(i -> turns.get(i).minus(turns.get(i - 1)))
            .toList());
  }

  @Test
  void turns_are_in_their_part_of_the_play() {
    List<Duration> turns = turns(Schedule.of(20, 60, 2000));

    assertThat(turns.getFirst()).isEqualTo(Duration.ofMinutes(2));
    assertThat(turns.getLast()).isBetween(Duration.ofMinutes(5), Duration.ofMinutes(6));
    assertThat(turns).hasSizeBetween(100, 140).isSorted();
  }

  @Test
  void people_pause_unevenly_and_timers_do_not() {
    assertThat(pauses(turns(Schedule.of(0, 100, 2000))))
        .hasSizeGreaterThan(50)
        .allMatch(pause -> pause.toMillis() >= 1000 && pause.toMillis() <= 3000);
    assertThat(pauses(turns(Schedule.timer(2000)))).containsExactly(Duration.ofSeconds(2));
  }
}
