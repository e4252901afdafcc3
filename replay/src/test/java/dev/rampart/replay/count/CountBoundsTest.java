package dev.rampart.replay.count;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rampart.replay.input.MergedLines;
import dev.rampart.replay.input.RecordedEntry;
import dev.rampart.replay.input.RecordedFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CountBoundsTest {
  private static final int CLIENTS = 4_000;
  @TempDir private Path folder;

  @Test
  void more_clients_than_there_is_room_for_are_estimated_and_requests_are_exact()
      throws IOException {
    Stream<String> signIns =
        IntStream.range(0, CLIENTS / 2).mapToObj(i -> FirewallRecords.signIn(address(i)));
    Stream<String> counts = IntStream.range(0, CLIENTS).mapToObj(i -> count(address(i), "/a"));
    JsonNode report = report(new CountToBlock(500, 10, 1_000), Stream.concat(signIns, counts));
    assertThat(report.path("clientsPerSample").asInt()).isBetween(4, 8);
    assertThat(report.at("/warnings/0").asText()).contains("estimated from 1 in ");
    JsonNode rule = report.at("/rules/0");
    assertThat(rule.path("requests").asInt()).isEqualTo(CLIENTS);
    assertThat(rule.path("clients").asInt()).isCloseTo(CLIENTS, Percentage.withPercentage(20));
    assertThat(rule.path("knownGood").asInt())
        .isCloseTo(CLIENTS / 2, Percentage.withPercentage(20));
  }

  @Test
  void clients_of_many_paths_have_one_bound() throws IOException {
    JsonNode report =
        report(
            new CountToBlock(CLIENTS, 10, 1_000),
            IntStream.range(0, CLIENTS).mapToObj(i -> count(address(i), i % 2 == 0 ? "/a" : "/b")));
    assertThat(report.path("clientsPerSample").asInt()).isGreaterThan(1);
    assertThat(report.at("/rules/0/clients").asInt())
        .isCloseTo(CLIENTS, Percentage.withPercentage(20));
  }

  @Test
  void more_paths_than_there_is_room_for_are_put_together_and_none_of_them_is_spared()
      throws IOException {
    JsonNode report =
        report(
            new CountToBlock(CLIENTS, 3, CLIENTS),
            Stream.of(
                FirewallRecords.signIn(address(1)),
                count(address(2), "/a"),
                count(address(2), "/b"),
                count(address(2), "/c"),
                count(address(1), "/d"),
                count(address(2), "/e")));
    assertThat(report.at("/rules/0/paths")).hasSize(4);
    assertThat(report.at("/rules/0/paths/0/path").asText()).isEqualTo("(other paths)");
    assertThat(report.at("/rules/0/paths/0/requests").asInt()).isEqualTo(2);
    assertThat(report.at("/warnings/0").asText()).contains("families of paths");
    assertThat(report.at("/rules/0/suggestion").asText()).isEqualTo("keep-counting");
  }

  private JsonNode report(CountToBlock count, Stream<String> lines) throws IOException {
    Path file = Files.write(folder.resolve("log"), lines.toList());
    try (MergedLines all = MergedLines.of(RecordedFiles.named(List.of(file.toString())))) {
      for (Optional<RecordedEntry> next = all.next(); next.isPresent(); next = all.next()) {
        count.take(next.get());
      }
    }
    return new ObjectMapper().readTree(count.json().toString());
  }

  private static String address(int number) {
    return "198.18." + number / 256 + "." + number % 256;
  }

  private static String count(String address, String path) {
    return FirewallRecords.allowed(
        address, path, FirewallRecords.overridden("AWS#Rules", "Rule"), "[]", "[]");
  }
}
