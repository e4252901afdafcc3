package dev.rampart.adapter.out.eventbridge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.adapter.event.EventFiles;
import dev.rampart.adapter.event.SuspiciousRequestV1;
import dev.rampart.adapter.event.ThreatSamples;
import dev.rampart.adapter.out.eventbridge.ocsf.OcsfValidator;
import dev.rampart.domain.detection.block.Block;
import dev.rampart.domain.detection.block.BlockEnd;
import dev.rampart.domain.detection.block.BlockEvent;
import dev.rampart.domain.detection.finding.DetectorKind;
import dev.rampart.domain.detection.finding.Severity;
import dev.rampart.domain.detection.finding.Threat;
import dev.rampart.domain.detection.signal.Signal;
import dev.rampart.domain.detection.signal.SubjectKind;
import dev.rampart.domain.port.out.BlockExamples;
import dev.rampart.domain.submission.Category;
import dev.rampart.domain.submission.Decision;
import dev.rampart.domain.submission.Owner;
import dev.rampart.domain.submission.Reviewer;
import dev.rampart.domain.submission.SubmissionEvent;
import dev.rampart.domain.submission.SubmissionId;
import dev.rampart.domain.submission.Version;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;

final class EventsGoldenTest {
  private static final Instant AT = ThreatSamples.AT;

  private final BusStub bus = new BusStub(_ -> BusStub.OK);
  private final OcsfValidator ocsf = new OcsfValidator();

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
  @MethodSource("threats")
  void a_threat_goes_out_as_its_golden_file_says(String file, Threat threat) {
    new EventBridgeThreatPublisher(bus.client, "b").publish(List.of(threat));
    assertGolden(file.substring(0, file.indexOf('.')), EventFiles.text(file));
    assertThat(ocsf.faults(EventFiles.parse(EventFiles.text(file)).path("ocsf"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"received", "amended", "reviewed", "withdrawn"})
  void a_submission_event_goes_out_as_its_golden_file_says(String name) {
    assertThat(new EventBridgeSubmissionPublisher(bus.client, "b").publish(List.of(event(name))))
        .isEmpty();
    assertGolden("submission-" + name);
  }

  @ParameterizedTest
  @MethodSource("blockEvents")
  void a_block_event_goes_out_as_its_golden_file_says(String file, BlockEvent event) {
    new EventBridgeBlockPublisher(bus.client, "b").publish(List.of(event));
    assertGolden(file.substring(0, file.indexOf('.')), EventFiles.text(file));
  }

  @Test
  void an_order_goes_out_as_its_golden_file_says() {
    new EventBridgeBlockOrderPublisher(bus.client, "b")
        .ordered(BlockExamples.SOURCE, BlockEventSamples.PERSON, AT);
    assertGolden("block-ordered", EventFiles.text("block-ordered.v1.by-person"));
  }

  @Test
  void the_first_golden_file_of_an_order_is_still_one_of_its_schema() {
    assertThat(EventFiles.faults("block-ordered", EventFiles.goldenJson("block-ordered")))
        .isEmpty();
  }

  static Stream<Arguments> blockEvents() {
    Block automatic = BlockEventSamples.automatic();
    Block ordered = BlockEventSamples.ordered();
    return Stream.of(
        Arguments.of("source-blocked.v1", BlockEvent.blocked(automatic, AT)),
        Arguments.of("source-blocked.v1.by-person", BlockEvent.blocked(ordered, AT)),
        Arguments.of("source-unblocked.v1", BlockEvent.unblocked(automatic, BlockEnd.EXPIRED, AT)),
        Arguments.of(
            "source-unblocked.v1.undone",
            BlockEvent.unblocked(ordered.ended(AT, BlockEnd.UNDONE, 3), BlockEnd.UNDONE, AT)),
        Arguments.of(
            "source-unblocked.v1.undone-by-person",
            BlockEvent.unblocked(
                automatic.undone(AT.minusSeconds(1), BlockEventSamples.PERSON, 3),
                BlockEnd.UNDONE,
                AT)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"threat-detected", "threat-updated", "threat-resolved"})
  void the_first_golden_file_of_a_threat_is_still_one_of_its_schema(String name) {
    JsonNode detail = EventFiles.goldenJson(name);

    assertThat(EventFiles.faults(name, detail)).isEmpty();
    assertThat(detail.at("/ocsf/metadata/version").asText()).isEqualTo("1.5.0");
  }

  @ParameterizedTest
  @EnumSource(SubjectKind.class)
  void a_finding_about_any_kind_of_subject_is_valid(SubjectKind scope) {
    Threat threat =
        ThreatSamples.of(
            Threat.Change.DETECTED, DetectorKind.BURST_PROBE, Severity.CRITICAL, scope);

    assertThat(EventFiles.faults("threat-detected", new ThreatV1(threat).json())).isEmpty();
  }

  @Test
  void a_scope_that_there_is_not_and_a_measure_without_its_threshold_are_refused() {
    ObjectNode detail =
        (ObjectNode) EventFiles.parse(EventFiles.text("threat-detected.v1.burst-probe"));

    assertThat(EventFiles.faults("threat-detected", detail.deepCopy().put("scope", "planet")))
        .isNotEmpty();
    detail.withObject("/measure").remove("threshold");
    assertThat(EventFiles.faults("threat-detected", detail)).isNotEmpty();
  }

  static Stream<Arguments> threats() {
    return ThreatSamples.golden().entrySet().stream()
        .map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
  }

  private void assertGolden(String name) {
    assertGolden(name, EventFiles.golden(name));
  }

  private void assertGolden(String name, String golden) {
    PutEventsRequestEntry entry = bus.calls.getLast().getFirst();
    assertThat(EventFiles.laidOut(entry.detail())).isEqualTo(golden);
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
