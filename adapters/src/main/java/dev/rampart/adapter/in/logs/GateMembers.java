package dev.rampart.adapter.in.logs;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.domain.detection.rejection.RejectedRecord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The members of log records whose author is the gate and not its client: all that is told of a
 * record that was rejected. Of a line that is no JSON nobody knows who wrote what, and nothing is.
 */
final class GateMembers {
  private record Member(JsonPointer place, MemberForm form) {
    static Member of(String place, MemberForm form) {
      return new Member(JsonPointer.compile(place), form);
    }
  }

  private static final List<Member> FIREWALL =
      List.of(
          Member.of("/timestamp", MemberForm.NUMBER),
          Member.of("/formatVersion", MemberForm.NUMBER),
          Member.of("/action", MemberForm.WORD),
          Member.of("/terminatingRuleId", MemberForm.NAME),
          Member.of("/terminatingRuleType", MemberForm.WORD),
          Member.of("/httpSourceName", MemberForm.WORD),
          Member.of("/httpSourceId", MemberForm.ID),
          Member.of("/responseCodeSent", MemberForm.NUMBER),
          Member.of("/httpRequest/clientIp", MemberForm.ADDRESS),
          Member.of("/httpRequest/country", MemberForm.WORD),
          Member.of("/httpRequest/requestId", MemberForm.ID),
          Member.of("/requestBodySize", MemberForm.NUMBER),
          Member.of("/ja3Fingerprint", MemberForm.NAME),
          Member.of("/ja4Fingerprint", MemberForm.NAME),
          Member.of("/clientAsn", MemberForm.NUMBER));

  private static final List<Member> ACCESS =
      List.of(
          Member.of("/requestTimeEpoch", MemberForm.NUMBER),
          Member.of("/extendedRequestId", MemberForm.ID),
          Member.of("/sourceIp", MemberForm.ADDRESS),
          Member.of("/httpMethod", MemberForm.METHOD),
          Member.of("/resourcePath", MemberForm.ROUTE),
          Member.of("/status", MemberForm.NUMBER),
          Member.of("/responseType", MemberForm.WORD),
          Member.of("/wafResponseCode", MemberForm.WORD),
          Member.of("/apiKeyId", MemberForm.ID),
          Member.of("/responseLength", MemberForm.NUMBER));

  private static final List<Member> SIGN_IN =
      List.of(
          Member.of("/eventTimestamp", MemberForm.NUMBER),
          Member.of("/eventSource", MemberForm.WORD),
          Member.of("/logLevel", MemberForm.WORD),
          Member.of("/logSourceId/userPoolId", MemberForm.ID),
          Member.of("/message/version", MemberForm.NUMBER),
          Member.of("/message/eventId", MemberForm.UUID),
          Member.of("/message/eventType", MemberForm.WORD),
          Member.of("/message/eventResponse", MemberForm.WORD),
          Member.of("/message/riskDecision", MemberForm.WORD),
          Member.of("/message/clientId", MemberForm.CLIENT),
          Member.of("/message/ipAddress", MemberForm.ADDRESS),
          Member.of("/message/requestId", MemberForm.UUID));

  private static final List<Member> FUNCTION =
      List.of(
          Member.of("/timestamp", MemberForm.TIME),
          Member.of("/level", MemberForm.WORD),
          Member.of("/function_request_id", MemberForm.UUID),
          Member.of("/signal/schemaVersion", MemberForm.NUMBER),
          Member.of("/signal/signalId", MemberForm.UUID),
          Member.of("/signal/observedAt", MemberForm.TIME),
          Member.of("/signal/gate", MemberForm.WORD),
          Member.of("/signal/point", MemberForm.WORD));

  private GateMembers() {}

  /** Returns what gates wrote in a line, by place; empty if it is not one JSON object. */
  static Map<String, String> of(LogKind kind, LineJson text) {
    if (!(text instanceof LineJson.Read(JsonNode json))) {
      return Map.of();
    }
    Map<String, String> values = new LinkedHashMap<>();
    for (Member member : members(kind)) {
      JsonNode value = json.at(member.place());
      if (!value.isMissingNode()) {
        values.put(member.place().toString(), told(value, member.form()));
      }
    }
    return values;
  }

  private static List<Member> members(LogKind kind) {
    return switch (kind) {
      case FIREWALL -> FIREWALL;
      case ACCESS -> ACCESS;
      case SIGN_IN -> SIGN_IN;
      case FUNCTION -> FUNCTION;
    };
  }

  private static String told(JsonNode value, MemberForm form) {
    String text = value.asText("");
    return text.length() <= RejectedRecord.MEMBER_LENGTH_MAX && form.holds(text)
        ? text
        : "(" + value.getNodeType().name().toLowerCase(Locale.ROOT) + ")";
  }
}
