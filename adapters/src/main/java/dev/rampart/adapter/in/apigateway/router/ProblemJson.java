package dev.rampart.adapter.in.apigateway.router;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.rampart.adapter.in.apigateway.http.FieldError;
import dev.rampart.adapter.in.apigateway.http.JsonText;
import dev.rampart.adapter.in.apigateway.http.MediaType;
import dev.rampart.adapter.in.apigateway.http.Problem;
import dev.rampart.adapter.in.apigateway.http.ProxyEvent;
import dev.rampart.adapter.in.apigateway.http.Refusal;
import dev.rampart.adapter.in.apigateway.http.Reply;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Writes problem documents (RFC 9457). */
final class ProblemJson {

  private ProblemJson() {}

  /** Returns the reply that tells a client of a refusal. */
  static Reply reply(Refusal refusal, ProxyEvent event) {
    Reply reply = Reply.json(refusal.problem().status(), write(refusal, event.requestId()));
    for (Map.Entry<String, String> header : refusal.headers().entrySet()) {
      reply = reply.with(header.getKey(), header.getValue());
    }
    return reply.with("Content-Type", MediaType.PROBLEM).suspecting(refusal.suspicions());
  }

  private static String write(Refusal refusal, String requestId) {
    Problem problem = refusal.problem();
    return JsonText.object(
        json -> {
          json.writeStringField("type", problem.type());
          json.writeStringField("title", problem.title());
          json.writeNumberField("status", problem.status());
          json.writeStringField("detail", refusal.detail());
          json.writeStringField("instance", "urn:rampart:request:" + requestId);
          json.writeStringField("requestId", requestId);
          json.writeStringField("gate", problem.gate().wireName());
          if (!refusal.violatedPolicies().isEmpty()) {
            writeNames(json, refusal.violatedPolicies());
          }
          if (!refusal.errors().isEmpty()) {
            writeErrors(json, refusal.errors());
          }
        });
  }

  private static void writeNames(JsonGenerator json, List<String> policies) throws IOException {
    json.writeArrayFieldStart("violated-policies");
    for (String policy : policies) {
      json.writeString(policy);
    }
    json.writeEndArray();
  }

  private static void writeErrors(JsonGenerator json, List<FieldError> errors) throws IOException {
    json.writeArrayFieldStart("errors");
    for (FieldError error : errors) {
      json.writeStartObject();
      json.writeStringField("pointer", error.pointer());
      json.writeStringField("code", error.code());
      json.writeStringField("detail", error.detail());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
