package dev.rampart.local.gateway.usage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.local.gateway.definition.Throttle;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

final class TokenBucketTest {
  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

  @Test
  void a_clock_that_is_set_back_neither_gives_nor_takes() {
    TokenBucket bucket = new TokenBucket(new Throttle(1, 2), NOW);
    assertThat(bucket.take(NOW)).isTrue();
    assertThat(bucket.take(NOW.minusSeconds(3600))).isTrue();
    assertThat(bucket.take(NOW.minusSeconds(10))).isFalse();
    assertThat(bucket.take(NOW)).isFalse();
    assertThat(bucket.take(NOW.plusSeconds(1))).isTrue();
  }

  @Test
  void a_third_of_a_token_three_times_is_a_token() {
    TokenBucket bucket = new TokenBucket(new Throttle(1, 1), NOW);
    assertThat(bucket.take(NOW)).isTrue();
    assertThat(bucket.take(NOW.plusNanos(333_333_333))).isFalse();
    assertThat(bucket.take(NOW.plusNanos(666_666_666))).isFalse();
    assertThat(bucket.take(NOW.plusNanos(1_000_000_000))).isTrue();
  }

  @Test
  void far_times_overflow_nothing() {
    TokenBucket bucket = new TokenBucket(new Throttle(1_000_000, 1), Instant.EPOCH);
    assertThat(bucket.take(Instant.EPOCH)).isTrue();
    assertThat(bucket.take(Instant.MAX)).isTrue();
    assertThat(bucket.take(Instant.MAX)).isFalse();
  }

  /** Whatever the order and the times, no span holds more than its burst and what came back. */
  @Property
  void no_more_than_burst_and_rate_pass(
      @ForAll @IntRange(max = 50) int rate,
      @ForAll @IntRange(max = 20) int burst,
      @ForAll @Size(max = 300) List<@IntRange(min = -100, max = 300) Integer> steps) {
    TokenBucket bucket = new TokenBucket(new Throttle(rate, burst), NOW);
    Instant now = NOW;
    Instant latest = NOW;
    int passed = 0;
    for (int millis : steps) {
      now = now.plusMillis(millis);
      latest = now.isAfter(latest) ? now : latest;
      passed += bucket.take(now) ? 1 : 0;
      double seconds = (latest.toEpochMilli() - NOW.toEpochMilli()) / 1000.0;
      assertThat((double) passed).isLessThanOrEqualTo(burst + rate * seconds + 1e-6);
    }
  }

  @Test
  void many_threads_take_each_token_once() throws Exception {
    TokenBucket bucket = new TokenBucket(new Throttle(1, 500), NOW);
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      List<Callable<Boolean>> calls =
          IntStream.range(0, 2_000)
              .<Callable<Boolean>>mapToObj(_ -> () -> bucket.take(NOW))
              .toList();
      int passed = 0;
      for (Future<Boolean> call : threads.invokeAll(calls)) {
        passed += call.get() ? 1 : 0;
      }
      assertThat(passed).isEqualTo(500);
    }
  }
}
