package dev.rampart.replay.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MergedLinesTest {
  private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");
  private static final int DAY = 24 * 60 * 60;
  @TempDir private Path folder;

  @Test
  void lines_of_several_files_come_by_their_times_and_those_without_one_stay_in_place()
      throws IOException {
    write("a", line(1), "what", line(4), line(9));
    write("b", line(2), line(3), line(7));
    write("c", "what", line(5), "");
    assertThat(places())
        .containsExactly("a1", "a2", "b1", "b2", "a3", "c1", "c2", "c3", "b3", "a4");
  }

  @Test
  void lines_of_the_same_time_come_in_the_order_of_their_files() throws IOException {
    write("a", line(1), line(1));
    write("b", line(1));
    assertThat(places()).containsExactly("a1", "a2", "b1");
  }

  @Test
  void a_late_line_of_a_file_comes_as_late_as_it_stands() throws IOException {
    write("a", line(1), line(6), line(2), line(8));
    write("b", line(5), line(7));
    assertThat(places()).containsExactly("a1", "b1", "a2", "a3", "b2", "a4");
  }

  @Test
  void a_line_far_ahead_of_its_neighbours_is_not_taken_and_holds_nothing_up() throws IOException {
    long years = 70L * 365 * DAY;
    write("a", line(years), line(1), line(years), "", line(4));
    write("b", line(2), line(3));
    assertThat(places()).containsExactly("a1", "a2", "a3", "a4", "b1", "b2", "a5");
    assertThat(refused()).containsExactly("a1", "a3");
  }

  @Test
  void a_few_such_lines_in_a_row_are_not_taken_either() throws IOException {
    long years = 70L * 365 * DAY;
    write("a", line(1), line(years), line(years), line(2), line(3), line(4), line(5));
    assertThat(refused()).containsExactly("a2", "a3");
  }

  @Test
  void lines_after_a_quiet_time_are_taken_and_so_is_one_at_the_end() throws IOException {
    write("a", line(1), line(3 * DAY), line(3 * DAY + 1), line(2), line(9 * DAY));
    write("b", line(1));
    assertThat(refused()).isEmpty();
  }

  @Test
  void a_file_of_two_recordings_in_the_wrong_order_is_taken() throws IOException {
    write(
        "a",
        Stream.concat(
                IntStream.range(0, 9).mapToObj(i -> line(40 * DAY + i)),
                IntStream.range(0, 9).mapToObj(i -> line(i)))
            .toArray(String[]::new));
    assertThat(refused()).isEmpty();
  }

  @Test
  void a_folder_of_consecutive_files_has_few_of_them_open_at_once() throws IOException {
    int files = 3 * MergedLines.OPEN_MAX;
    for (int i = 0; i < files; i++) {
      write("%04d".formatted(i), line(10L * i), line(10L * i + 9));
    }
    long before = openFiles();
    long most = 0;
    int lines = 0;
    try (MergedLines merged = merged()) {
      for (Optional<?> next = merged.next(); next.isPresent(); next = merged.next()) {
        lines++;
        most = Math.max(most, openFiles() - before);
      }
      assertThat(merged.lateFiles()).isZero();
    }
    assertThat(lines).isEqualTo(2 * files);
    assertThat(most).isLessThan(10);
    assertThat(openFiles()).isLessThanOrEqualTo(before + 1);
  }

  @Test
  void more_files_of_the_same_time_than_may_be_open_wait_and_are_said_to_be_late()
      throws IOException {
    int late = 3;
    for (int i = 0; i < MergedLines.OPEN_MAX + late; i++) {
      write("%04d".formatted(i), line(i), line(1_000 + i));
    }
    try (MergedLines merged = merged()) {
      assertThat(Stream.generate(() -> next(merged)).takeWhile(Optional::isPresent)).hasSize(406);
      assertThat(merged.lateFiles()).isEqualTo(late);
    }
  }

  @Test
  void a_file_that_breaks_off_is_named() throws IOException {
    write("a", "{\"events\":[{\"message\":");
    assertThatThrownBy(this::places)
        .isInstanceOf(IOException.class)
        .hasMessageContaining(folder.resolve("a").toString());
  }

  /** Counts what the system says is open; 0 everywhere where it does not say it. */
  private static long openFiles() throws IOException {
    Path open = Path.of("/proc/self/fd");
    if (!Files.isDirectory(open)) {
      return 0;
    }
    try (Stream<Path> all = Files.list(open)) {
      return all.count();
    }
  }

  private List<String> places() throws IOException {
    return entries().stream().map(MergedLinesTest::place).toList();
  }

  private List<String> refused() throws IOException {
    return entries().stream()
        .filter(entry -> entry.outcome().equals(TimeOrder.TOO_FAR_AHEAD))
        .map(MergedLinesTest::place)
        .toList();
  }

  private static String place(RecordedEntry entry) {
    return Path.of(entry.file()).getFileName().toString() + entry.number();
  }

  private List<RecordedEntry> entries() throws IOException {
    List<RecordedEntry> entries = new ArrayList<>();
    try (MergedLines merged = merged()) {
      for (Optional<RecordedEntry> next = merged.next(); next.isPresent(); next = merged.next()) {
        entries.add(next.get());
      }
    }
    return entries;
  }

  private static Optional<RecordedEntry> next(MergedLines merged) {
    try {
      return merged.next();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private MergedLines merged() throws IOException {
    return MergedLines.of(RecordedFiles.named(List.of(folder.toString())));
  }

  private void write(String name, String... lines) throws IOException {
    Files.write(folder.resolve(name), List.of(lines));
  }

  private static String line(long second) {
    return """
    {"requestTimeEpoch":"%d","requestId":"r-2","sourceIp":"203.0.113.7","httpMethod":"GET","status":"200"}\
    """
        .formatted(START.plus(Duration.ofSeconds(second)).toEpochMilli());
  }
}
