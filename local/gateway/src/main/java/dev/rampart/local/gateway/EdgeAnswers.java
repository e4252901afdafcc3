package dev.rampart.local.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.protocol.http.Field;
import dev.rampart.local.protocol.http.HttpFault;
import dev.rampart.local.protocol.http.HttpResponse;
import java.util.List;

/**
 * Answers of the edge. On AWS the service front gives them, and no template shapes it; here they
 * have the form and the security fields of every other refusal.
 */
final class EdgeAnswers {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String CONTENT_TYPE = "Content-Type";
  private static final List<Field> FIELDS =
      List.of(
          new Field(CONTENT_TYPE, "application/problem+json"),
          new Field("Cache-Control", "no-store"),
          new Field("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"),
          new Field("Referrer-Policy", "no-referrer"),
          new Field("Strict-Transport-Security", "max-age=63072000; includeSubDomains"),
          new Field("X-Content-Type-Options", "nosniff"),
          new Field("X-Frame-Options", "DENY"));

  private EdgeAnswers() {}

  /**
   * Makes an answer.
   *
   * @param usual the fields that the template gives a refusal; they replace those of the edge
   */
  static HttpResponse of(HttpFault fault, Ids ids, List<Field> usual) {
    ObjectNode problem = JSON.createObjectNode();
    problem.put("type", "urn:rampart:problem:" + fault.code());
    problem.put("title", fault.title());
    problem.put("status", fault.status());
    problem.put("detail", fault.detail());
    problem.put("instance", "urn:rampart:request:" + ids.requestId());
    problem.put("requestId", ids.requestId());
    problem.put("gate", "edge");
    HttpResponse answer = new HttpResponse(fault.status(), FIELDS, bytes(problem));
    for (Field field : usual) {
      if (!field.is(CONTENT_TYPE)) {
        answer = answer.with(field.name(), field.value());
      }
    }
    return answer;
  }

  private static byte[] bytes(ObjectNode problem) {
    try {
      return JSON.writeValueAsBytes(problem);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
