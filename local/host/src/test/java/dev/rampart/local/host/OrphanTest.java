package dev.rampart.local.host;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.local.supervision.OutOfMemory;
import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(120)
final class OrphanTest {
  @TempDir private Path directory;

  @ParameterizedTest
  @EnumSource
  void a_busy_process_ends_when_its_host_is_killed_hard(Runtimes runtime) throws Exception {
    Process host = host(runtime, "stay");
    List<ProcessHandle> children;
    try (BufferedReader output = host.inputReader()) {
      children = children(output.readLine());
      assertThat(children).allMatch(ProcessHandle::isAlive);
    } finally {
      host.destroyForcibly().waitFor();
    }
    assertEnd(children);
  }

  @Test
  void a_busy_process_ends_when_its_host_runs_out_of_memory() throws Exception {
    Process host = host(Runtimes.AWS, "exhaust");
    try (BufferedReader output = host.inputReader()) {
      List<ProcessHandle> children = children(output.readLine());
      assertThat(host.waitFor(60, SECONDS)).isTrue();
      assertThat(host.exitValue()).isEqualTo(OutOfMemory.EXIT_CODE);
      assertEnd(children);
    } finally {
      host.destroyForcibly().waitFor();
    }
  }

  private Process host(Runtimes runtime, String then) throws Exception {
    Stage.set(directory);
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            // As ./rampart starts a run: memory may run out in any thread.
            "-XX:+ExitOnOutOfMemoryError",
            "-Xmx64m",
            "-cp",
            System.getProperty("java.class.path"),
            LambdaHostProcess.class.getName(),
            directory.toString(),
            runtime.name(),
            then)
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static List<ProcessHandle> children(String pids) {
    List<ProcessHandle> children =
        Stream.of(pids.split(" "))
            .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)).stream())
            .toList();
    assertThat(children).isNotEmpty();
    return children;
  }

  private static void assertEnd(List<ProcessHandle> children) throws Exception {
    for (ProcessHandle child : children) {
      assertThat(child.onExit().get(30, SECONDS).isAlive()).isFalse();
    }
  }
}
