package dev.rampart.local.host;

import static dev.rampart.local.host.Stage.event;
import static dev.rampart.local.host.Stage.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
final class ProcessPoolTest {
  @TempDir private Path directory;

  /** How many more starts fail. */
  private final Semaphore faults = new Semaphore(0);

  @Test
  void a_process_that_cannot_be_started_fails_no_later_event() throws Exception {
    Stage stage = Stage.set(directory);
    Launcher launcher = Launcher.prepare(stage.settings(Runtimes.AWS));
    ProcessStarter starter =
        (function, api, id) -> {
          if (faults.tryAcquire()) {
            throw new IOException("error=24, Too many open files");
          }
          return launcher.start(function, api, id);
        };
    try (RuntimeApi api = new RuntimeApi()) {
      FunctionLog log = FunctionLog.open(stage.puppet(), (_, _) -> {});
      ProcessPool pool = new ProcessPool(stage.puppet(), starter, api, log);
      try {
        faults.release(2);
        for (int i = 0; i < 2; i++) {
          assertThat(text(pool.invoke(event("echo x")))).startsWith("unavailable").contains("24");
          assertThat(pool.health().processFault().orElseThrow().cause()).contains("24");
        }
        assertThat(text(pool.invoke(event("echo x")))).isEqualTo("x");
        assertThat(pool.health().processFault()).isEmpty();
        assertThat(pool.health().fault()).isEmpty();

        // A process that ends is replaced as soon as the system can start one again.
        faults.release(3);
        long first = Long.parseLong(text(pool.invoke(event("pid"))));
        ProcessHandle.of(first).orElseThrow().destroyForcibly();
        while (pool.health().processes() == 0 || faults.availablePermits() > 0) {
          Thread.onSpinWait();
        }
        assertThat(text(pool.invoke(event("echo y")))).isEqualTo("y");
      } finally {
        pool.stop();
        pool.kill(System.nanoTime() + TimeUnit.SECONDS.toNanos(3));
      }
    }
  }

  @Test
  void a_process_that_is_being_started_when_the_pool_stops_ends_too() throws Exception {
    Stage stage = Stage.set(directory);
    AtomicReference<Runnable> stop = new AtomicReference<>(() -> {});
    CompletableFuture<Process> started = new CompletableFuture<>();
    ProcessStarter starter =
        (_, _, _) -> {
          stop.get().run();
          Process process = new ProcessBuilder("sleep", "300").start();
          started.complete(process);
          return process;
        };
    try (RuntimeApi api = new RuntimeApi()) {
      FunctionLog log = FunctionLog.open(stage.puppet(), (_, _) -> {});
      ProcessPool pool = new ProcessPool(stage.puppet(), starter, api, log);
      stop.set(pool::stop);
      try {
        assertThat(text(pool.invoke(event("echo x")))).startsWith("not started");
        assertThat(started.join().waitFor(30, TimeUnit.SECONDS)).isTrue();
      } finally {
        started.join().destroyForcibly();
        pool.kill(System.nanoTime());
      }
    }
  }
}
