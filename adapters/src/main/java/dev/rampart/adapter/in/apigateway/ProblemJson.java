package dev.rampart.adapter.in.apigateway;

/** Problem documents (RFC 9457). */
final class ProblemJson {

  private ProblemJson() {}

  /** Returns the reply that tells a client of a refusal. */
  static Reply reply(Refusal refusal, ProxyEvent event) {
    var problem = refusal.problem();
    var reply = Reply.json(problem.status(), write(refusal, event.requestId()));
    for (var header : refusal.headers().entrySet()) {
      reply = reply.with(header.getKey(), header.getValue());
    }
    return reply.with("Content-Type", MediaType.PROBLEM).suspecting(refusal.suspicions());
  }

  private static String write(Refusal refusal, String requestId) {
    var problem = refusal.problem();
    return JsonText.object(
        json -> {
          json.writeStringField("type", problem.type());
          json.writeStringField("title", problem.title());
          json.writeNumberField("status", problem.status());
          json.writeStringField("detail", refusal.detail());
          json.writeStringField("instance", "urn:rampart:request:" + requestId);
          json.writeStringField("requestId", requestId);
          json.writeStringField("gate", problem.gate().wireName());
          if (refusal.faults().isEmpty()) {
            return;
          }
          json.writeArrayFieldStart("errors");
          for (var fault : refusal.faults()) {
            json.writeStartObject();
            json.writeStringField("pointer", fault.pointer());
            json.writeStringField("code", fault.code());
            json.writeStringField("detail", fault.detail());
            json.writeEndObject();
          }
          json.writeEndArray();
        });
  }
}
