package dev.rampart.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

final class ReplayJsonTest {
  private static final ObjectReader ONE_DOCUMENT =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build()
          .readerFor(JsonNode.class);

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  @TempDir private Path folder;

  @Test
  void the_findings_are_those_of_the_alerts_when_they_opened() throws IOException {
    String log = write(scans(3)).toString();
    Path alerts = folder.resolve("alerts");
    JsonNode findings = replay(0, log, "--alerts", alerts.toString()).path("findings");
    assertThat(findings).hasSize(3);
    for (JsonNode finding : findings) {
      JsonNode alert =
          Files.readAllLines(alerts).stream()
              .map(ReplayJsonTest::parse)
              .filter(other -> other.path("findingId").equals(finding.path("findingId")))
              .findFirst()
              .orElseThrow();
      finding
          .properties()
          .forEach(member -> assertThat(alert.path(member.getKey())).isEqualTo(member.getValue()));
    }
    assertThat(findings.get(0).path("detector").asText()).isEqualTo("BURST_PROBE");
    assertThat(findings.get(0).path("severity").asText()).isEqualTo("medium");
    assertThat(findings.get(0).path("scope").asText()).isEqualTo("ip");
    assertThat(findings.get(0).path("subject").asText()).isEqualTo("203.0.113.0");
    assertThat(findings.get(0).path("firstSeen").asText()).startsWith("2026-10-10T13:");
    assertThat(findings.get(0).path("lastSeen").asText()).startsWith("2026-10-10T13:55:3");
    assertThat(findings.get(0).path("signalCount").asInt()).isPositive();
    assertThat(findings.get(0).path("explanation").asText()).contains("address 203.0.113.0");
  }

  @Test
  void the_sums_are_those_of_the_report_for_people() throws IOException {
    List<String> lines = scans(2);
    lines.add("what");
    JsonNode json = replay(0, write(lines).toString(), "--what-if", "0.5,100");
    assertThat(json.path("lines").asInt()).isEqualTo(lines.size());
    assertThat(json.path("signals").asInt()).isEqualTo(lines.size() - 1);
    assertThat(json.path("notUnderstood").asInt()).isOne();
    assertThat(json.path("faults")).hasSize(1);
    assertThat(json.at("/faults/0/file").asText()).isEqualTo(folder.resolve("log").toString());
    assertThat(json.at("/faults/0/line").asInt()).isEqualTo(lines.size());
    assertThat(json.at("/faults/0/reason").asText()).contains("neither JSON nor");
    assertThat(json.path("first").asText()).isEqualTo("2026-10-10T13:55:30.000Z");
    assertThat(json.path("last").asText()).isEqualTo("2026-10-10T13:55:37.000Z");
    assertThat(json.at("/timeline/periodHours").asInt()).isOne();
    assertThat(json.at("/timeline/periods").toString())
        .isEqualTo("[{\"start\":\"2026-10-10T13:00:00.000Z\",\"signals\":16,\"newFindings\":2}]");
    assertThat(json.path("whatIf").findValuesAsText("factor"))
        .containsExactly("1.0", "0.5", "100.0");
    assertThat(json.at("/whatIf/0/findings/BURST_PROBE").asInt()).isEqualTo(2);
    assertThat(json.at("/whatIf/2/findings/BURST_PROBE").asInt()).isZero();
  }

  @Test
  void a_file_that_breaks_off_is_a_fault_without_a_line() throws IOException {
    write(scans(1));
    Path broken = Files.write(folder.resolve("a.gz"), new byte[] {0x1f, (byte) 0x8b});
    JsonNode json = replay(1, folder.toString());
    assertThat(json.path("findings")).hasSize(1);
    assertThat(json.path("faults")).hasSize(1);
    assertThat(json.at("/faults/0/file").asText()).isEqualTo(broken.toString());
    assertThat(json.at("/faults/0/line").isMissingNode()).isTrue();
    assertThat(json.at("/faults/0/reason").asText()).startsWith("it ends too early");
    JsonNode counted = replay(1, folder.toString(), "--report", "count-to-block");
    assertThat(counted.path("faults")).isEqualTo(json.path("faults"));
  }

  @Test
  void without_a_signal_there_are_no_times_and_no_findings() throws IOException {
    JsonNode json = replay(1, write(List.of("")).toString());
    assertThat(json.path("lines").asInt()).isOne();
    assertThat(json.has("first") || json.has("last")).isFalse();
    assertThat(json.path("findings")).isEmpty();
    assertThat(json.at("/timeline/periods")).isEmpty();
  }

  @Test
  void text_of_strangers_is_written_in_ascii() throws IOException {
    Path log = folder.resolve("\u009b2J\u202e");
    replay(1, Files.writeString(log, "what\n").toString());
    assertThat(out.toString().chars()).allMatch(c -> c < 0x7f);
  }

  private JsonNode replay(int exitCode, String file, String... options) {
    out.getBuffer().setLength(0);
    CommandLine command =
        new CommandLine(new ReplayCommand())
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true));
    List<String> arguments = new ArrayList<>(List.of(options));
    arguments.addAll(List.of("--json", file));
    assertThat(command.execute(arguments.toArray(String[]::new)))
        .as(err.toString())
        .isEqualTo(exitCode);
    return parse(out.toString());
  }

  private static JsonNode parse(String text) {
    try {
      return ONE_DOCUMENT.readValue(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  private Path write(List<String> lines) throws IOException {
    return Files.write(folder.resolve("log"), lines);
  }

  /** Returns eight probes by each of some sources. */
  private static List<String> scans(int sources) {
    return new ArrayList<>(
        IntStream.range(0, 8 * sources)
            .mapToObj(
                i ->
                    "203.0.113.%d - - [10/Oct/2026:13:55:%d +0000] \"GET /%d/.env HTTP/1.1\" 404 5"
                        .formatted(i % sources, 30 + i / sources, i))
            .toList());
  }
}
