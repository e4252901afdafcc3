package dev.rampart.local.host;

import static dev.rampart.local.host.Stage.event;
import static dev.rampart.local.host.Stage.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rampart.local.protocol.lambda.InvocationResult;
import dev.rampart.local.supervision.Fault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
final class LambdaHostTest {
  private static final Duration MINUTE = Duration.ofSeconds(60);

  @TempDir private Path directory;
  private Stage stage;

  @BeforeEach
  void set_the_stage() throws Exception {
    stage = Stage.set(directory);
  }

  @ParameterizedTest
  @EnumSource
  void a_handler_answers_and_a_throwing_one_fails_with_its_type(Runtimes runtime) throws Exception {
    try (LambdaHost host = host(runtime, stage.puppet())) {
      assertThat(text(host.invoke("Puppet", event("echo Grüße")))).isEqualTo("Grüße");
      assertThat(text(host.invoke("Puppet", event("throw no luck"))))
          .isEqualTo("java.lang.IllegalStateException: no luck");
      assertThat(text(host.invoke("Puppet", event("context"))))
          .isEqualTo("Puppet arn:aws:lambda:eu-west-1:000000000000:function:Puppet:live");
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_process_survives_an_exception_whose_message_is_not_ascii(Runtimes runtime)
      throws Exception {
    try (LambdaHost host = host(runtime, stage.puppet())) {
      String pid = text(host.invoke("Puppet", event("pid")));
      assertThat(text(host.invoke("Puppet", event("throw é € 😀 \u007f"))))
          .isEqualTo("java.lang.IllegalStateException: é € 😀 \u007f");
      assertThat(text(host.invoke("Puppet", event("pid")))).isEqualTo(pid);
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_handler_sees_the_variables_given_to_it_and_none_of_the_hosts(Runtimes runtime)
      throws Exception {
    try (LambdaHost host = host(runtime, stage.puppet())) {
      assertThat(text(host.invoke("Puppet", event("variable COLOUR")))).isEqualTo("blue");
      assertThat(text(host.invoke("Puppet", event("environment"))))
          .isEqualTo(
              "AWS_DEFAULT_REGION,AWS_EC2_METADATA_DISABLED,AWS_EXECUTION_ENV,"
                  + "AWS_LAMBDA_FUNCTION_MEMORY_SIZE,AWS_LAMBDA_FUNCTION_NAME,"
                  + "AWS_LAMBDA_FUNCTION_VERSION,AWS_LAMBDA_INITIALIZATION_TYPE,"
                  + "AWS_LAMBDA_LOG_GROUP_NAME,AWS_LAMBDA_LOG_STREAM_NAME,AWS_LAMBDA_RUNTIME_API,"
                  + "AWS_REGION,COLOUR,LAMBDA_RUNTIME_DIR,LAMBDA_TASK_ROOT,LANG,TZ,_HANDLER");
      assertThat(text(host.invoke("Puppet", event("input")))).isEqualTo("-1");
      assertThat(Long.parseLong(text(host.invoke("Puppet", event("heap")))))
          .isLessThan(256L * 1024 * 1024);
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_process_that_exits_fails_its_invocation_and_no_other(Runtimes runtime) throws Exception {
    try (LambdaHost host = host(runtime, stage.puppet())) {
      assertThat(text(host.invoke("Puppet", event("exit 7"))))
          .startsWith("Runtime.ExitError")
          .endsWith("the process ended with status 7");
      assertThat(text(host.invoke("Puppet", event("echo again")))).isEqualTo("again");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "AWS,overflow,StackOverflowError",
    "AWS,exhaust,OutOfMemoryError",
    "PLAIN,overflow,StackOverflowError",
    "PLAIN,exhaust,OutOfMemoryError"
  })
  void a_process_that_dies_of_an_error_gets_no_other_event(
      Runtimes runtime, String command, String error) throws Exception {
    try (LambdaHost host = host(runtime, stage.puppet())) {
      String first = text(host.invoke("Puppet", event("pid")));
      assertThat(text(host.invoke("Puppet", event(command)))).startsWith("java.lang." + error);
      assertThat(host.health().getFirst().fault().orElseThrow().cause())
          .isEqualTo("java.lang." + error);
      assertThat(text(host.invoke("Puppet", event("pid")))).matches("[0-9]+").isNotEqualTo(first);
      assertThat(host.health().getFirst().fault()).isEmpty();
    }
  }

  @Test
  void a_process_that_neither_ends_nor_asks_for_the_next_event_gets_none() throws Exception {
    try (LambdaHost host = host(Runtimes.AWS, stage.puppet())) {
      assertThat(text(host.invoke("Puppet", event("linger"))))
          .startsWith("java.lang.StackOverflowError");
      assertThat(text(host.invoke("Puppet", event("echo innocent")))).isEqualTo("innocent");
    }
  }

  @Test
  void a_process_that_was_killed_while_it_was_idle_gets_no_event() throws Exception {
    try (LambdaHost host = host(Runtimes.AWS, stage.puppet())) {
      for (int i = 0; i < 3; i++) {
        long pid = Long.parseLong(text(host.invoke("Puppet", event("pid"))));
        ProcessHandle process = ProcessHandle.of(pid).orElseThrow();
        assertThat(process.destroyForcibly()).isTrue();
        process.onExit().get(30, TimeUnit.SECONDS);
      }
      assertThat(text(host.invoke("Puppet", event("echo innocent")))).isEqualTo("innocent");
    }
  }

  @Test
  void an_event_sent_to_a_process_that_never_reads_it_goes_to_another() throws Exception {
    try (LambdaHost host = host(Runtimes.AWS, stage.puppet())) {
      long pid = Long.parseLong(text(host.invoke("Puppet", event("pid"))));
      // Stopped, it still has its connection, which takes the event in its stead.
      assertThat(new ProcessBuilder("kill", "-STOP", "" + pid).start().waitFor()).isZero();
      BlockingQueue<String> answers = new LinkedBlockingQueue<>();
      invokeAside(host, "echo innocent", answers);
      while (host.health().getFirst().busy() == 0) {
        Thread.onSpinWait();
      }
      assertThat(ProcessHandle.of(pid).orElseThrow().destroyForcibly()).isTrue();
      assertThat(take(answers)).isEqualTo("innocent");
    }
  }

  @Test
  void a_listener_that_throws_loses_no_other_line() throws Exception {
    BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    LineListener listener =
        (_, line) -> {
          if (line.equals("bad")) {
            throw new IllegalStateException("cannot read " + line);
          }
          lines.add(line);
        };
    try (LambdaHost host =
        LambdaHost.start(stage.settings(Runtimes.AWS), List.of(stage.puppet()), listener)) {
      var _ = host.invoke("Puppet", event("print bad"));
      assertThat(take(lines)).isEqualTo("error bad");
      var _ = host.invoke("Puppet", event("print good"));
      assertThat(take(lines)).isEqualTo("good");
    }
    assertThat(stage.log()).content().contains("bad\nerror bad\n");
  }

  @Test
  void a_handler_that_takes_too_long_is_killed_and_the_next_event_gets_a_fresh_process()
      throws Exception {
    Path sign = directory.resolve("busy");
    FunctionSpec function =
        stage.function(PuppetHandler.class, Duration.ofSeconds(3), 1, Duration.ofSeconds(60));
    try (LambdaHost host = host(Runtimes.AWS, function)) {
      assertThat(host.invoke("Puppet", event("hang " + sign)))
          .isInstanceOf(InvocationResult.TimedOut.class);
      assertThat(sign).exists();
      assertThat(stage.log()).content().contains(" Task timed out after 3 seconds\n");
      assertThat(text(host.invoke("Puppet", event("echo fresh")))).isEqualTo("fresh");
    }
  }

  @Test
  void a_process_that_was_killed_is_replaced_before_anyone_asks() throws Exception {
    FunctionSpec function =
        stage.function(PuppetHandler.class, Duration.ofSeconds(3), 1, Duration.ofSeconds(60));
    try (LambdaHost host = host(Runtimes.AWS, function)) {
      host.prewarm();
      List<ProcessHandle> first = ProcessHandle.current().children().toList();
      assertThat(host.invoke("Puppet", event("hang " + directory.resolve("busy"))))
          .isInstanceOf(InvocationResult.TimedOut.class);
      long giveUpNanos = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
      while (ProcessHandle.current().children().allMatch(first::contains)) {
        assertThat(System.nanoTime()).isLessThan(giveUpNanos);
        Thread.onSpinWait();
      }
    }
  }

  @Test
  void six_processes_start_and_work_at_once_and_do_so_again() throws Exception {
    for (int round = 0; round < 2; round++) {
      Path room = Files.createDirectory(directory.resolve("room" + round));
      FunctionSpec function = stage.function(PuppetHandler.class, MINUTE, 6, Duration.ZERO);
      try (LambdaHost host = host(Runtimes.AWS, function)) {
        BlockingQueue<String> answers = new LinkedBlockingQueue<>();
        for (int i = 0; i < 6; i++) {
          invokeAside(host, "meet " + room, answers);
        }
        List<String> pids = List.of(take(answers), take(answers), take(answers), take(answers));
        assertThat(pids).doesNotHaveDuplicates().allMatch(pid -> pid.matches("[0-9]+"));
        assertThat(take(answers)).matches("[0-9]+");
        assertThat(take(answers)).matches("[0-9]+");
      }
    }
  }

  @Test
  void an_event_is_throttled_when_all_processes_are_busy_and_nobody_may_wait() throws Exception {
    Path sign = directory.resolve("busy");
    FunctionSpec function = stage.function(PuppetHandler.class, MINUTE, 1, Duration.ZERO);
    try (LambdaHost host = host(Runtimes.AWS, function)) {
      BlockingQueue<String> answers = new LinkedBlockingQueue<>();
      invokeAside(host, "hang " + sign, answers);
      awaitFile(sign);
      assertThat(host.invoke("Puppet", event("echo")))
          .isInstanceOf(InvocationResult.Throttled.class);
    }
  }

  @Test
  void an_event_beyond_the_reservation_is_throttled_at_once_and_one_within_it_is_not()
      throws Exception {
    Path sign = directory.resolve("held");
    try (LambdaHost host = host(Runtimes.AWS, stage.reserved(2))) {
      BlockingQueue<String> answers = new LinkedBlockingQueue<>();
      invokeAside(host, "hold " + sign, answers);
      awaitFile(sign);
      BlockingQueue<String> waiting = new LinkedBlockingQueue<>();
      invokeAside(host, "echo waited", waiting);
      while (host.health().getFirst().busy() < 2) {
        Thread.onSpinWait();
      }
      assertThat(host.invoke("Puppet", event("echo")))
          .isInstanceOf(InvocationResult.Throttled.class);
      assertThat(throttling(host)).hasValueSatisfying(cause -> assertThat(cause).contains("is 2"));
      Files.delete(sign);
      assertThat(take(answers)).isEqualTo("held");
      assertThat(take(waiting)).isEqualTo("waited");
      assertThat(throttling(host)).isEmpty();
      assertThat(text(host.invoke("Puppet", event("echo again")))).isEqualTo("again");
    }
  }

  @Test
  void a_function_with_a_reservation_of_nothing_takes_nothing_and_says_so() throws Exception {
    try (LambdaHost host = host(Runtimes.AWS, stage.reserved(0))) {
      assertThat(throttling(host)).isEmpty();
      assertThat(host.invoke("Puppet", event("echo")))
          .isInstanceOf(InvocationResult.Throttled.class);
      assertThat(throttling(host)).contains("its reserved concurrency is 0, so it never runs");
    }
  }

  private static Optional<String> throttling(LambdaHost host) {
    return host.health().getFirst().throttling().map(Fault::cause);
  }

  @Test
  void what_a_function_prints_reaches_its_file_and_the_listener() throws Exception {
    BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    try (LambdaHost host =
        LambdaHost.start(
            stage.settings(Runtimes.AWS),
            List.of(stage.puppet()),
            (function, line) -> lines.add(function + ": " + line))) {
      var _ = host.invoke("Puppet", event("print Grüße"));
      assertThat(take(lines)).isEqualTo("Puppet: Grüße");
      assertThat(take(lines)).isEqualTo("Puppet: error Grüße");
    }
    assertThat(stage.log()).content().contains("Grüße\nerror Grüße\n");
  }

  @Test
  void an_answer_larger_than_lambda_takes_is_a_failure() throws Exception {
    try (LambdaHost host = host(Runtimes.AWS, stage.puppet())) {
      assertThat(text(host.invoke("Puppet", event("large 6291454")))).hasSize(6_291_454);
      for (int size : new int[] {6_291_455, 20_000_000}) {
        assertThat(text(host.invoke("Puppet", event("large " + size))))
            .startsWith("Function.ResponseSizeTooLarge");
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_handler_that_cannot_be_made_stops_the_start_with_its_reason(Runtimes runtime)
      throws Exception {
    FunctionSpec function = stage.function(BrokenHandler.class, MINUTE, 1, MINUTE);
    try (LambdaHost host = host(runtime, function)) {
      assertThatThrownBy(host::prewarm)
          .isInstanceOf(BrokenFunction.class)
          .hasMessageContaining("Function Puppet: does not start")
          .hasMessageContaining("TABLE is not set");
    }
  }

  @Test
  void a_missing_jar_or_class_is_named_before_anything_starts() throws Exception {
    FunctionSpec wrongClass = stage.function(LambdaHostTest.class, MINUTE, 1, MINUTE);
    assertThatThrownBy(() -> host(Runtimes.AWS, wrongClass))
        .hasMessage(
            "Function Puppet: no class dev.rampart.local.host.LambdaHostTest in " + stage.jar());
    Files.delete(stage.jar());
    assertThatThrownBy(() -> host(Runtimes.AWS, stage.puppet()))
        .hasMessage("Function Puppet: no jar at " + stage.jar());
  }

  @Test
  void a_process_is_killed_by_the_session_token_that_it_has() throws Exception {
    try (LambdaHost host =
        LambdaHost.start(
            stage.withSessionTokens(Runtimes.AWS), List.of(stage.puppet()), (_, _) -> {})) {
      String pid = text(host.invoke("Puppet", event("pid")));
      String token = text(host.invoke("Puppet", event("variable AWS_SESSION_TOKEN")));
      assertThat(host.has("not " + token)).isFalse();
      host.kill("not " + token);
      assertThat(text(host.invoke("Puppet", event("pid")))).isEqualTo(pid);

      assertThat(host.has(token)).isTrue();
      host.kill(token);

      assertThat(host.has(token)).isFalse();
      assertThat(ProcessHandle.of(Long.parseLong(pid)).filter(ProcessHandle::isAlive)).isEmpty();
      assertThat(text(host.invoke("Puppet", event("pid")))).isNotEqualTo(pid);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"AWS_SESSION_TOKEN", "AWS_LAMBDA_LOG_STREAM_NAME"})
  void what_others_may_know_a_process_by_does_not_tell_its_path(String name) throws Exception {
    try (LambdaHost host =
        LambdaHost.start(
            stage.withSessionTokens(Runtimes.AWS), List.of(stage.puppet()), (_, _) -> {})) {
      String address = text(host.invoke("Puppet", event("variable AWS_LAMBDA_RUNTIME_API")));
      String path = address.substring(address.indexOf("/w/") + 3);
      assertThat(path).hasSize(32);
      assertThat(text(host.invoke("Puppet", event("variable " + name)))).doesNotContain(path);
    }
  }

  @Test
  void closing_ends_every_process_even_a_busy_one() throws Exception {
    Path sign = directory.resolve("busy");
    LambdaHost host = host(Runtimes.AWS, stage.puppet());
    BlockingQueue<String> answers = new LinkedBlockingQueue<>();
    invokeAside(host, "hang " + sign, answers);
    awaitFile(sign);
    List<ProcessHandle> children = ProcessHandle.current().children().toList();
    host.close();
    assertThat(children).isNotEmpty().noneMatch(ProcessHandle::isAlive);
    assertThat(take(answers)).startsWith("Runtime.ExitError");
  }

  @Test
  void an_unknown_function_is_a_mistake_of_the_caller() throws Exception {
    try (LambdaHost host = host(Runtimes.AWS, stage.puppet())) {
      assertThatThrownBy(() -> host.invoke("Nobody", event("echo")))
          .hasMessage("There is no function Nobody.");
    }
  }

  private LambdaHost host(Runtimes runtime, FunctionSpec function) throws Exception {
    return LambdaHost.start(stage.settings(runtime), List.of(function), (_, _) -> {});
  }

  private static void invokeAside(LambdaHost host, String event, BlockingQueue<String> answers) {
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                answers.add(text(host.invoke("Puppet", event(event))));
              } catch (InterruptedException e) {
                answers.add(e.toString());
              }
            });
  }

  private static String take(BlockingQueue<String> queue) throws InterruptedException {
    String taken = queue.poll(60, TimeUnit.SECONDS);
    assertThat(taken).isNotNull();
    return taken;
  }

  static void awaitFile(Path file) {
    long giveUpNanos = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!Files.exists(file)) {
      assertThat(System.nanoTime()).isLessThan(giveUpNanos);
      Thread.onSpinWait();
    }
  }
}
