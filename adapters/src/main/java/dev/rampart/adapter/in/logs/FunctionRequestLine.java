package dev.rampart.adapter.in.logs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.domain.detection.signal.DetectionPoint;
import dev.rampart.domain.detection.signal.Gate;
import dev.rampart.domain.detection.signal.RequestFacts;
import dev.rampart.domain.detection.trail.GateEntry;
import dev.rampart.domain.detection.trail.GateLog;
import dev.rampart.domain.detection.trail.GateReason;
import dev.rampart.domain.detection.trail.RequestOutcome;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;

/** The line that a function of the API writes about each request. */
record FunctionRequestLine(JsonNode json) {

  /** Returns what it says of the request; empty if it is another line of the function. */
  Optional<GateEntry> entry() {
    return outcome()
        .flatMap(
            outcome ->
                at().map(
                        at ->
                            new GateEntry(
                                GateLog.FUNCTION,
                                Optional.empty(),
                                at,
                                LogFields.caller(json, Optional.empty()),
                                request(),
                                outcome,
                                reason())));
  }

  private Optional<RequestOutcome> outcome() {
    return switch (LogFields.word(json, "decision")) {
      case "allowed" -> Optional.of(RequestOutcome.PASSED);
      case "refused" -> Optional.of(RequestOutcome.REFUSED);
      case "failed" -> Optional.of(RequestOutcome.FAILED);
      default -> Optional.empty();
    };
  }

  private Optional<Instant> at() {
    try {
      return text("timestamp", MemberForm.TIME).map(Instant::parse);
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }

  private RequestFacts request() {
    return new RequestFacts(
        text("requestId", MemberForm.ID),
        text("method", MemberForm.METHOD),
        text("route", MemberForm.ROUTE),
        LogFields.status(json),
        Optional.empty());
  }

  private GateReason reason() {
    String gate = LogFields.word(json, "gate");
    return new GateReason(
        Arrays.stream(Gate.values()).filter(each -> each.wireName().equals(gate)).findFirst(),
        DetectionPoint.named(LogFields.word(json, "point")),
        text("field", MemberForm.POINTER),
        text("rule", MemberForm.NAME),
        text("problem", MemberForm.PROBLEM));
  }

  private Optional<String> text(String name, MemberForm form) {
    return LogFields.text(json, name, form);
  }
}
