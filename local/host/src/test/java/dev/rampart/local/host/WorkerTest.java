package dev.rampart.local.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
final class WorkerTest {
  @TempDir private Path directory;
  private Process process;
  private Worker worker;

  @BeforeEach
  void start_a_process_that_asks_for_nothing() throws Exception {
    process = new ProcessBuilder("sleep", "300").start();
    Dispatcher dispatcher = new Dispatcher();
    String token = dispatcher.reserve(1).orElseThrow();
    worker = new Worker(token, new Stage(directory).puppet(), process, dispatcher);
  }

  @AfterEach
  void end_the_process() {
    process.destroyForcibly();
  }

  @Test
  void who_waits_for_work_for_a_process_that_ends_waits_no_longer() throws Exception {
    CompletableFuture<Class<?>> end = new CompletableFuture<>();
    Thread waiting =
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    var _ = worker.next();
                  } catch (InterruptedException e) {
                    end.complete(e.getClass());
                  }
                });
    assertThat(worker.started().join()).isEmpty();
    worker.kill();
    process.waitFor();
    assertThat(worker.exited()).isDone();
    assertThat(end.get(30, TimeUnit.SECONDS)).isEqualTo(InterruptedException.class);
    waiting.join();
    assertThatThrownBy(worker::next).hasMessage("The process has ended.");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void an_event_that_a_process_had_not_read_when_it_ended_is_as_it_was(boolean lost)
      throws Exception {
    CompletableFuture<Optional<Invocation>> end = new CompletableFuture<>();
    Thread caller =
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    end.complete(worker.run(Stage.event("echo x")));
                  } catch (InterruptedException e) {
                    end.completeExceptionally(e);
                  }
                });
    Task task = worker.next();
    worker.kill();
    process.waitFor();
    CompletableFuture<Void> known = worker.exited();
    worker.delivered(task.requestId(), lost);
    caller.join();
    assertThat(known).isDone();
    assertThat(end.join().isEmpty()).isEqualTo(lost);
  }
}
