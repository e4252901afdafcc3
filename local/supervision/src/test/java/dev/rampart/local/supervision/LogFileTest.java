package dev.rampart.local.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A log that cannot be written for a while. */
final class LogFileTest {
  @TempDir private Path folder;
  private final TestClock clock = new TestClock();

  private LogFile open(long bytesMax) throws IOException {
    return LogFile.open("The log", folder.resolve("a.log"), bytesMax, clock);
  }

  /** As a full disk would: the file that has grown to its maximum cannot be renamed. */
  private void block() throws IOException {
    Files.createDirectories(folder.resolve("a.log.1/in-the-way"));
  }

  private void clear() throws IOException {
    Files.delete(folder.resolve("a.log.1/in-the-way"));
    Files.delete(folder.resolve("a.log.1"));
  }

  @Test
  void lines_are_appended() throws IOException {
    try (LogFile log = open(1000)) {
      log.append("one");
      log.append("two");
      assertThat(log.fault()).isEmpty();
    }
    assertThat(folder.resolve("a.log")).hasContent("one\ntwo\n");
  }

  @Test
  void a_line_that_cannot_be_written_is_a_fault_and_nothing_that_is_thrown() throws IOException {
    try (LogFile log = open(20)) {
      log.append("a line that fills it");
      block();
      log.append("lost");
      assertThat(log.fault()).isPresent();
    }
  }

  @Test
  void whoever_asks_finds_it_well_as_soon_as_it_is_and_the_gap_is_marked() throws IOException {
    try (LogFile log = open(20)) {
      log.append("a line that fills it");
      block();
      log.append("lost");
      clear();
      assertThat(log.fault()).isEmpty();
    }
    assertThat(folder.resolve("a.log")).content().startsWith("{").contains("Lines are missing");
  }

  @Test
  void the_next_line_stands_behind_the_gap() throws IOException {
    try (LogFile log = open(20)) {
      log.append("a line that fills it");
      block();
      log.append("lost");
      clear();
      log.append("next");
    }
    assertThat(folder.resolve("a.log")).hasContent("next\n");
    assertThat(folder.resolve("a.log.1")).content().contains("Lines are missing");
  }
}
