package dev.rampart.local.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LineFileTest {
  private static final long LARGE = 1024 * 1024;

  @TempDir private Path directory;

  @Test
  void lines_are_appended_to_what_is_there() throws Exception {
    Path path = directory.resolve("logs/a.log");
    try (LineFile file = LineFile.open(path, LARGE)) {
      file.append("one");
    }
    try (LineFile file = LineFile.open(path, LARGE)) {
      file.append("zwölf");
    }
    assertThat(path).content().isEqualTo("one\nzwölf\n");
  }

  @Test
  void a_file_that_is_full_is_kept_once_and_a_new_one_begun() throws Exception {
    Path path = directory.resolve("a.log");
    try (LineFile file = LineFile.open(path, 10)) {
      for (int i = 1; i <= 7; i++) {
        file.append("line" + i);
      }
      file.append("a line that is longer than a file may be");
    }
    assertThat(path).content().isEqualTo("a line that is longer than a file may be\n");
    assertThat(directory.resolve("a.log.1")).content().isEqualTo("line7\n");
    try (Stream<Path> files = Files.list(directory)) {
      assertThat(files).hasSize(2);
    }
  }

  @Test
  void a_full_file_that_was_renamed_without_a_new_one_is_begun_anew_later() throws Exception {
    Path path = directory.resolve("a.log");
    try (LineFile file = LineFile.open(path, 10)) {
      file.append("line1");
      // As it is left if the new file could not be opened.
      Files.move(path, directory.resolve("a.log.1"));
      file.append("line2");
    }
    assertThat(path).content().isEqualTo("line2\n");
    assertThat(directory.resolve("a.log.1")).content().isEqualTo("line1\n");
  }

  @Test
  void an_interrupted_writer_does_not_close_the_file_for_the_others() throws Exception {
    Path path = directory.resolve("a.log");
    try (LineFile file = LineFile.open(path, LARGE)) {
      Thread.currentThread().interrupt();
      file.append("one");
      assertThat(Thread.interrupted()).isTrue();
      file.append("two");
    }
    assertThat(path).content().isEqualTo("one\ntwo\n");
  }

  @Test
  void a_line_that_cannot_be_written_is_refused() throws Exception {
    LineFile file = LineFile.open(directory.resolve("a.log"), LARGE);
    file.close();
    assertThatThrownBy(() -> file.append("one")).isInstanceOf(IOException.class);
  }

  @Test
  void what_a_full_disk_left_of_a_line_is_cut_off_and_later_lines_are_whole() throws Exception {
    Path path = directory.resolve("a.log");
    Process process =
        new ProcessBuilder(
                "bash",
                "-c",
                // One block is all that the process may write: as if the disk were full.
                "ulimit -f 1 && exec \"$@\"",
                "bash",
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:-UsePerfData",
                "-cp",
                System.getProperty("java.class.path"),
                FullDisk.class.getName(),
                path.toString())
            .redirectErrorStream(true)
            .start();
    try (BufferedReader output = process.inputReader()) {
      assertThat(output.readAllLines()).containsExactly("refused: File too large");
    }
    assertThat(path).content().isEqualTo("a".repeat(600) + "\nshort\n");
  }
}
