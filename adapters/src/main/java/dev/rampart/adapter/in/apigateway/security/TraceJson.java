package dev.rampart.adapter.in.apigateway.security;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.rampart.adapter.in.apigateway.http.JsonText;
import dev.rampart.adapter.in.apigateway.http.Reply;
import dev.rampart.domain.common.Rfc3339;
import dev.rampart.domain.detection.signal.Gate;
import dev.rampart.domain.detection.signal.RequestFacts;
import dev.rampart.domain.detection.signal.Source;
import dev.rampart.domain.detection.trail.GateEntry;
import dev.rampart.domain.detection.trail.GateReason;
import dev.rampart.domain.detection.trail.RequestTrace;
import java.io.IOException;
import java.util.Optional;

/** What became of requests, as the security team reads it. */
final class TraceJson {

  private TraceJson() {}

  static Reply reply(String requestId, RequestTrace trace) {
    return Reply.json(
        200,
        JsonText.object(
            json -> {
              json.writeStringField("requestId", requestId);
              json.writeStringField("at", Rfc3339.format(trace.at()));
              json.writeStringField("outcome", trace.outcome().wireName());
              reason(json, trace.reason());
              request(json, trace.request());
              source(json, trace.source());
            }));
  }

  /** Writes what one log says of one request. */
  static void entry(JsonGenerator json, GateEntry entry) throws IOException {
    json.writeStringField("at", Rfc3339.format(entry.at()));
    json.writeStringField("outcome", entry.outcome().wireName());
    write(json, "requestId", entry.request().requestId());
    reason(json, entry.reason());
    request(json, entry.request());
    source(json, entry.source());
  }

  private static void reason(JsonGenerator json, GateReason reason) throws IOException {
    write(json, "gate", reason.gate().map(Gate::wireName));
    write(json, "point", reason.point().map(Enum::name));
    write(json, "field", reason.field());
    write(json, "rule", reason.rule());
    write(json, "problem", reason.problem());
  }

  private static void request(JsonGenerator json, RequestFacts request) throws IOException {
    write(json, "method", request.method());
    write(json, "route", request.route());
    if (request.status().isPresent()) {
      json.writeNumberField("status", request.status().getAsInt());
    }
  }

  private static void source(JsonGenerator json, Source source) throws IOException {
    write(json, "ip", source.address().map(address -> address.text()));
    write(json, "principal", source.principal());
    write(json, "client", source.client());
    write(json, "apiKeyId", source.apiKeyId());
  }

  private static void write(JsonGenerator json, String name, Optional<String> value)
      throws IOException {
    if (value.isPresent()) {
      json.writeStringField(name, value.get());
    }
  }
}
