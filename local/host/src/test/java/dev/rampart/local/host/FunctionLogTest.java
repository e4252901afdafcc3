package dev.rampart.local.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class FunctionLogTest {
  @TempDir private Path directory;

  @Test
  @EnabledOnOs(OS.LINUX)
  void a_line_that_a_full_disk_does_not_take_still_reaches_the_listener() throws Exception {
    List<String> heard = new ArrayList<>();
    Path full = Files.createSymbolicLink(directory.resolve("full.log"), Path.of("/dev/full"));
    try (FunctionLog log = open(full, (_, line) -> heard.add(line))) {
      log.line("metrics");
      assertThat(heard).containsExactly("metrics");
      assertThat(log.fault().orElseThrow().cause()).contains("No space left on device");
      assertThat(log.listenerFault()).isEmpty();
    }
  }

  @Test
  void a_listener_that_fails_is_no_fault_of_the_file() throws Exception {
    Path path = directory.resolve("a.log");
    LineListener listener =
        (_, line) -> {
          throw new IllegalStateException("cannot read " + line);
        };
    try (FunctionLog log = open(path, listener)) {
      log.line("metrics");
      assertThat(path).content().isEqualTo("metrics\n");
      assertThat(log.fault()).isEmpty();
      assertThat(log.listenerFault().orElseThrow().cause()).contains("cannot read metrics");
    }
  }

  private static FunctionLog open(Path path, LineListener listener) throws Exception {
    FunctionSpec function =
        new FunctionSpec(
            "f",
            "arn",
            path,
            "H",
            256,
            Duration.ofSeconds(1),
            1,
            Duration.ZERO,
            1,
            0,
            Map.of(),
            path);
    return FunctionLog.open(function, listener);
  }
}
