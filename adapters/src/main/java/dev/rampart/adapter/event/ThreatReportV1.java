package dev.rampart.adapter.event;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.domain.common.Rfc3339;
import dev.rampart.domain.detection.finding.DetectorKind;
import dev.rampart.domain.detection.finding.EvidenceLine;
import dev.rampart.domain.detection.finding.Finding;
import dev.rampart.domain.detection.finding.FindingId;
import dev.rampart.domain.detection.finding.FindingVerdict;
import dev.rampart.domain.detection.finding.Measure;
import dev.rampart.domain.detection.finding.Severity;
import dev.rampart.domain.detection.finding.Threat;
import dev.rampart.domain.detection.signal.DetectionPoint;
import dev.rampart.domain.detection.signal.Subject;
import dev.rampart.domain.detection.signal.SubjectKind;
import dev.rampart.domain.port.in.RespondToThreats.ThreatReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * {@code ThreatDetected}, {@code ThreatUpdated} and {@code ThreatResolved} version 1 as they are
 * read: what a response depends on. Who they are from is for the reader of the envelope to check.
 */
public final class ThreatReportV1 {
  private static final int SCHEMA_VERSION = 1;
  private static final int WORD_LENGTH_MAX = 128;
  private static final int EXPLANATION_LENGTH_MAX = 4_096;

  private static final Map<String, Threat.Change> CHANGES =
      Map.of(
          "ThreatDetected", Threat.Change.DETECTED,
          "ThreatUpdated", Threat.Change.UPDATED,
          "ThreatResolved", Threat.Change.RESOLVED);

  private static final Map<String, DetectorKind> DETECTORS =
      byName(DetectorKind.values(), DetectorKind::name);
  private static final Map<String, Severity> SEVERITIES =
      byName(Severity.values(), Severity::wireName);
  private static final Map<String, SubjectKind> SCOPES =
      byName(SubjectKind.values(), SubjectKind::wireName);

  private ThreatReportV1() {}

  private static <T> Map<String, T> byName(T[] values, Function<T, String> name) {
    return Arrays.stream(values).collect(Collectors.toUnmodifiableMap(name, Function.identity()));
  }

  /** Returns whether an event of that detail type is a threat. */
  public static boolean isThreat(String detailType) {
    return CHANGES.containsKey(detailType);
  }

  /**
   * Returns the threat in a detail from outside; empty if it is of another version, if a member
   * that is needed is missing or of a wrong form, or if its detector is not known.
   */
  public static Optional<ThreatReport> parse(String detailType, JsonNode detail) {
    if (detail.path("schemaVersion").asInt() != SCHEMA_VERSION) {
      return Optional.empty();
    }
    Optional<Threat.Change> change = Optional.ofNullable(CHANGES.get(detailType));
    return change.flatMap(
        known ->
            finding(detail).map(finding -> new ThreatReport(known, finding, isRefuted(detail))));
  }

  private static boolean isRefuted(JsonNode detail) {
    return detail
        .path("resolution")
        .path("verdict")
        .asText()
        .equals(FindingVerdict.FALSE_POSITIVE.wireName());
  }

  private static Optional<Finding> finding(JsonNode detail) {
    JsonMembers root = new JsonMembers(detail);
    Optional<String> id = root.text("findingId", FindingId.LENGTH_MAX);
    Optional<DetectorKind> detector = root.text("detector", WORD_LENGTH_MAX).map(DETECTORS::get);
    Optional<Severity> severity = root.text("severity", WORD_LENGTH_MAX).map(SEVERITIES::get);
    Optional<SubjectKind> scope = root.text("scope", WORD_LENGTH_MAX).map(SCOPES::get);
    Optional<String> subject = root.text("subject", Subject.LENGTH_MAX);
    Optional<Instant> firstSeen = root.text("firstSeen", WORD_LENGTH_MAX).flatMap(Rfc3339::parse);
    Optional<Instant> lastSeen = root.text("lastSeen", WORD_LENGTH_MAX).flatMap(Rfc3339::parse);
    OptionalLong signals = root.integer("signalCount", 1, Long.MAX_VALUE);
    Optional<Measure> measure = measure(root);
    Optional<String> explanation = root.text("explanation", EXPLANATION_LENGTH_MAX);
    List<EvidenceLine> evidence = evidence(detail.path("evidence"));
    if (id.isEmpty()
        || detector.isEmpty()
        || severity.isEmpty()
        || scope.isEmpty()
        || subject.isEmpty()
        || firstSeen.isEmpty()
        || lastSeen.isEmpty()
        || signals.isEmpty()
        || measure.isEmpty()
        || explanation.isEmpty()
        || evidence.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Finding(
            new FindingId(id.get()),
            detector.get(),
            severity.get(),
            new Subject(scope.get(), subject.get()),
            firstSeen.get(),
            lastSeen.get(),
            signals.getAsLong(),
            measure.get(),
            evidence,
            explanation.get()));
  }

  private static Optional<Measure> measure(JsonMembers root) {
    JsonMembers members = root.child("measure");
    Optional<String> name = members.text("name", WORD_LENGTH_MAX);
    OptionalDouble value = members.number("value", 0, Double.MAX_VALUE);
    OptionalDouble threshold = members.number("threshold", Double.MIN_NORMAL, Double.MAX_VALUE);
    if (name.isEmpty() || value.isEmpty() || threshold.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new Measure(name.get(), value.getAsDouble(), threshold.getAsDouble()))
        .filter(Measure::holds);
  }

  /** Points that are not known are newer than this reader; they count for nothing. */
  private static List<EvidenceLine> evidence(JsonNode lines) {
    List<EvidenceLine> evidence = new ArrayList<>();
    for (JsonNode line : lines) {
      JsonMembers members = new JsonMembers(line);
      Optional<DetectionPoint> point =
          members.text("point", WORD_LENGTH_MAX).flatMap(DetectionPoint::named);
      OptionalLong count = members.integer("count", 1, Long.MAX_VALUE);
      if (point.isPresent() && count.isPresent()) {
        evidence.add(new EvidenceLine(point.get(), count.getAsLong(), List.of()));
      }
    }
    return evidence;
  }
}
