package dev.rampart.local.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.local.protocol.lambda.InvocationResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class DispatcherTest {
  private static final InvocationResult REASON = new InvocationResult.NotStarted("Type", "reason");

  @TempDir private Path directory;
  private final Dispatcher dispatcher = new Dispatcher();
  private final List<Process> started = new ArrayList<>();

  @AfterEach
  void end_the_processes() {
    started.forEach(Process::destroyForcibly);
  }

  @Test
  void a_process_that_is_free_goes_to_the_event_that_waits_longest() throws Exception {
    CompletableFuture<Dispatcher.Turn> first = dispatcher.request();
    CompletableFuture<Dispatcher.Turn> second = dispatcher.request();
    Worker worker = worker();
    dispatcher.free(worker);
    assertThat(first).isCompletedWithValue(new Dispatcher.Turn.Ready(worker));
    assertThat(second).isNotDone();
    dispatcher.free(worker);
    assertThat(second).isCompletedWithValue(new Dispatcher.Turn.Ready(worker));
  }

  @Test
  void an_event_gets_the_process_that_was_used_last_and_lives() throws Exception {
    Worker older = worker();
    Worker newer = worker();
    Worker dead = worker();
    List.of(older, newer, dead).forEach(dispatcher::free);
    dead.kill();
    dead.process().waitFor();
    assertThat(dispatcher.request()).isCompletedWithValue(new Dispatcher.Turn.Ready(newer));
    assertThat(dispatcher.request()).isCompletedWithValue(new Dispatcher.Turn.Ready(older));
    assertThat(dispatcher.request()).isNotDone();
  }

  @Test
  void a_process_that_asks_twice_gets_one_event() throws Exception {
    Worker worker = worker();
    dispatcher.free(worker);
    dispatcher.free(worker);
    assertThat(dispatcher.request()).isDone();
    assertThat(dispatcher.request()).isNotDone();
  }

  @Test
  void a_process_that_has_ended_gets_no_event_even_if_it_asked_last() throws Exception {
    Worker worker = worker();
    dispatcher.free(worker);
    assertThat(dispatcher.ended(worker)).isTrue();
    dispatcher.free(worker);
    assertThat(dispatcher.request()).isNotDone();
  }

  @Test
  void a_turn_that_is_given_up_takes_no_process_from_others() throws Exception {
    Worker worker = worker();
    CompletableFuture<Dispatcher.Turn> waiting = dispatcher.request();
    dispatcher.withdraw(waiting);
    dispatcher.free(worker);
    assertThat(waiting).isNotDone();
    CompletableFuture<Dispatcher.Turn> ready = dispatcher.request();
    assertThat(ready).isDone();
    dispatcher.withdraw(ready);
    assertThat(dispatcher.request()).isCompletedWithValue(new Dispatcher.Turn.Ready(worker));
  }

  @Test
  void who_waits_is_told_of_a_failed_start_only_if_no_other_process_is_left() {
    String first = dispatcher.reserve(2).orElseThrow();
    String second = dispatcher.reserve(2).orElseThrow();
    List<CompletableFuture<Dispatcher.Turn>> turns =
        List.of(dispatcher.request(), dispatcher.request());
    dispatcher.startFailed(first, REASON);
    dispatcher.startFailed(first, REASON);
    assertThat(turns).noneMatch(CompletableFuture::isDone);
    dispatcher.startFailed(second, REASON);
    assertThat(turns)
        .allSatisfy(
            turn -> assertThat(turn).isCompletedWithValue(new Dispatcher.Turn.Refused(REASON)));
  }

  @Test
  void no_more_processes_are_started_than_wanted_and_none_for_events_if_none_waits() {
    assertThat(dispatcher.reserveForWaiting(1)).isEmpty();
    assertThat(dispatcher.reserve(1)).isPresent();
    assertThat(dispatcher.reserve(1)).isEmpty();
    var _ = dispatcher.request();
    assertThat(dispatcher.reserveForWaiting(1)).isEmpty();
    assertThat(dispatcher.reserveForWaiting(2)).isPresent();
  }

  private Worker worker() throws Exception {
    Process process = new ProcessBuilder("sleep", "300").start();
    started.add(process);
    String token = dispatcher.reserve(Integer.MAX_VALUE).orElseThrow();
    return new Worker(token, "id", new Stage(directory).puppet(), process, dispatcher);
  }
}
