package dev.rampart.replay.input;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.node.TextNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class MergedLinesTest {
  private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");

  /** What gzip writes after the packed bytes: a checksum and a length. */
  private static final int TRAILER_BYTES = 8;

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
  void a_document_that_breaks_off_is_named_and_what_was_read_of_it_is_used() throws IOException {
    write("a", "{\"events\":[{\"message\":\"what\"},{\"message\":");
    write("b", line(1));
    assertThat(places()).containsExactly("a1", "b1");
    assertThat(unread())
        .containsExactly(unread("a", "it ends too early, in the middle of a document"));
  }

  @Test
  void a_packed_file_that_breaks_off_is_named_and_what_was_read_of_it_is_used() throws IOException {
    String[] lines = IntStream.range(0, 5_000).mapToObj(i -> line(i)).toArray(String[]::new);
    byte[] packed = packed(lines);
    Files.write(folder.resolve("a.gz"), Arrays.copyOf(packed, packed.length / 2));
    Files.write(folder.resolve("b.gz"), Arrays.copyOf(packed, 5));
    byte[] small = packed(line(2));
    Files.write(folder.resolve("c.gz"), Arrays.copyOf(small, small.length - TRAILER_BYTES));
    write("d", line(2), line(3));
    List<String> places = places();
    assertThat(places).contains("a.gz1", "a.gz2", "c.gz1", "d1", "d2").hasSizeBetween(1_000, 4_000);
    String early = "it ends too early, in the middle of what is packed";
    assertThat(unread())
        .containsExactlyInAnyOrder(
            unread("a.gz", early), unread("b.gz", early), unread("c.gz", early));
  }

  @Test
  void a_packed_file_that_is_broken_is_named() throws IOException {
    byte[] packed = packed(line(1));
    packed[packed.length - TRAILER_BYTES]++;
    Files.write(folder.resolve("a"), packed);
    assertThat(places()).containsExactly("a1");
    assertThat(unread())
        .singleElement()
        .satisfies(file -> assertThat(file.reason()).startsWith("what is packed is broken: "));
  }

  @Test
  void a_line_in_front_of_where_a_file_breaks_off_is_used_also_if_others_are_looked_at()
      throws IOException {
    write(
        "a",
        "{\"events\":[{\"message\":%s},{\"message\":%s},{\"message\":"
            .formatted(quoted(line(1)), quoted(line(9 * DAY))));
    assertThat(places()).containsExactly("a1", "a2");
    assertThat(unread()).hasSize(1);
  }

  @Test
  void a_file_whose_name_wrongly_says_that_it_is_packed_is_named_unless_it_is_understood()
      throws IOException {
    write("a.gz", line(1), "what");
    write("b.gz", "what");
    write("c.gz");
    write("d", "what");
    assertThat(places()).containsExactlyInAnyOrder("a.gz1", "a.gz2", "b.gz1", "d1");
    String misnamed = "it is not packed by gzip, although its name says so";
    assertThat(unread())
        .containsExactlyInAnyOrder(unread("b.gz", misnamed), unread("c.gz", misnamed));
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void a_file_that_the_system_does_not_let_be_read_is_named() throws IOException {
    Files.createSymbolicLink(folder.resolve("a"), Path.of("/proc/self/mem"));
    write("b", line(1));
    assertThat(places()).containsExactly("b1");
    assertThat(unread()).extracting(UnreadFile::name).containsExactly(place("a"));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void a_file_or_folder_without_permission_is_named() throws IOException {
    write("a", line(1));
    Path inner = Files.createDirectories(folder.resolve("b"));
    write("b/c", line(1));
    write("d", line(1));
    Files.setPosixFilePermissions(folder.resolve("a"), Set.of());
    Files.setPosixFilePermissions(inner, Set.of());
    try {
      assumeThat(Files.isReadable(inner)).as("nothing is forbidden to root").isFalse();
      assertThat(places()).containsExactly("d1");
      assertThat(unread())
          .containsExactlyInAnyOrder(
              unread("a", "permission denied"), unread("b", "permission denied"));
    } finally {
      Files.setPosixFilePermissions(inner, PosixFilePermissions.fromString("rwx------"));
    }
  }

  @Test
  void a_file_that_is_removed_in_between_is_named() throws IOException {
    write("a", line(1));
    write("b", line(2));
    List<String> names = RecordedFiles.named(List.of(folder.toString()));
    Files.delete(folder.resolve("a"));
    try (MergedLines merged = MergedLines.of(names)) {
      assertThat(next(merged)).map(MergedLinesTest::place).contains("b1");
      assertThat(next(merged)).isEmpty();
      assertThat(merged.unread()).containsExactly(unread("a", "it is not there any more"));
    }
  }

  private List<UnreadFile> unread() throws IOException {
    try (MergedLines merged = merged()) {
      while (merged.next().isPresent()) {
        assertThat(merged.unread()).doesNotHaveDuplicates();
      }
      return merged.unread();
    }
  }

  private UnreadFile unread(String name, String reason) {
    return new UnreadFile(place(name), reason);
  }

  private String place(String name) {
    return folder.resolve(name).toString();
  }

  private static byte[] packed(String... lines) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write((String.join("\n", lines) + "\n").getBytes(UTF_8));
    }
    return bytes.toByteArray();
  }

  private static String quoted(String line) {
    return TextNode.valueOf(line).toString();
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
