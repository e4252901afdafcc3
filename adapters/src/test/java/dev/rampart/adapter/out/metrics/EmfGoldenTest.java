package dev.rampart.adapter.out.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.adapter.event.ThreatSamples;
import dev.rampart.domain.common.IpAddress;
import dev.rampart.domain.detection.finding.DetectorKind;
import dev.rampart.domain.detection.finding.Severity;
import dev.rampart.domain.detection.finding.Threat;
import dev.rampart.domain.detection.finding.Threat.Change;
import dev.rampart.domain.detection.signal.DetectionPoint;
import dev.rampart.domain.detection.signal.Signal;
import dev.rampart.domain.detection.signal.SignalExamples;
import dev.rampart.domain.detection.signal.Source;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.IntStream;
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
            "SuspiciousSources=1.0 [Service=detection]",
            "SuspiciousRequests=2.0 [Service=detection, kind=validation]",
            "SuspiciousRequests=1.0 [Service=detection, kind=waf_block]");
  }

  @Test
  void a_new_threat_is_measured_whole_and_by_detector_and_severity() {
    assertThat(lines(metrics -> metrics.threat(threat(Change.DETECTED, OptionalInt.empty()))))
        .map(EmfGoldenTest::measured)
        .containsExactlyInAnyOrder(
            "ThreatsDetected=1.0 [Service=detection]",
            "ThreatsDetected=1.0 [Service=detection, detector=BURST_PROBE, severity=high]");
    assertThat(lines(metrics -> metrics.threat(threat(Change.UPDATED, OptionalInt.empty()))))
        .isEmpty();
  }

  @Test
  void what_people_are_to_hear_of_is_measured_whether_it_is_new_or_worse() {
    assertThat(lines(metrics -> metrics.threat(threat(Change.DETECTED, OptionalInt.of(3)))))
        .map(EmfGoldenTest::measured)
        .contains("ThreatNotifications=1.0 [Service=detection]");
    assertThat(lines(metrics -> metrics.threat(threat(Change.UPDATED, OptionalInt.of(0)))))
        .map(EmfGoldenTest::measured)
        .containsExactly("ThreatNotifications=1.0 [Service=detection]");
  }

  @Test
  void every_minute_has_zeros_of_what_the_alarms_look_at() {
    assertThat(lines(EmfThreatMetrics::zeros))
        .map(EmfGoldenTest::measured)
        .containsExactly(
            "SuspiciousRequests=0.0 [Service=detection]",
            "SuspiciousSources=0.0 [Service=detection]",
            "ThreatsDetected=0.0 [Service=detection]",
            "ThreatNotifications=0.0 [Service=detection]");
  }

  @Test
  void sources_are_counted_for_five_minutes_each_once() {
    RecentSources sources = new RecentSources();
    assertThat(sources.add(List.of(from(1, 0), from(2, 1), from(1, 2)))).isEqualTo(2);
    assertThat(sources.add(List.of(from(3, 301)))).isEqualTo(3);
    assertThat(sources.add(List.of(from(3, 302)))).isEqualTo(2);
    assertThat(sources.add(IntStream.range(0, 3_000).mapToObj(i -> from(i, 303)).toList()))
        .isEqualTo(RecentSources.SOURCES_MAX);
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
            "SuspiciousSources=1.0 [Service=detection]",
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
    assertThat(line.at("/_aws/CloudWatchMetrics/0/Namespace").asText()).isEqualTo("Rampart");
    String name = EmfLines.name(line);
    return name + "=" + line.path(name).asText() + " " + EmfLines.dimensions(line);
  }

  private static List<JsonNode> lines(Consumer<EmfThreatMetrics> use) {
    return EmfLines.of(() -> use.accept(new EmfThreatMetrics("Rampart", "detection")));
  }

  private static Signal from(int source, int second) {
    Signal signal = SignalExamples.at(second, "s");
    return new Signal(
        signal.id(),
        signal.observedAt(),
        signal.gate(),
        signal.point(),
        Source.unknown()
            .withAddress(new IpAddress("198.51.%d.%d".formatted(source / 200, source % 200))),
        signal.request(),
        signal.evidence());
  }

  private static Threat threat(Change change, OptionalInt notificationsLeft) {
    return new Threat(
        change,
        ThreatSamples.finding(DetectorKind.BURST_PROBE, Severity.HIGH, SignalExamples.ADDRESS),
        1,
        ThreatSamples.AT,
        Optional.empty(),
        notificationsLeft);
  }
}
