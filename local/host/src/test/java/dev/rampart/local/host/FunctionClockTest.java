package dev.rampart.local.host;

import static dev.rampart.local.host.Stage.event;
import static dev.rampart.local.host.Stage.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Functions whose clock is ahead of the system's. */
@Timeout(120)
final class FunctionClockTest {
  private static final Duration DAYS = Duration.ofDays(400);
  private static final long SOON_MILLIS = Duration.ofMinutes(2).toMillis();

  @TempDir private Path directory;

  @ParameterizedTest
  @EnumSource
  void a_process_follows_at_once_in_all_that_java_time_says(Runtimes runtime) throws Exception {
    Stage stage = Stage.set(directory);
    FunctionClock clock = FunctionClock.in(directory.resolve("clock"));
    try (LambdaHost host =
        LambdaHost.start(
            stage.settings(runtime, Optional.of(clock)), List.of(stage.puppet()), (_, _) -> {})) {
      long[] before = times(host);
      clock.set(DAYS);
      long[] after = times(host);

      int last = before.length - 1;
      for (int i = 0; i < last; i++) {
        assertThat(before[i]).isBetween(before[last] - SOON_MILLIS, before[last] + SOON_MILLIS);
        assertThat(after[i] - before[i]).isBetween(DAYS.toMillis(), DAYS.toMillis() + SOON_MILLIS);
      }
      // Deadlines are counted by the system's milliseconds, and a move is no timeout.
      assertThat(after[last] - before[last]).isBetween(0L, SOON_MILLIS);
    }
  }

  private static long[] times(LambdaHost host) throws InterruptedException {
    String[] words = text(host.invoke("Puppet", event("time"))).split(" ", -1);
    return Arrays.stream(words).mapToLong(Long::parseLong).toArray();
  }
}
