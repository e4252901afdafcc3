package dev.rampart.local.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
final class LoopTest {
  private static final Optional<Duration> AT_ONCE = Optional.of(Duration.ZERO);

  private final TestClock clock = new TestClock();

  /** What a step throws; {@code sneakily} what it does not declare. */
  private static Exception failure(String kind) {
    return switch (kind) {
      case "checked" -> new IOException("Too many open files");
      case "interrupt" -> new InterruptedException("by nobody");
      case "error" -> throw new StackOverflowError();
      case "linkage" -> throw new NoClassDefFoundError("Gone");
      default -> new IllegalStateException("unexpected");
    };
  }

  @ParameterizedTest
  @ValueSource(strings = {"checked", "unchecked", "interrupt", "error", "linkage"})
  void a_step_that_throws_is_run_again(String kind) throws Exception {
    BlockingQueue<Integer> runs = new LinkedBlockingQueue<>();
    CountDownLatch done = new CountDownLatch(1);
    LoopStep step =
        () -> {
          runs.add(runs.size());
          if (runs.size() <= 3) {
            throw failure(kind);
          }
          done.countDown();
          return Optional.of(Duration.ofDays(1));
        };
    try (Loop _ = Loop.start("A loop", step, clock)) {
      done.await();
      assertThat(runs).hasSize(4);
    }
  }

  @Test
  void the_status_tells_the_fault_while_it_lasts_and_not_afterwards() throws Exception {
    BlockingQueue<String> orders = new LinkedBlockingQueue<>();
    BlockingQueue<String> taken = new LinkedBlockingQueue<>();
    LoopStep step =
        () -> {
          String order = orders.take();
          taken.add(order);
          if (order.equals("fail")) {
            throw new IOException("No space left on device");
          }
          return AT_ONCE;
        };
    try (Loop loop = Loop.start("A loop", step, clock)) {
      orders.add("fail");
      orders.add("fail");
      orders.add("wait");
      taken.take();
      taken.take();
      taken.take();
      // The third step was begun after the second one had failed.
      assertThat(loop.status().running()).isTrue();
      orders.add("wait");
      taken.take();
      assertThat(loop.status().fault()).isEmpty();
      assertThat(loop.status().lastSuccess()).contains(clock.instant());
      orders.add("fail");
      taken.take();
      orders.add("fail");
      taken.take();
      assertThat(loop.status().fault().orElseThrow().cause())
          .isEqualTo("IOException: No space left on device");
    }
  }

  @Test
  void a_loop_ends_when_there_is_nothing_more_to_do_or_it_is_closed() throws Exception {
    CountDownLatch started = new CountDownLatch(1);
    Loop finished = Loop.start("A finished loop", Optional::empty, clock);
    Loop closed =
        Loop.start(
            "A closed loop",
            () -> {
              started.countDown();
              new CountDownLatch(1).await();
              return AT_ONCE;
            },
            clock);
    started.await();
    assertThat(closed.status().running()).isTrue();
    closed.close();
    while (finished.status().running() || closed.status().running()) {
      Thread.onSpinWait();
    }
    assertThat(closed.status().fault()).isEmpty();
  }

  @Test
  void loops_of_the_same_activity_share_their_faults() throws Exception {
    Set<Thread> failed = ConcurrentHashMap.newKeySet();
    CountDownLatch allFailed = new CountDownLatch(2);
    LoopStep step =
        () -> {
          if (failed.add(Thread.currentThread())) {
            throw new IOException("Too many open files");
          }
          allFailed.countDown();
          new CountDownLatch(1).await();
          return AT_ONCE;
        };
    List<Loop> loops = Loop.startAll("A feed", 2, step, clock);
    try {
      allFailed.await();
      assertThat(loops)
          .hasSize(2)
          .allSatisfy(loop -> assertThat(loop.status().fault().orElseThrow().times()).isEqualTo(2));
    } finally {
      loops.forEach(Loop::close);
    }
  }

  @Test
  void out_of_memory_ends_the_process_with_a_line_that_says_so() throws Exception {
    Process process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xmx16m",
                // As ./rampart starts it: our own handling may find no memory to run in.
                "-XX:+ExitOnOutOfMemoryError",
                "-cp",
                System.getProperty("java.class.path"),
                HungryLoop.class.getName())
            .redirectErrorStream(true)
            .start();
    try (BufferedReader output = process.inputReader()) {
      assertThat(output.readAllLines())
          .anySatisfy(
              line -> assertThat(line).matches("parrot: out of memory.*|.*OutOfMemoryError.*"));
    }
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(OutOfMemory.EXIT_CODE);
  }
}
