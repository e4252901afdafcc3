package dev.rampart.adapter.out.eventbridge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.adapter.event.EventFiles;
import dev.rampart.adapter.event.SuspiciousRequestV1;
import dev.rampart.domain.detection.finding.DetectorKind;
import dev.rampart.domain.detection.finding.EvidenceLine;
import dev.rampart.domain.detection.finding.Finding;
import dev.rampart.domain.detection.finding.FindingId;
import dev.rampart.domain.detection.finding.Measure;
import dev.rampart.domain.detection.finding.Severity;
import dev.rampart.domain.detection.finding.Threat;
import dev.rampart.domain.detection.signal.DetectionPoint;
import dev.rampart.domain.detection.signal.Signal;
import dev.rampart.domain.detection.signal.SignalId;
import dev.rampart.domain.detection.signal.Subject;
import dev.rampart.domain.detection.signal.SubjectKind;
import dev.rampart.domain.submission.Category;
import dev.rampart.domain.submission.Decision;
import dev.rampart.domain.submission.Owner;
import dev.rampart.domain.submission.Reviewer;
import dev.rampart.domain.submission.SubmissionEvent;
import dev.rampart.domain.submission.SubmissionId;
import dev.rampart.domain.submission.Version;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;

final class EventsGoldenTest {
  private static final Instant AT = Instant.parse("2026-11-22T10:15:30.123Z");

  private final BusStub bus = new BusStub(_ -> BusStub.OK);

  @Test
  void a_signal_goes_out_as_its_golden_file_says() {
    Signal signal =
        SuspiciousRequestV1.parse(EventFiles.goldenJson("suspicious-request"))
            .orElseThrow()
            .signal();
    for (String source : new String[] {"rampart.api", "rampart.edge"}) {
      new EventBridgeSignalPublisher(bus.client, "b", source).publish(List.of(signal));
      assertGolden("suspicious-request");
    }
  }

  @ParameterizedTest
  @EnumSource(Threat.Change.class)
  void a_threat_goes_out_as_its_golden_file_says(Threat.Change change) {
    new EventBridgeThreatPublisher(bus.client, "b")
        .publish(List.of(new Threat(change, finding(), 2, AT)));
    assertGolden("threat-" + change.name().toLowerCase(Locale.ROOT));
  }

  @ParameterizedTest
  @ValueSource(strings = {"received", "amended", "reviewed", "withdrawn"})
  void a_submission_event_goes_out_as_its_golden_file_says(String name) {
    assertThat(new EventBridgeSubmissionPublisher(bus.client, "b").publish(List.of(event(name))))
        .isEmpty();
    assertGolden("submission-" + name);
  }

  @Test
  void a_finding_inside_is_a_valid_one_of_ocsf_and_a_changed_one_is_not() {
    JsonNode schema = EventFiles.resource("/ocsf/detection-finding-1.5.0.schema.json");
    for (String change : new String[] {"detected", "updated", "resolved"}) {
      JsonNode ocsf = EventFiles.goldenJson("threat-" + change).path("ocsf");
      assertThat(EventFiles.faults(schema, ocsf)).isEmpty();
      assertThat(ocsf.path("type_uid").asInt())
          .isEqualTo(2004 * 100 + ocsf.path("activity_id").asInt());
    }
    for (String needed : new String[] {"time", "metadata", "finding_info", "class_uid"}) {
      ObjectNode ocsf = (ObjectNode) EventFiles.goldenJson("threat-detected").path("ocsf");
      assertThat(EventFiles.faults(schema, ocsf.deepCopy().without(needed))).isNotEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(SubjectKind.class)
  void a_finding_about_any_kind_of_subject_is_valid(SubjectKind scope) {
    Finding found = finding();
    Subject subject = new Subject(scope, scope == SubjectKind.IP ? "2001:db8:1:2::/64" : "someone");
    Finding other =
        new Finding(
            found.id(),
            found.detector(),
            Severity.CRITICAL,
            subject,
            found.firstSeen(),
            found.lastSeen(),
            found.signalCount(),
            found.measure(),
            found.evidence(),
            found.explanation());
    ObjectNode json = new ThreatV1(new Threat(Threat.Change.DETECTED, other, 1, AT)).json();
    assertThat(EventFiles.faults("threat-detected", json)).isEmpty();
    assertThat(
            EventFiles.faults(
                EventFiles.resource("/ocsf/detection-finding-1.5.0.schema.json"),
                json.path("ocsf")))
        .isEmpty();
  }

  private void assertGolden(String name) {
    PutEventsRequestEntry entry = bus.calls.getLast().getFirst();
    assertThat(EventFiles.laidOut(entry.detail())).isEqualTo(EventFiles.golden(name));
    assertThat(EventFiles.faults(name, EventFiles.parse(entry.detail()))).isEmpty();
    assertThat(entry.time()).isEqualTo(AT);
    JsonNode schema = EventFiles.schemaJson(name);
    assertThat(entry.detailType()).isEqualTo(schema.path("title").asText());
    assertThat(sources(schema)).contains(entry.source());
    assertThat(withoutNeeded(entry, schema)).isTrue();
  }

  /** The comment of a schema reads {@code source: a, b}. */
  private static List<String> sources(JsonNode schema) {
    return List.of(schema.path("$comment").asText().replaceFirst("source: ", "").split(", "));
  }

  /** Says whether the schema refuses the detail as soon as any required member is missing. */
  private static boolean withoutNeeded(PutEventsRequestEntry entry, JsonNode schema) {
    return StreamSupport.stream(schema.path("required").spliterator(), false)
        .noneMatch(
            needed -> {
              ObjectNode detail = (ObjectNode) EventFiles.parse(entry.detail());
              detail.remove(needed.asText());
              return EventFiles.faults(schema, detail).isEmpty();
            });
  }

  private static Finding finding() {
    return new Finding(
        new FindingId("0d9c2a6b-4e1f-8a37-b5c2-6f0e9d8c7b1a"),
        DetectorKind.BURST_PROBE,
        Severity.MEDIUM,
        new Subject(SubjectKind.IP, "203.0.113.7"),
        Instant.parse("2026-11-22T10:11:00Z"),
        Instant.parse("2026-11-22T10:15:28.900Z"),
        6,
        new Measure("points of different probes within minutes", 6, 5),
        List.of(
            new EvidenceLine(
                DetectionPoint.SCHEMA_VIOLATION,
                4,
                List.of(new SignalId("2b7f4c1d-90ae-8c55-a1d3-3e8f6b2c4d10"))),
            new EvidenceLine(
                DetectionPoint.INJECTION_SQL,
                2,
                List.of(new SignalId("7d3a0c1e-52f4-8b6d-9a10-4f0c2b7e91aa")))),
        "6 suspicious signals within 5 min from one address: 4 SCHEMA_VIOLATION + 2 INJECTION_SQL"
            + " (threshold 5)");
  }

  private static SubmissionEvent event(String name) {
    return switch (name) {
      case "received" -> new SubmissionEvent.Received(subject(1));
      case "amended" -> new SubmissionEvent.Amended(subject(2));
      case "reviewed" ->
          new SubmissionEvent.Reviewed(
              subject(3), Decision.ACCEPT, new Reviewer("0b7e6a52-91c3-4d0f-8a6e-2c5d4f1b7e90"));
      case "withdrawn" -> new SubmissionEvent.Withdrawn(subject(4));
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static SubmissionEvent.Snapshot subject(long version) {
    return new SubmissionEvent.Snapshot(
        new SubmissionId("8d1f7c52-6a3e-8c4b-a2f0-1b5d9e7c3a60"),
        new Owner("5f0c1d9e-2f4b-4b0e-9d55-0e6b7f0c9a11"),
        Category.SECURITY,
        new Version(version),
        AT);
  }
}
