package dev.rampart.adapter.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.domain.common.IpAddress;
import dev.rampart.domain.common.Rfc3339;
import dev.rampart.domain.detection.signal.DetectionPoint;
import dev.rampart.domain.detection.signal.Excerpt;
import dev.rampart.domain.detection.signal.Gate;
import dev.rampart.domain.detection.signal.RequestFacts;
import dev.rampart.domain.detection.signal.Signal;
import dev.rampart.domain.detection.signal.SignalEvidence;
import dev.rampart.domain.detection.signal.SignalId;
import dev.rampart.domain.detection.signal.Source;
import dev.rampart.domain.detection.signal.TlsFingerprint;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * {@code SuspiciousRequest} version 1: a signal as it crosses the bus, and as a log line holds it.
 */
public record SuspiciousRequestV1(Signal signal) {
  public static final String DETAIL_TYPE = "SuspiciousRequest";
  public static final int SCHEMA_VERSION = 1;

  /** Longer than any time, name of a gate or name of a detection point, in characters. */
  private static final int WORD_LENGTH_MAX = 128;

  private static final String JA3 = "ja3";
  private static final String JA4 = "ja4";
  private static final String ASN = "asn";

  private static final Map<String, Gate> GATES =
      Arrays.stream(Gate.values())
          .filter(gate -> gate != Gate.DEPENDENCY)
          .collect(Collectors.toUnmodifiableMap(Gate::wireName, Function.identity()));

  /** Writes the detail; members without a value are left out. */
  public ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("schemaVersion", SCHEMA_VERSION)
        .put("signalId", signal.id().text())
        .put("observedAt", Rfc3339.format(signal.observedAt()))
        .put("gate", signal.gate().wireName())
        .put("point", signal.point().name());
    write(signal.source(), json.putObject("source"));
    ObjectNode request = json.putObject("request");
    signal.request().requestId().ifPresent(known -> request.put("requestId", known));
    signal.request().method().ifPresent(known -> request.put("method", known));
    signal.request().route().ifPresent(known -> request.put("route", known));
    signal.request().status().ifPresent(known -> request.put("status", known));
    signal.request().resourceId().ifPresent(known -> request.put("resourceId", known));
    ObjectNode evidence = json.putObject("evidence");
    signal.evidence().field().ifPresent(known -> evidence.put("field", known));
    signal.evidence().attackClass().ifPresent(known -> evidence.put("class", known));
    signal.evidence().score().ifPresent(known -> evidence.put("score", known));
    signal
        .evidence()
        .excerpt()
        .filter(known -> !known.text().isEmpty())
        .ifPresent(known -> evidence.put("excerpt", known.text()));
    signal.evidence().rule().ifPresent(known -> evidence.put("rule", known));
    return json;
  }

  private static void write(Source source, ObjectNode json) {
    source.address().ifPresent(known -> json.put("ip", known.text()));
    source.principal().ifPresent(known -> json.put("principal", known));
    source.client().ifPresent(known -> json.put("client", known));
    source.apiKeyId().ifPresent(known -> json.put("apiKeyId", known));
    source.userAgentHash().ifPresent(known -> json.put("userAgentHash", known));
    source.fingerprint().ifPresent(known -> json.put(name(known), known.text()));
    source.asn().ifPresent(known -> json.put(ASN, known));
  }

  private static String name(TlsFingerprint fingerprint) {
    return switch (fingerprint) {
      case TlsFingerprint.Ja3 _ -> JA3;
      case TlsFingerprint.Ja4 _ -> JA4;
    };
  }

  /**
   * Returns the event in a detail from outside; empty if it is of another version, if a required
   * member is missing, or if a member has the wrong type, length or value. Unknown members are
   * ignored.
   */
  public static Optional<SuspiciousRequestV1> parse(JsonNode json) {
    if (json.path("schemaVersion").asInt() != SCHEMA_VERSION) {
      return Optional.empty();
    }
    JsonMembers root = new JsonMembers(json);
    Optional<SignalId> id = root.text("signalId", SignalId.LENGTH_MAX).flatMap(SignalId::parse);
    Optional<Instant> at = root.text("observedAt", WORD_LENGTH_MAX).flatMap(Rfc3339::parse);
    Optional<Gate> gate = root.text("gate", WORD_LENGTH_MAX).map(GATES::get);
    Optional<DetectionPoint> point =
        root.text("point", WORD_LENGTH_MAX).flatMap(DetectionPoint::named);
    Optional<Source> source = source(root.child("source"));
    Optional<RequestFacts> request = request(root.child("request"));
    Optional<SignalEvidence> evidence = evidence(root.child("evidence"));
    if (id.isEmpty()
        || at.isEmpty()
        || gate.isEmpty()
        || point.isEmpty()
        || source.isEmpty()
        || request.isEmpty()
        || evidence.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new SuspiciousRequestV1(
            new Signal(
                id.get(),
                at.get(),
                gate.get(),
                point.get(),
                source.get(),
                request.get(),
                evidence.get())));
  }

  private static Optional<Source> source(JsonMembers members) {
    Optional<String> ip = members.text("ip", IpAddress.LENGTH_MAX);
    Source source =
        new Source(
            members.valid(ip.flatMap(IpAddress::parse), ip),
            members.text("principal", Source.LENGTH_MAX),
            members.text("client", Source.LENGTH_MAX),
            members.text("apiKeyId", Source.LENGTH_MAX),
            members.text("userAgentHash", Source.LENGTH_MAX),
            fingerprint(members),
            members.integer(ASN, 1, Source.ASN_MAX));
    return members.wrong() ? Optional.empty() : Optional.of(source);
  }

  private static Optional<TlsFingerprint> fingerprint(JsonMembers members) {
    Optional<String> ja4 = members.text(JA4, TlsFingerprint.LENGTH_MAX);
    Optional<String> ja3 = members.text(JA3, TlsFingerprint.LENGTH_MAX);
    Optional<TlsFingerprint> readJa4 = members.valid(ja4.flatMap(TlsFingerprint::ja4), ja4);
    Optional<TlsFingerprint> readJa3 = members.valid(ja3.flatMap(TlsFingerprint::ja3), ja3);
    return readJa4.or(() -> readJa3);
  }

  private static Optional<RequestFacts> request(JsonMembers members) {
    OptionalLong status =
        members.integer("status", RequestFacts.STATUS_MIN, RequestFacts.STATUS_MAX);
    RequestFacts request =
        new RequestFacts(
            members.text("requestId", RequestFacts.LENGTH_MAX),
            members.text("method", RequestFacts.LENGTH_MAX),
            members.text("route", RequestFacts.LENGTH_MAX),
            status.isPresent() ? OptionalInt.of((int) status.getAsLong()) : OptionalInt.empty(),
            members.text("resourceId", RequestFacts.LENGTH_MAX));
    return members.wrong() ? Optional.empty() : Optional.of(request);
  }

  private static Optional<SignalEvidence> evidence(JsonMembers members) {
    Optional<String> excerpt = members.text("excerpt", Excerpt.LENGTH_MAX);
    SignalEvidence evidence =
        new SignalEvidence(
            members.text("field", SignalEvidence.LENGTH_MAX),
            members.text("class", SignalEvidence.LENGTH_MAX),
            members.number("score", 0, 1),
            members.valid(excerpt.flatMap(Excerpt::parse), excerpt),
            members.text("rule", SignalEvidence.LENGTH_MAX));
    return members.wrong() ? Optional.empty() : Optional.of(evidence);
  }
}
