package dev.rampart.local.host;

import static dev.rampart.local.host.Stage.event;
import static dev.rampart.local.host.Stage.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of events while all processes of their function are busy or are being started. */
@Timeout(120)
final class WaitingEventTest {
  private static final Duration MINUTE = Duration.ofSeconds(60);

  @TempDir private Path directory;
  private final BlockingQueue<Start> starts = new LinkedBlockingQueue<>();
  private final BlockingQueue<Process> started = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
  private volatile Start otherwise = Start.GOOD;
  private Path sign;
  private Stage stage;
  private RuntimeApi api;
  private ProcessPool pool;

  /** What becomes of one start of a process. */
  private enum Start {
    GOOD,
    GOOD_BUT_ITS_CALLER_GIVES_UP,
    NEVER_READY,
    REFUSED_BY_THE_SYSTEM,
    ENDS_AT_ONCE
  }

  @BeforeEach
  void open_a_pool_of_four_processes() throws Exception {
    sign = directory.resolve("held");
    stage = Stage.set(directory);
    Launcher launcher = Launcher.prepare(stage.settings(Runtimes.AWS));
    ProcessStarter starter =
        (function, address, id) -> {
          Process process =
              switch (Optional.ofNullable(starts.poll()).orElse(otherwise)) {
                case GOOD -> launcher.start(function, address, id);
                case GOOD_BUT_ITS_CALLER_GIVES_UP -> {
                  Thread.currentThread().interrupt();
                  yield launcher.start(function, address, id);
                }
                case NEVER_READY -> new ProcessBuilder("sleep", "300").start();
                case ENDS_AT_ONCE -> new ProcessBuilder("false").start();
                case REFUSED_BY_THE_SYSTEM -> throw new IOException("Too many open files");
              };
          started.add(process);
          return process;
        };
    api = new RuntimeApi();
    FunctionSpec function = stage.function(PuppetHandler.class, MINUTE, 4, MINUTE);
    pool = new ProcessPool(function, starter, api, FunctionLog.open(function, (_, _) -> {}));
  }

  @AfterEach
  void close_it() throws Exception {
    pool.stop();
    pool.kill(System.nanoTime());
    api.close();
    started.forEach(Process::destroyForcibly);
  }

  @Test
  void events_take_turns_at_the_process_that_works_while_others_are_started() throws Exception {
    String pid = text(pool.invoke(event("pid")));
    starts.addAll(List.of(Start.NEVER_READY, Start.NEVER_READY, Start.NEVER_READY));
    IntStream.range(0, 12).forEach(_ -> invokeAside("pid"));
    for (int i = 0; i < 12; i++) {
      assertThat(answer()).isEqualTo(pid);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"NEVER_READY", "REFUSED_BY_THE_SYSTEM", "ENDS_AT_ONCE"})
  void an_event_gets_the_process_that_is_free_first_whatever_becomes_of_a_start(Start start)
      throws Exception {
    invokeAside("hold " + sign);
    LambdaHostTest.awaitFile(sign);
    starts.add(start);
    invokeAside("echo innocent");
    while (!starts.isEmpty()) {
      Thread.onSpinWait();
    }
    Files.delete(sign);
    assertThat(List.of(answer(), answer())).containsExactlyInAnyOrder("held", "innocent");
  }

  @Test
  void a_process_that_was_started_for_an_event_serves_another() throws Exception {
    invokeAside("hold " + sign);
    LambdaHostTest.awaitFile(sign);
    starts.add(Start.GOOD_BUT_ITS_CALLER_GIVES_UP);
    invokeAside("echo given up");
    assertThat(answer()).startsWith("java.lang.InterruptedException");
    invokeAside("echo innocent");
    assertThat(answer()).isEqualTo("innocent");
    assertThat(started).hasSize(2);
    Files.delete(sign);
    assertThat(answer()).isEqualTo("held");
  }

  @ParameterizedTest
  @EnumSource(names = {"REFUSED_BY_THE_SYSTEM", "ENDS_AT_ONCE"})
  void events_of_a_function_that_cannot_start_are_told_so(Start start) throws Exception {
    otherwise = start;
    IntStream.range(0, 4).forEach(_ -> invokeAside("echo x"));
    for (int i = 0; i < 4; i++) {
      assertThat(answer()).startsWith(start == Start.ENDS_AT_ONCE ? "not started" : "unavailable");
    }
  }

  @Test
  void an_event_that_waits_for_a_process_that_ends_gets_a_new_one() throws Exception {
    invokeAside("hold " + sign);
    LambdaHostTest.awaitFile(sign);
    assertThat(text(pool.invoke(event("linger")))).startsWith("java.lang.StackOverflowError");
    invokeAside("echo innocent");
    assertThat(answer()).isEqualTo("innocent");
    assertThat(started).hasSize(3);
  }

  @Test
  void an_event_that_waits_is_answered_when_the_pool_stops() throws Exception {
    invokeAside("hold " + sign);
    LambdaHostTest.awaitFile(sign);
    starts.add(Start.REFUSED_BY_THE_SYSTEM);
    invokeAside("echo x");
    while (!starts.isEmpty()) {
      Thread.onSpinWait();
    }
    pool.stop();
    assertThat(List.of(answer(), answer()))
        .anyMatch(text -> text.startsWith("Runtime.ExitError"))
        .anyMatch(text -> text.startsWith("unavailable"));
  }

  private void invokeAside(String event) {
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                answers.add(text(pool.invoke(event(event))));
              } catch (InterruptedException e) {
                answers.add(e.toString());
              }
            });
  }

  private String answer() throws InterruptedException {
    String answer = answers.poll(30, TimeUnit.SECONDS);
    assertThat(answer).isNotNull();
    return answer;
  }
}
