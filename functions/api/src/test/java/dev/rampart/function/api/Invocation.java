package dev.rampart.function.api;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** One invocation of the function: its event, and what Lambda tells about it. */
final class Invocation {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String LONGEST_IPV4 = "203.100.113.107";
  private static final int CLIENT_CHARS = 26;

  private final ObjectNode event = MAPPER.createObjectNode();
  private final Context context = mock(Context.class);

  private Invocation(String method, String resource) {
    event.put("httpMethod", method).put("resource", resource).put("path", resource);
    event.putObject("headers").put("Content-Type", "application/json");
    ObjectNode request = event.putObject("requestContext");
    request.put("requestId", "r-1").put("extendedRequestId", "x-1").put("path", resource);
    request.putObject("identity").put("sourceIp", "203.0.113.7");
    remaining(20_000);
    when(context.getFunctionName()).thenReturn("api");
    when(context.getFunctionVersion()).thenReturn("1");
    when(context.getInvokedFunctionArn()).thenReturn("arn:aws:lambda:eu-west-1:0:function:api");
    when(context.getAwsRequestId()).thenReturn("00000000-0000-4000-8000-000000000001");
    when(context.getMemoryLimitInMB()).thenReturn(1024);
  }

  static Invocation of(String method, String resource) {
    return new Invocation(method, resource);
  }

  Invocation as(String sub, String scope) {
    event
        .withObject("/requestContext/authorizer/claims")
        .put("sub", sub)
        .put("token_use", "access")
        .put("client_id", "web")
        .put("scope", scope);
    return this;
  }

  Invocation header(String name, String value) {
    event.withObject("/headers").put(name, value);
    return this;
  }

  Invocation body(String body) {
    event.put("body", body);
    return this;
  }

  /** Gives ids as long as those of API Gateway and Cognito. */
  Invocation withLongIds() {
    ObjectNode request = event.withObject("/requestContext");
    request.put("requestId", "4b9a5c05-e0fe-461d-a23c-12e5b245ac9a");
    request.withObject("/identity").put("apiKeyId", "dve3qm7zhs").put("sourceIp", LONGEST_IPV4);
    event
        .withObject("/requestContext/authorizer/claims")
        .put("client_id", "c".repeat(CLIENT_CHARS));
    return this;
  }

  /** Time until Lambda kills the function. */
  Invocation remaining(int millis) {
    when(context.getRemainingTimeInMillis()).thenReturn(millis);
    return this;
  }

  /** Runs; what the function writes to standard output is kept. */
  Result on(ApiHandler handler) {
    ByteArrayOutputStream reply = new ByteArrayOutputStream();
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    PrintStream before = System.out;
    try (PrintStream stream = new PrintStream(output, true, StandardCharsets.UTF_8)) {
      System.setOut(stream);
      run(handler, reply);
    } finally {
      System.setOut(before);
    }
    return new Result(
        json(reply.toString(StandardCharsets.UTF_8)), output.toString(StandardCharsets.UTF_8));
  }

  private void run(RequestStreamHandler handler, ByteArrayOutputStream reply) {
    try {
      byte[] bytes = event.toString().getBytes(StandardCharsets.UTF_8);
      handler.handleRequest(new ByteArrayInputStream(bytes), reply, context);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonNode json(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(text, e);
    }
  }

  /** What came back, and what was logged. */
  record Result(JsonNode proxy, String output) {
    int status() {
      return proxy.path("statusCode").asInt();
    }

    JsonNode body() {
      return json(proxy.path("body").asText());
    }

    /** The lines of the log with this member. */
    List<JsonNode> lines(String member) {
      return output.lines().map(Invocation::json).filter(line -> line.has(member)).toList();
    }
  }
}
