package dev.rampart.local.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class MemoryLimiterTest {
  private static final int MEGABYTE = 1024 * 1024;
  private static final int LARGEST_BODY_BYTES = 16 * MEGABYTE;
  private static final int PAGE_BYTES = MEGABYTE;
  private static final int LARGEST_ANSWER_BYTES = 16 * MEGABYTE;

  private final MemoryLimiter memory = new MemoryLimiter();
  private final CountDownLatch goOn = new CountDownLatch(1);
  private final Semaphore begun = new Semaphore(0);

  private String waits() {
    begun.release();
    try {
      goOn.await();
      return "worked";
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private Future<String> start(ExecutorService threads, int bodyBytes, int answerBytes) {
    return threads.submit(() -> memory.run(bodyBytes, answerBytes, this::waits));
  }

  private void awaitBegun(int count) throws InterruptedException {
    assertThat(begun.tryAcquire(count, 60, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void a_small_request_does_not_wait_for_large_ones_that_wait_for_each_other() throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<String> first = start(threads, LARGEST_BODY_BYTES, 0);
      awaitBegun(1);
      Future<String> second = start(threads, LARGEST_BODY_BYTES, 0);

      assertThat(memory.<String>run(200, PAGE_BYTES, () -> "at once")).isEqualTo("at once");

      goOn.countDown();
      assertThat(first.get()).isEqualTo("worked");
      assertThat(second.get()).isEqualTo("worked");
    }
  }

  @Test
  void large_answers_take_turns_however_small_their_requests_are() throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 20; i++) {
        var _ = start(threads, 2_000, LARGEST_ANSWER_BYTES);
      }
      awaitBegun(4);
      Future<String> last = start(threads, LARGEST_BODY_BYTES, 0);

      assertThat(begun.availablePermits()).isZero();
      goOn.countDown();
      assertThat(last.get()).isEqualTo("worked");
    }
  }

  @Test
  void the_room_of_a_request_that_failed_is_free_again() throws Exception {
    assertThatIllegalStateException()
        .isThrownBy(() -> memory.run(LARGEST_BODY_BYTES, 0, MemoryLimiterTest::fail));
    assertThat(memory.<String>run(LARGEST_BODY_BYTES, 0, () -> "again")).isEqualTo("again");
  }

  private static String fail() {
    throw new IllegalStateException("a fault");
  }
}
