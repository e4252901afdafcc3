package dev.rampart.adapter.out.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.domain.detection.rejection.RejectedRecord;
import dev.rampart.domain.detection.rejection.RejectionReason;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class EmfRejectionMetricsTest {
  @Test
  void rejected_records_are_measured_by_log_and_reason_and_by_nothing_of_a_record() {
    List<JsonNode> lines =
        lines(
            List.of(
                record("access", "1", RejectionReason.NOT_JSON),
                record("access", "2", RejectionReason.NOT_JSON),
                record("firewall", "3", RejectionReason.TOO_LARGE)));
    assertThat(lines)
        .map(
            line ->
                line.path("log").asText()
                    + " "
                    + line.path("reason").asText()
                    + " "
                    + line.path("RejectedRecords").asInt())
        .containsExactlyInAnyOrder("access not-json 2", "firewall too-large 1");
    assertThat(lines)
        .allSatisfy(
            line -> {
              JsonNode directive = line.at("/_aws/CloudWatchMetrics/0");
              assertThat(directive.path("Namespace").asText()).isEqualTo("Rampart");
              assertThat(directive.at("/Dimensions/0").valueStream().map(JsonNode::asText))
                  .containsExactlyInAnyOrder("Service", "log", "reason");
              assertThat(line.toString()).doesNotContain("zqvalue", "zqgroup");
            });
  }

  @Test
  void no_records_make_no_line() {
    assertThat(lines(List.of())).isEmpty();
  }

  private static RejectedRecord record(String log, String lineId, RejectionReason reason) {
    return new RejectedRecord(
        log,
        Optional.of("zqgroup"),
        Optional.of(lineId),
        Optional.empty(),
        reason,
        7,
        Map.of("/action", "zqvalue"));
  }

  private static List<JsonNode> lines(List<RejectedRecord> records) {
    return EmfLines.of(() -> new EmfRejectionMetrics("Rampart", "edgelog").rejected(records));
  }
}
