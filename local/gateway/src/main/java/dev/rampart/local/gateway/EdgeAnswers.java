package dev.rampart.local.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Answers of the edge. On AWS the service front gives them, and no template shapes it; here they
 * have the form and the security fields of every other refusal.
 */
final class EdgeAnswers {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final List<Field> FIELDS =
      List.of(
          new Field("Content-Type", "application/problem+json"),
          new Field("Cache-Control", "no-store"),
          new Field("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"),
          new Field("Referrer-Policy", "no-referrer"),
          new Field("Strict-Transport-Security", "max-age=63072000; includeSubDomains"),
          new Field("X-Content-Type-Options", "nosniff"),
          new Field("X-Frame-Options", "DENY"));

  private EdgeAnswers() {}

  static Outbound of(EdgeFault fault, String requestId) {
    ObjectNode problem = JSON.createObjectNode();
    problem.put("type", "urn:rampart:problem:" + fault.problem());
    problem.put("title", fault.title());
    problem.put("status", fault.status());
    problem.put("detail", fault.detail());
    problem.put("instance", "urn:rampart:request:" + requestId);
    problem.put("requestId", requestId);
    problem.put("gate", "edge");
    List<Field> fields = new ArrayList<>(FIELDS);
    if (fault == EdgeFault.METHOD) {
      fields.add(new Field("Allow", String.join(", ", HeadReader.METHODS)));
    }
    return new Outbound(fault.status(), List.copyOf(fields), bytes(problem));
  }

  private static byte[] bytes(ObjectNode problem) {
    try {
      return JSON.writeValueAsBytes(problem);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
