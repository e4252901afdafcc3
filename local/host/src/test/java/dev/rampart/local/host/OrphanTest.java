package dev.rampart.local.host;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
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
    Stage.set(directory);
    Process host =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                LambdaHostProcess.class.getName(),
                directory.toString(),
                runtime.name())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    List<ProcessHandle> children;
    try (BufferedReader output = host.inputReader()) {
      children =
          Stream.of(output.readLine().split(" "))
              .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)).stream())
              .toList();
      assertThat(children).isNotEmpty().allMatch(ProcessHandle::isAlive);
    } finally {
      host.destroyForcibly().waitFor();
    }
    for (ProcessHandle child : children) {
      assertThat(child.onExit().get(30, SECONDS).isAlive()).isFalse();
    }
  }
}
