package dev.rampart.adapter.in.logs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.domain.common.Sha256;
import dev.rampart.domain.detection.rejection.RejectionReason;
import dev.rampart.domain.detection.signal.DetectionPoint;
import dev.rampart.domain.detection.signal.Excerpt;
import dev.rampart.domain.detection.signal.Gate;
import dev.rampart.domain.detection.signal.RequestFacts;
import dev.rampart.domain.detection.signal.Signal;
import dev.rampart.domain.detection.signal.SignalEvidence;
import dev.rampart.domain.detection.signal.SignalId;
import dev.rampart.domain.detection.signal.Source;
import dev.rampart.domain.detection.signal.TlsFingerprint;
import dev.rampart.domain.detection.trail.GateEntry;
import dev.rampart.domain.detection.trail.GateLog;
import dev.rampart.domain.detection.trail.GateReason;
import dev.rampart.domain.detection.trail.RequestOutcome;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A record of AWS WAF. Absent members and nulls are common. What the client wrote (path, matched
 * data, headers) is hashed or masked, never passed on.
 */
record FirewallRecord(JsonNode json) {
  /** Our own block lists. A block that counted as evidence would prolong itself forever. */
  private static final Set<String> OWN_BLOCKS = Set.of("BlockedAddresses");

  private static final int FORMAT_VERSION = 1;

  /** Stands for the rule where none decided. */
  private static final String NO_RULE = "Default_Action";

  private static final String BODY_LIMIT = "BodyTooLarge";

  LogLineOutcome read(String lineId) {
    Optional<Instant> at = LogFields.time(json, "timestamp");
    if (LogFields.isOtherVersion(json, "formatVersion", FORMAT_VERSION)) {
      return new LogLineOutcome.Rejected(RejectionReason.UNKNOWN_VERSION);
    }
    if (at.isEmpty()) {
      return new LogLineOutcome.Rejected(RejectionReason.NO_TIME);
    }
    if (lineId.isEmpty()) {
      return new LogLineOutcome.Rejected(RejectionReason.NO_ID);
    }
    if (!json.path("httpRequest").isObject()) {
      return new LogLineOutcome.Rejected(RejectionReason.INCOMPLETE);
    }
    return LogLineOutcome.of(
        point()
            .map(
                point ->
                    new Signal(
                        SignalId.derive("waf", lineId),
                        at.get(),
                        Gate.WAF,
                        point,
                        source(),
                        request(),
                        evidence())));
  }

  /**
   * Returns what the record says of its request; empty if no rule had anything against it. A block
   * of our own list is told here, although it is no evidence.
   */
  Optional<GateEntry> entry(String lineId) {
    return GateEntryReader.signal(read(lineId))
        .map(
            signal ->
                entry(
                    signal.observedAt(),
                    signal.point() == DetectionPoint.WAF_COUNT_MATCH
                        ? RequestOutcome.REPORTED
                        : RequestOutcome.REFUSED,
                    GateEntryReader.reason(signal)))
        .or(
            () ->
                LogFields.time(json, "timestamp")
                    .filter(_ -> LogFields.word(json, "action").equals("BLOCK"))
                    .map(at -> entry(at, RequestOutcome.REFUSED, ownBlock())));
  }

  private GateEntry entry(Instant at, RequestOutcome outcome, GateReason reason) {
    return new GateEntry(
        GateLog.FIREWALL,
        LogFields.text(json.path("httpRequest"), "requestId", MemberForm.ID),
        at,
        source(),
        request(),
        outcome,
        reason);
  }

  private GateReason ownBlock() {
    return new GateReason(
        Optional.of(Gate.WAF), Optional.empty(), Optional.empty(), rule(), Optional.empty());
  }

  private Optional<DetectionPoint> point() {
    return switch (LogFields.word(json, "action")) {
      case "BLOCK" -> blocked();
      case "CAPTCHA", "CHALLENGE" -> Optional.of(DetectionPoint.WAF_CHALLENGE_FAILED);
      default -> counted().findFirst().map(_ -> DetectionPoint.WAF_COUNT_MATCH);
    };
  }

  private Optional<DetectionPoint> blocked() {
    String rule = decided().orElse("");
    if (OWN_BLOCKS.contains(rule)) {
      return Optional.empty();
    }
    if (LogFields.word(json, "terminatingRuleType").equals("RATE_BASED") || rateInGroup()) {
      return Optional.of(DetectionPoint.WAF_RATE);
    }
    if (rule.equals(BODY_LIMIT)) {
      return Optional.of(DetectionPoint.BODY_TOO_LARGE);
    }
    return Optional.of(isCrossSite() ? DetectionPoint.WAF_CROSS_SITE : DetectionPoint.WAF_RULE);
  }

  /** Returns whether a browser says that a page of another site made it send the request. */
  private boolean isCrossSite() {
    return each(json.path("httpRequest").path("headers"))
        .filter(header -> header.path("name").asText().equalsIgnoreCase("Sec-Fetch-Site"))
        .anyMatch(header -> header.path("value").asText().equals("cross-site"));
  }

  /** Returns whether the rule of a group that decided is one that counts requests. */
  private boolean rateInGroup() {
    Set<String> rates =
        each(json.path("rateBasedRuleList"))
            .flatMap(rate -> name(rate, "rateBasedRuleName").stream())
            .collect(Collectors.toUnmodifiableSet());
    return decidedInGroup().filter(rates::contains).isPresent();
  }

  private SignalEvidence evidence() {
    Optional<JsonNode> match = matches().findFirst();
    return new SignalEvidence(
        match.flatMap(it -> LogFields.text(it, "location", MemberForm.WORD)),
        match.flatMap(FirewallRecord::attackClass),
        OptionalDouble.empty(),
        match.flatMap(FirewallRecord::excerpt),
        rule());
  }

  /** Returns the rule that decided and, if that is a group, the rule in it. */
  private Optional<String> rule() {
    Optional<String> name =
        decided()
            .map(rule -> rule + decidedInGroup().map(inner -> "/" + inner).orElse(""))
            .or(() -> counted().findFirst());
    return name.map(rule -> rule.substring(0, Math.min(rule.length(), SignalEvidence.LENGTH_MAX)));
  }

  private Optional<String> decided() {
    return name(json, "terminatingRuleId").filter(rule -> !rule.equals(NO_RULE));
  }

  private Optional<String> decidedInGroup() {
    return groups()
        .flatMap(group -> name(group.path("terminatingRule"), "ruleId").stream())
        .findFirst();
  }

  /**
   * Returns the rules of groups that matched and count by their own default. A rule that counts
   * because the web ACL sets it so (its own rules, overridden and excluded ones) is no evidence:
   * whoever set it knows that honest requests match it.
   */
  private Stream<String> counted() {
    return groups()
        .flatMap(group -> each(group.path("nonTerminatingMatchingRules")))
        .filter(rule -> LogFields.word(rule, "action").equals("COUNT"))
        .filter(rule -> !rule.hasNonNull("overriddenAction"))
        .flatMap(rule -> name(rule, "ruleId").stream());
  }

  private Stream<JsonNode> groups() {
    return each(json.path("ruleGroupList"));
  }

  /** Returns what matched, if the firewall says so: for SQL injection and XSS only. */
  private Stream<JsonNode> matches() {
    return Stream.concat(
        each(json.path("terminatingRuleMatchDetails")),
        groups().flatMap(group -> each(group.path("terminatingRule").path("ruleMatchDetails"))));
  }

  private static Optional<String> attackClass(JsonNode match) {
    return switch (LogFields.word(match, "conditionType")) {
      case "SQL_INJECTION" -> Optional.of("sqli");
      case "XSS" -> Optional.of("xss");
      default -> Optional.empty();
    };
  }

  private static Optional<Excerpt> excerpt(JsonNode match) {
    List<String> pieces = each(match.path("matchedData")).map(JsonNode::asText).toList();
    return Excerpt.masked(String.join(" ", pieces));
  }

  private Source source() {
    JsonNode request = json.path("httpRequest");
    Optional<String> userAgent =
        each(request.path("headers"))
            .filter(it -> it.path("name").asText().toLowerCase(Locale.ROOT).equals("user-agent"))
            .map(header -> Sha256.shortHex(header.path("value").asText()))
            .findFirst();
    return new Source(
        LogFields.address(request, "clientIp"),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        userAgent,
        fingerprint(),
        asn());
  }

  private Optional<TlsFingerprint> fingerprint() {
    return LogFields.text(json, "ja4Fingerprint", MemberForm.NAME)
        .flatMap(TlsFingerprint::ja4)
        .or(
            () ->
                LogFields.text(json, "ja3Fingerprint", MemberForm.NAME)
                    .flatMap(TlsFingerprint::ja3));
  }

  /** Returns the network of the client: the firewall tells it if one of its rules asks for it. */
  private OptionalLong asn() {
    OptionalLong beside = LogFields.number(json, "clientAsn");
    OptionalLong asn =
        beside.isPresent() ? beside : LogFields.number(json.path("httpRequest"), "clientAsn");
    return asn.isPresent() && asn.getAsLong() >= 1 && asn.getAsLong() <= Source.ASN_MAX
        ? asn
        : OptionalLong.empty();
  }

  private RequestFacts request() {
    JsonNode request = json.path("httpRequest");
    return new RequestFacts(
        LogFields.text(request, "requestId", MemberForm.ID),
        LogFields.text(request, "httpMethod", MemberForm.METHOD),
        Optional.empty(),
        OptionalInt.empty(),
        Optional.ofNullable(request.path("uri").textValue()).map(Sha256::shortHex));
  }

  private static Optional<String> name(JsonNode rule, String member) {
    return LogFields.text(rule, member, MemberForm.NAME);
  }

  private static Stream<JsonNode> each(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
