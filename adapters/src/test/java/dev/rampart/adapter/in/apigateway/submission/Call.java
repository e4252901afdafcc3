package dev.rampart.adapter.in.apigateway.submission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.domain.submission.Owner;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A request under construction, as the gateway would hand it over. */
public final class Call {

  public static final String CLIENT = "webclient1";
  public static final String READ = "rampart/submissions.read";
  public static final String WRITE = "rampart/submissions.write";
  public static final String REVIEW = "rampart/submissions.review";

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final ObjectNode event = MAPPER.createObjectNode();

  private Call(String method, String resource, String path) {
    event.put("httpMethod", method).put("resource", resource).put("path", path);
    event.putNull("body").put("isBase64Encoded", false);
    event.putNull("multiValueQueryStringParameters").putObject("pathParameters");
    event.putObject("multiValueHeaders").putArray("User-Agent").add("agent/1");
    ObjectNode context = event.putObject("requestContext");
    context.put("path", "/dev" + path);
    context.put("requestId", "req-1").put("extendedRequestId", "ext-1=");
    context.putObject("identity").put("sourceIp", "203.0.113.7").put("apiKeyId", "key1");
  }

  public static Call of(String method, String resource) {
    return new Call(method, resource, resource);
  }

  public static Call one(String method, String id) {
    Call call = new Call(method, "/v1/submissions/{id}", "/v1/submissions/" + id);
    call.event.putObject("pathParameters").put("id", id);
    return call;
  }

  /** With a value in the path. */
  public Call path(String name, String value) {
    event.withObject("/pathParameters").put(name, value);
    return this;
  }

  /** A good POST of this body, but for a token. */
  public static Call create(String body) {
    return of("POST", "/v1/submissions").header("Idempotency-Key", "\"k1\"").json(body);
  }

  public static Call review(String id, String body) {
    Call call =
        new Call("POST", "/v1/submissions/{id}/review", "/v1/submissions/" + id + "/review");
    call.event.putObject("pathParameters").put("id", id);
    return call.json(body);
  }

  /** With a token of all the scopes that every owner has. */
  public Call as(Owner owner) {
    return as(owner.sub(), READ + " " + WRITE);
  }

  public Call as(String sub, String scope) {
    return claim("sub", sub)
        .claim("token_use", "access")
        .claim("client_id", CLIENT)
        .claim("scope", scope);
  }

  public Call claim(String name, String value) {
    claims().put(name, value);
    return this;
  }

  /** With a claim of any JSON type. */
  public Call claim(String name, JsonNode value) {
    claims().set(name, value);
    return this;
  }

  public Call without(String claim) {
    claims().remove(claim);
    return this;
  }

  public Call header(String name, String... values) {
    ArrayNode array = event.withObject("/multiValueHeaders").putArray(name);
    for (String value : values) {
      array.add(value);
    }
    return this;
  }

  public Call withoutHeader(String name) {
    event.withObject("/multiValueHeaders").remove(name);
    return this;
  }

  public Call query(String name, String... values) {
    if (!event.path("multiValueQueryStringParameters").isObject()) {
      event.putObject("multiValueQueryStringParameters");
    }
    ArrayNode array = event.withObject("/multiValueQueryStringParameters").putArray(name);
    for (String value : values) {
      array.add(value);
    }
    return this;
  }

  public Call json(String body) {
    event.put("body", body);
    return header("Content-Type", "application/json");
  }

  public Call patch(String body) {
    event.put("body", body);
    return header("Content-Type", "application/merge-patch+json");
  }

  public Call bytes(byte[] body) {
    event.put("body", Base64.getEncoder().encodeToString(body)).put("isBase64Encoded", true);
    return header("Content-Type", "application/json");
  }

  public Call context(String name, String value) {
    event.withObject("/requestContext").put(name, value);
    return this;
  }

  public byte[] event() {
    return event.toString().getBytes(StandardCharsets.UTF_8);
  }

  private ObjectNode claims() {
    return event.withObject("/requestContext/authorizer/claims");
  }
}
