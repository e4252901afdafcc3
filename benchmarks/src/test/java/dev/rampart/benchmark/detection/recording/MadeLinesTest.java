package dev.rampart.benchmark.detection.recording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.replay.ReplayCommand;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;

final class MadeLinesTest {
  private static final long BYTES = 200_000;
  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(LineFormat.class)
  void lines_of_each_format_are_understood_and_tell_of_clients(LineFormat format)
      throws IOException {
    Path file = folder.resolve("recording");
    long lines = MakeRecording.write(format, BYTES, file);
    assertThat(Files.size(file)).isGreaterThanOrEqualTo(BYTES);
    StringWriter out = new StringWriter();
    new CommandLine(new ReplayCommand()).setOut(new PrintWriter(out)).execute(file.toString());
    assertThat(out.toString())
        .contains(lines + " lines, ", " 0 not understood")
        .doesNotContain(" 0 signals");
  }
}
