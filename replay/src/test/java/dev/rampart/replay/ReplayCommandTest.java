package dev.rampart.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

final class ReplayCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  @TempDir private Path folder;

  @Test
  void a_scan_is_found_and_its_alert_holds_the_signal_that_raised_it() throws IOException {
    Path log = Files.write(folder.resolve("access.log"), scan(8));
    Path alerts = folder.resolve("alerts.jsonl");
    assertThat(replay(log.toString(), "--alerts", alerts.toString())).isZero();
    assertThat(out.toString())
        .contains("BURST_PROBE", "address 203.0.113.7")
        .contains("8 lines, 8 signals, 0 not understood")
        .contains("Timeline, by 1 h")
        .contains("Findings if all thresholds were so many times as high");
    List<String> lines = Files.readAllLines(alerts);
    JsonNode alert = new ObjectMapper().readTree(lines.getFirst());
    assertThat(alert.path("detector").asText()).isEqualTo("BURST_PROBE");
    assertThat(alert.path("subject").asText()).isEqualTo("203.0.113.7");
    assertThat(alert.at("/evidence/0/examples/0").asText()).isNotEmpty();
    assertThat(alert.path("lastSeen").asText()).startsWith("2026-10-10T13:55:3");
  }

  @Test
  void half_a_scan_is_not_found_but_would_be_with_half_the_thresholds() throws IOException {
    Path log = Files.write(folder.resolve("access.log"), scan(3));
    assertThat(replay(log.toString(), "--what-if", "0.5")).isZero();
    assertThat(out.toString().lines().filter(line -> line.contains("BURST_PROBE")))
        .singleElement()
        .satisfies(line -> assertThat(line.trim().split(" +", -1)).endsWith("0", "1"));
  }

  @Test
  void the_same_records_give_the_same_alerts() throws IOException {
    Path log = Files.write(folder.resolve("access.log"), scan(40));
    Path one = folder.resolve("one");
    Path other = folder.resolve("other");
    assertThat(replay(log.toString(), "--alerts", one.toString())).isZero();
    assertThat(replay(log.toString(), "--alerts", other.toString())).isZero();
    assertThat(other).hasSameTextualContentAs(one);
  }

  @Test
  void the_order_of_the_files_makes_no_difference() throws IOException {
    List<String> all = scan(40);
    Path early = Files.write(folder.resolve("z"), all.subList(0, 20));
    Path late = Files.write(folder.resolve("a"), all.subList(20, 40));
    Path one = folder.resolve("one");
    Path other = folder.resolve("other");
    assertThat(replay(early.toString(), late.toString(), "--alerts", one.toString())).isZero();
    assertThat(replay(late.toString(), early.toString(), "--alerts", other.toString())).isZero();
    assertThat(Files.readAllLines(one)).hasSameSizeAs(Files.readAllLines(other)).isNotEmpty();
  }

  @Test
  void help_says_how_files_are_merged_and_what_exit_codes_mean() {
    assertThat(replay("--help")).isZero();
    assertThat(out.toString().replaceAll("\\s+", " "))
        .contains("in the order of their times", "count-to-block", "Exit code 0 ")
        .contains("get-log-events", "A line, or the message of an event, has 16 MB at most");
  }

  @Test
  void a_recording_is_not_overwritten_with_its_alerts() throws IOException {
    Path log = Files.write(folder.resolve("access.log"), scan(8));
    assertThat(replay(log.toString(), "--alerts", log.toString())).isEqualTo(2);
    assertThat(replay(folder.toString(), "--alerts", log.toString())).isEqualTo(2);
    assertThat(err.toString()).contains("FILE and --alerts are the same: " + log);
    assertThat(log).content().isEqualTo(String.join("\n", scan(8)) + "\n");
  }

  @Test
  void lines_that_are_not_understood_are_counted_and_placed() throws IOException {
    Path log = Files.write(folder.resolve("mixed"), List.of("what", scan(1).getFirst(), "{}"));
    assertThat(replay(log.toString())).isZero();
    assertThat(out.toString()).contains("3 lines, 1 signals, 2 not understood", log + ":1: ");
  }

  @Test
  void a_line_that_is_too_long_is_said_to_be() throws IOException {
    String tooLong = "{\"a\":\"" + "x".repeat(17 << 20) + "\"}";
    Path log = Files.write(folder.resolve("long"), List.of(tooLong, scan(1).getFirst()));
    assertThat(replay(log.toString())).isZero();
    assertThat(out.toString())
        .contains("2 lines, 1 signals, 1 not understood", log + ":1: longer than 16 MB");
  }

  @Test
  void a_file_of_which_nothing_is_understood_or_that_is_not_there_fails() throws IOException {
    assertThat(replay(Files.writeString(folder.resolve("text"), "what\n").toString())).isOne();
    assertThat(replay(folder.resolve("none").toString())).isOne();
    assertThat(err.toString()).contains("replay: there is no ");
    assertThat(replay()).isEqualTo(2);
    assertThat(replay("-", "--what-if", "0")).isEqualTo(2);
  }

  @Test
  void blank_lines_are_neither_understood_nor_not() throws IOException {
    Path blank = Files.write(folder.resolve("blank"), List.of("", " ", ""));
    assertThat(replay(blank.toString())).isOne();
    assertThat(err.toString()).contains("replay: nothing was read: all lines are blank");
    Path garbage = Files.write(folder.resolve("garbage"), List.of("what", "", "what else"));
    assertThat(replay(garbage.toString())).isOne();
    assertThat(out.toString()).contains("3 lines, 0 signals, 2 not understood");
  }

  @Test
  void a_recording_of_harmless_lines_is_read_well() throws IOException {
    String harmless = scan(1).getFirst().replace("/0/.env", "/").replace(" 404 ", " 200 ");
    assertThat(replay(Files.write(folder.resolve("log"), List.of("", harmless)).toString()))
        .isZero();
    assertThat(out.toString()).contains("2 lines, 0 signals, 0 not understood");
  }

  @Test
  void a_run_that_read_nothing_fails_and_says_why() throws IOException {
    assertThat(replay(folder.toString())).isOne();
    assertThat(err.toString()).contains("replay: nothing was read: there is no file");
    Files.createFile(folder.resolve("empty"));
    assertThat(replay(folder.toString())).isOne();
    assertThat(err.toString()).contains("replay: nothing was read: there is no line in any file");
  }

  @Test
  void a_packed_file_that_breaks_off_is_a_fault_and_the_others_are_used() throws IOException {
    Path broken = Files.write(folder.resolve("a.gz"), new byte[] {0x1f, (byte) 0x8b, 8});
    Files.write(folder.resolve("b.log"), scan(8));
    assertThat(replay(folder.toString())).isOne();
    assertThat(out.toString())
        .contains("8 lines, 8 signals, 0 not understood")
        .contains("  " + broken + ": it ends too early")
        .contains("BURST_PROBE");
    assertThat(err.toString()).contains("replay: 1 of 2 files could not be read to the end");
  }

  @Test
  void a_folder_behind_a_link_is_read() throws IOException {
    Path real = Files.createDirectories(folder.resolve("2026-10-10"));
    Files.write(real.resolve("access.log"), scan(8));
    Path link = Files.createSymbolicLink(folder.resolve("current"), real);
    assertThat(replay(link.toString())).isZero();
    assertThat(out.toString()).contains("8 lines, 8 signals, 0 not understood");
  }

  @Test
  void names_from_recordings_cannot_write_lines_or_move_the_cursor() throws IOException {
    Path log = folder.resolve("a\n2 lines\u001b[2J");
    assertThat(replay(Files.write(log, List.of("what")).toString())).isOne();
    assertThat(out.toString()).contains("a\\u000a2 lines\\u001b[2J:1: ");
    Files.write(log, new byte[] {0x1f, (byte) 0x8b});
    assertThat(replay(log.toString())).isOne();
    assertThat(out.toString()).contains("a\\u000a2 lines\\u001b[2J: it ends too early");
    assertThat(out + err.toString()).doesNotContain("\u001b");
  }

  @Test
  void names_of_subjects_cannot_move_the_cursor_either() throws IOException {
    Path log = Files.write(folder.resolve("log"), signals("2026-10-10T00:00:00Z"));
    assertThat(replay(log.toString())).isZero();
    assertThat(out.toString()).contains("a\\u001b[2Jb").doesNotContain("\u001b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+999999999-01-01T00:00:00Z",
        "-999999999-01-01T00:00:00Z",
        "1969-12-31T00:00:00Z"
      })
  void a_line_of_an_impossible_time_is_not_understood(String time) throws IOException {
    Path log = Files.write(folder.resolve("log"), signals(time));
    assertThat(replay(log.toString())).isOne();
    assertThat(out.toString()).contains("0 signals, 40 not understood");
  }

  @Test
  void what_goes_without_a_report_is_refused_with_one() throws IOException {
    String log = Files.write(folder.resolve("log"), scan(1)).toString();
    Path alerts = folder.resolve("alerts");
    List<String> report = List.of("replay", log, "--report", "count-to-block");
    assertThat(subcommand(report, "--what-if", "2")).isEqualTo(2);
    assertThat(subcommand(report, "--alerts", alerts.toString())).isEqualTo(2);
    assertThat(alerts).doesNotExist();
    assertThat(subcommand(report)).isZero();
    assertThat(subcommand(List.of("replay", log), "--what-if", "2")).isZero();
    assertThat(replay("--help")).isZero();
    String rule = "--alerts and --what-if go without it.";
    assertThat(err.toString().lines())
        .filteredOn(line -> line.equals("--report is in place of findings: " + rule))
        .hasSize(2);
    assertThat(out.toString().replaceAll("\\s+", " ")).contains(rule);
  }

  @Test
  void alerts_in_a_folder_that_is_not_there_are_refused_by_its_name() throws IOException {
    String log = Files.write(folder.resolve("log"), scan(1)).toString();
    Path missing = folder.resolve("missing");
    assertThat(replay(log, "--alerts=" + missing.resolve("alerts"))).isOne();
    assertThat(err.toString()).contains("alerts: there is no folder " + missing);
    Path link = Files.createSymbolicLink(folder.resolve("link"), missing.resolve("alerts"));
    assertThat(replay(log, "--alerts=" + link)).isOne();
    assertThat(err.toString()).contains(link + ": there is no folder where its link leads to");
  }

  private int subcommand(List<String> first, String... others) {
    return new CommandLine(CommandLine.Model.CommandSpec.create())
        .addSubcommand("replay", new ReplayCommand())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(Stream.concat(first.stream(), Stream.of(others)).toArray(String[]::new));
  }

  private static List<String> signals(String time) {
    return IntStream.range(0, 40)
        .mapToObj(
            i ->
                """
                {"schemaVersion":1,"signalId":"s-%d","observedAt":"%s","gate":"inspection",\
                "point":"INJECTION_SQL","source":{"principal":"a\\u001b[2Jb"}}\
                """
                    .formatted(i, time))
        .toList();
  }

  private int replay(String... arguments) {
    return new CommandLine(new ReplayCommand())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }

  private static List<String> scan(int paths) {
    return IntStream.range(0, paths)
        .mapToObj(
            i ->
                "203.0.113.7 - - [10/Oct/2026:13:55:%02d +0000] \"GET /%d/.env HTTP/1.1\" 404 5"
                    .formatted(30 + i % 10, i))
        .toList();
  }
}
