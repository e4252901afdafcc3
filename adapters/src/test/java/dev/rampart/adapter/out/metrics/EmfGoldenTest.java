package dev.rampart.adapter.out.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.adapter.event.ThreatSamples;
import dev.rampart.domain.detection.finding.DetectorKind;
import dev.rampart.domain.detection.finding.Finding;
import dev.rampart.domain.detection.finding.Severity;
import dev.rampart.domain.detection.signal.DetectionPoint;
import dev.rampart.domain.detection.signal.SignalExamples;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

final class EmfGoldenTest {
  @Test
  void signals_are_measured_whole_and_by_kind() {
    List<JsonNode> lines =
        lines(
            metrics ->
                metrics.signals(
                    List.of(
                        SignalExamples.at(0, "a"),
                        SignalExamples.at(1, "b"),
                        SignalExamples.at(2, "c", DetectionPoint.WAF_RULE))));
    assertThat(lines)
        .map(EmfGoldenTest::measured)
        .containsExactlyInAnyOrder(
            "SuspiciousRequests=3.0 [Service=detection]",
            "SuspiciousRequests=2.0 [Service=detection, kind=validation]",
            "SuspiciousRequests=1.0 [Service=detection, kind=waf_block]");
  }

  @Test
  void a_threat_is_measured_whole_and_by_detector_and_severity() {
    assertThat(lines(metrics -> metrics.finding(finding())))
        .map(EmfGoldenTest::measured)
        .containsExactlyInAnyOrder(
            "ThreatsDetected=1.0 [Service=detection]",
            "ThreatsDetected=1.0 [Service=detection, detector=BURST_PROBE, severity=high]");
  }

  @Test
  void what_went_well_is_no_suspicious_request() {
    assertThat(
            lines(
                metrics ->
                    metrics.signals(
                        List.of(
                            SignalExamples.at(0, "a", DetectionPoint.AUTH_OK),
                            SignalExamples.at(1, "b", DetectionPoint.AUTH_FAIL)))))
        .map(EmfGoldenTest::measured)
        .containsExactlyInAnyOrder(
            "SuspiciousRequests=1.0 [Service=detection]",
            "SuspiciousRequests=1.0 [Service=detection, kind=auth_fail]");
    assertThat(
            lines(
                metrics ->
                    metrics.signals(List.of(SignalExamples.at(0, "a", DetectionPoint.AUTH_OK)))))
        .isEmpty();
  }

  @Test
  void no_signals_make_no_line() {
    assertThat(lines(metrics -> metrics.signals(List.of()))).isEmpty();
  }

  private static String measured(JsonNode line) {
    JsonNode directive = line.path("_aws").path("CloudWatchMetrics").path(0);
    assertThat(directive.path("Namespace").asText()).isEqualTo("Rampart");
    assertThat(directive.path("Dimensions")).hasSize(1);
    String name = directive.path("Metrics").path(0).path("Name").asText();
    List<String> dimensions =
        directive
            .path("Dimensions")
            .path(0)
            .valueStream()
            .map(key -> key.asText() + "=" + line.path(key.asText()).asText())
            .sorted()
            .toList();
    return name + "=" + line.path(name).asText() + " " + dimensions;
  }

  private static List<JsonNode> lines(Consumer<EmfThreatMetrics> use) {
    return EmfLines.of(() -> use.accept(new EmfThreatMetrics("Rampart", "detection")));
  }

  private static Finding finding() {
    return ThreatSamples.finding(DetectorKind.BURST_PROBE, Severity.HIGH, SignalExamples.ADDRESS);
  }
}
