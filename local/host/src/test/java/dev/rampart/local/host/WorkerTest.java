package dev.rampart.local.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rampart.local.protocol.lambda.InvocationResult;
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
  private final Dispatcher dispatcher = new Dispatcher();
  private Process process;
  private Worker worker;

  @BeforeEach
  void start_a_process_that_asks_for_nothing() throws Exception {
    process = new ProcessBuilder("sleep", "300").start();
    String token = dispatcher.reserve(1).orElseThrow();
    worker = new Worker(token, "id", new Stage(directory).puppet(), process, dispatcher);
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
    CompletableFuture<Optional<InvocationResult>> end = new CompletableFuture<>();
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

  @Test
  void a_process_that_has_answered_gets_no_event_before_it_asks_for_one() throws Exception {
    CompletableFuture<Dispatcher.Turn> first = dispatcher.request();
    Thread caller = Thread.ofVirtual().start(() -> run(first));
    Task task = worker.next();
    worker.answer(task.requestId(), new InvocationResult.Answered(new byte[0]));
    caller.join();
    CompletableFuture<Dispatcher.Turn> second = dispatcher.request();
    assertThat(second).isNotDone();

    Thread.ofVirtual().start(() -> run(second));
    assertThat(worker.next().requestId()).isNotEqualTo(task.requestId());
    assertThat(second).isCompletedWithValue(new Dispatcher.Turn.Ready(worker));
  }

  private void run(CompletableFuture<Dispatcher.Turn> turn) {
    try {
      assertThat(turn.join()).isEqualTo(new Dispatcher.Turn.Ready(worker));
      var _ = worker.run(Stage.event("echo x"));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
