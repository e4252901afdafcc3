package dev.rampart.adapter.in.apigateway.submission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.domain.submission.Owner;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A request under construction, as the gateway would hand it over. */
final class Call {

  static final String CLIENT = "webclient1";
  static final String READ = "rampart/submissions.read";
  static final String WRITE = "rampart/submissions.write";
  static final String REVIEW = "rampart/submissions.review";

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final ObjectNode event = MAPPER.createObjectNode();

  private Call(String method, String resource, String path) {
    event.put("httpMethod", method).put("resource", resource).put("path", path);
    event.putNull("body").put("isBase64Encoded", false);
    event.putNull("multiValueQueryStringParameters").putNull("pathParameters");
    event.putObject("multiValueHeaders").putArray("User-Agent").add("agent/1");
    ObjectNode context = event.putObject("requestContext");
    context.put("path", "/dev" + path);
    context.put("requestId", "req-1").put("extendedRequestId", "ext-1=");
    context.putObject("identity").put("sourceIp", "203.0.113.7").put("apiKeyId", "key1");
  }

  static Call of(String method, String resource) {
    return new Call(method, resource, resource);
  }

  static Call one(String method, String id) {
    Call call = new Call(method, "/v1/submissions/{id}", "/v1/submissions/" + id);
    call.event.putObject("pathParameters").put("id", id);
    return call;
  }

  /** A good POST of this body, but for a token. */
  static Call create(String body) {
    return of("POST", "/v1/submissions").header("Idempotency-Key", "\"k1\"").json(body);
  }

  static Call review(String id, String body) {
    Call call =
        new Call("POST", "/v1/submissions/{id}/review", "/v1/submissions/" + id + "/review");
    call.event.putObject("pathParameters").put("id", id);
    return call.json(body);
  }

  /** With a token of all the scopes that every owner has. */
  Call as(Owner owner) {
    return as(owner.sub(), READ + " " + WRITE);
  }

  Call as(String sub, String scope) {
    return claim("sub", sub)
        .claim("token_use", "access")
        .claim("client_id", CLIENT)
        .claim("scope", scope);
  }

  Call claim(String name, String value) {
    claims().put(name, value);
    return this;
  }

  /** With a claim of any JSON type. */
  Call claim(String name, JsonNode value) {
    claims().set(name, value);
    return this;
  }

  Call without(String claim) {
    claims().remove(claim);
    return this;
  }

  Call header(String name, String... values) {
    ArrayNode array = event.withObject("/multiValueHeaders").putArray(name);
    for (String value : values) {
      array.add(value);
    }
    return this;
  }

  Call withoutHeader(String name) {
    event.withObject("/multiValueHeaders").remove(name);
    return this;
  }

  Call query(String name, String... values) {
    if (!event.path("multiValueQueryStringParameters").isObject()) {
      event.putObject("multiValueQueryStringParameters");
    }
    ArrayNode array = event.withObject("/multiValueQueryStringParameters").putArray(name);
    for (String value : values) {
      array.add(value);
    }
    return this;
  }

  Call json(String body) {
    event.put("body", body);
    return header("Content-Type", "application/json");
  }

  Call patch(String body) {
    event.put("body", body);
    return header("Content-Type", "application/merge-patch+json");
  }

  Call bytes(byte[] body) {
    event.put("body", Base64.getEncoder().encodeToString(body)).put("isBase64Encoded", true);
    return header("Content-Type", "application/json");
  }

  Call context(String name, String value) {
    event.withObject("/requestContext").put(name, value);
    return this;
  }

  byte[] event() {
    return event.toString().getBytes(StandardCharsets.UTF_8);
  }

  private ObjectNode claims() {
    return event.withObject("/requestContext/authorizer/claims");
  }
}
