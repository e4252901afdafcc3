package dev.rampart.adapter.in.logs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.domain.common.Sha256;
import dev.rampart.domain.detection.rejection.RejectionReason;
import dev.rampart.domain.detection.signal.DetectionPoint;
import dev.rampart.domain.detection.signal.Gate;
import dev.rampart.domain.detection.signal.RequestFacts;
import dev.rampart.domain.detection.signal.Signal;
import dev.rampart.domain.detection.signal.SignalEvidence;
import dev.rampart.domain.detection.signal.SignalId;
import dev.rampart.domain.detection.signal.Source;
import dev.rampart.domain.detection.trail.GateEntry;
import dev.rampart.domain.detection.trail.GateLog;
import dev.rampart.domain.detection.trail.GateReason;
import dev.rampart.domain.detection.trail.RequestOutcome;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * A line of the gateway's access log, as {@code template.yaml} lays it out.
 *
 * <p>Only the gateway's own refusals are signals; the function tells of its own. A request that the
 * firewall refused stands here too: the firewall's record of it wins, since it knows the rule, and
 * since only it tells a block of ours, which is no evidence, from others. What was answered well is
 * an {@link ObjectSuccess} at most.
 */
record AccessRecord(JsonNode json) {
  private static final String FIREWALL_REFUSED = "WAF_BLOCK";
  private static final int STATUS_REFUSED = 400;
  private static final int STATUS_FAILED = 500;

  LogLineOutcome read() {
    Optional<Instant> at = LogFields.time(json, "requestTimeEpoch");
    Optional<String> requestId =
        text("extendedRequestId", MemberForm.ID).or(() -> text("requestId", MemberForm.ID));
    if (at.isEmpty()) {
      return new LogLineOutcome.Rejected(RejectionReason.NO_TIME);
    }
    if (requestId.isEmpty()) {
      return new LogLineOutcome.Rejected(RejectionReason.NO_ID);
    }
    return LogLineOutcome.of(
        point()
            .map(
                point ->
                    new Signal(
                        SignalId.derive("access", requestId.get(), point.name()),
                        at.get(),
                        point.gate(),
                        point,
                        source(),
                        request(),
                        evidence(point)))
            .or(
                () ->
                    ObjectSuccess.of(
                        at.get(),
                        caller(),
                        LogFields.status(json),
                        text("resourcePath", MemberForm.ROUTE))));
  }

  /** Returns what the line says of its request; empty if it is no line of the log. */
  Optional<GateEntry> entry() {
    return LogFields.time(json, "requestTimeEpoch")
        .map(
            at ->
                new GateEntry(
                    GateLog.ACCESS,
                    text("extendedRequestId", MemberForm.ID),
                    at,
                    caller(),
                    request(),
                    outcome(),
                    reason()));
  }

  private RequestOutcome outcome() {
    int status = LogFields.status(json).orElse(0);
    if (status >= STATUS_FAILED) {
      return RequestOutcome.FAILED;
    }
    return status >= STATUS_REFUSED ? RequestOutcome.REFUSED : RequestOutcome.PASSED;
  }

  private GateReason reason() {
    if (LogFields.word(json, "wafResponseCode").equals(FIREWALL_REFUSED)) {
      return GateReason.of(Gate.WAF);
    }
    Optional<GateReason> known =
        point()
            .map(
                point ->
                    new GateReason(
                        Optional.of(point.gate()),
                        Optional.of(point),
                        Optional.empty(),
                        evidence(point).rule(),
                        Optional.empty()));
    boolean own = !LogFields.word(json, "responseType").isEmpty();
    return known.orElseGet(
        () ->
            own && outcome() == RequestOutcome.FAILED
                ? GateReason.of(Gate.DEPENDENCY)
                : GateReason.none());
  }

  private Optional<DetectionPoint> point() {
    if (LogFields.word(json, "wafResponseCode").equals(FIREWALL_REFUSED)) {
      return Optional.empty();
    }
    return switch (LogFields.word(json, "responseType")) {
      case "MISSING_AUTHENTICATION_TOKEN", "RESOURCE_NOT_FOUND" ->
          Optional.of(
              sensitive().isPresent()
                  ? DetectionPoint.SENSITIVE_PATH
                  : DetectionPoint.ROUTE_UNKNOWN);
      case "UNAUTHORIZED", "INVALID_SIGNATURE" -> Optional.of(unauthorized());
      case "EXPIRED_TOKEN" -> Optional.of(DetectionPoint.TOKEN_EXPIRED);
      case "ACCESS_DENIED" -> Optional.of(DetectionPoint.SCOPE_DENIED);
      case "INVALID_API_KEY" -> Optional.of(DetectionPoint.API_KEY_UNKNOWN);
      case "THROTTLED" -> Optional.of(DetectionPoint.THROTTLED);
      case "QUOTA_EXCEEDED" -> Optional.of(DetectionPoint.QUOTA_EXCEEDED);
      case "BAD_REQUEST_BODY", "BAD_REQUEST_PARAMETERS", "UNSUPPORTED_MEDIA_TYPE" ->
          Optional.of(DetectionPoint.SCHEMA_VIOLATION);
      case "REQUEST_TOO_LARGE" -> Optional.of(DetectionPoint.BODY_TOO_LARGE);
      default -> Optional.empty();
    };
  }

  /** A token with a verified subject was valid, and its scope was not enough. */
  private DetectionPoint unauthorized() {
    if (text("principal", MemberForm.ID).isPresent()) {
      return DetectionPoint.SCOPE_DENIED;
    }
    return json.path("authorizerError").asText().toLowerCase(Locale.ROOT).contains("expired")
        ? DetectionPoint.TOKEN_EXPIRED
        : DetectionPoint.TOKEN_INVALID;
  }

  private Source source() {
    Source caller = caller();
    return Optional.ofNullable(json.path("userAgent").textValue())
        .filter(agent -> agent.length() > 1)
        .map(Sha256::shortHex)
        .map(caller::withUserAgentHash)
        .orElse(caller);
  }

  /** Returns the source without its user agent, which is hashed only where it matters. */
  private Source caller() {
    return LogFields.caller(json, text("principal", MemberForm.ID));
  }

  private RequestFacts request() {
    return new RequestFacts(
        text("requestId", MemberForm.ID),
        text("httpMethod", MemberForm.METHOD),
        text("resourcePath", MemberForm.ROUTE),
        LogFields.status(json),
        path().map(Sha256::shortHex));
  }

  private SignalEvidence evidence(DetectionPoint point) {
    return switch (point) {
      case SENSITIVE_PATH ->
          sensitive().map(kind -> SignalEvidence.rule(kind.rule())).orElseGet(SignalEvidence::none);
      case SCHEMA_VIOLATION, BODY_TOO_LARGE ->
          SignalEvidence.rule(
              LogFields.word(json, "responseType").toLowerCase(Locale.ROOT).replace('_', '-'));
      default -> SignalEvidence.none();
    };
  }

  private Optional<SensitivePath> sensitive() {
    return path().flatMap(SensitivePath::of);
  }

  /** Returns the path as the client sent it: it is classified and hashed, never passed on. */
  private Optional<String> path() {
    return Optional.ofNullable(json.path("path").textValue()).filter(path -> path.length() > 1);
  }

  private Optional<String> text(String name, MemberForm form) {
    return LogFields.text(json, name, form);
  }
}
