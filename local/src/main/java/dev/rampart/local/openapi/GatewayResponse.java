package dev.rampart.local.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.generate.GenerationException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What the gateway answers by itself to a kind of refusal, from {@code gateway-responses.yaml}.
 *
 * @param name the response type, as API Gateway calls it
 */
record GatewayResponse(String name, JsonNode data) {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String DATA = "gateway-responses.yaml";
  private static final String EXPOSED_HEADERS =
      "ETag,Idempotency-Replayed,Location,RateLimit,RateLimit-Policy,Retry-After,x-amzn-RequestId";

  static List<GatewayResponse> all() {
    try (InputStream data =
        Objects.requireNonNull(GatewayResponse.class.getResourceAsStream(DATA))) {
      String text = new String(data.readAllBytes(), StandardCharsets.UTF_8);
      List<GatewayResponse> all = new ArrayList<>();
      ApiContract.yaml(DATA, text)
          .properties()
          .forEach(entry -> all.add(new GatewayResponse(entry.getKey(), entry.getValue())));
      return all;
    } catch (GenerationException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns that of a response type, which the data has. */
  static GatewayResponse named(String type) {
    return all().stream()
        .filter(response -> response.name().equals(type))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(DATA + " has no " + type));
  }

  /** Returns it as API Gateway's extension of OpenAPI writes it. */
  ObjectNode definition() {
    ObjectNode definition = JSON.objectNode().put("statusCode", data.path("status").asText());
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Access-Control-Expose-Headers", EXPOSED_HEADERS);
    headers.put("Content-Type", "application/problem+json");
    data.path("headers")
        .properties()
        .forEach(header -> headers.put(header.getKey(), header.getValue().asText()));
    definition.set("responseParameters", StaticHeaders.mapped("gatewayresponse.header.", headers));
    definition.putObject("responseTemplates").put("application/json", problem());
    return definition;
  }

  /** Returns the problem document; after each member a space, at which a line may break. */
  String problem() {
    ObjectNode problem =
        JSON.objectNode()
            .put("type", data.path("type").asText())
            .put("title", data.path("title").asText())
            .put("status", data.path("status").asInt())
            .put("detail", data.path("detail").asText())
            .put("instance", "urn:rampart:request:$context.requestId")
            .put("requestId", "$context.requestId")
            .put("gate", data.path("gate").asText());
    data.path("members")
        .properties()
        .forEach(member -> problem.set(member.getKey(), member.getValue()));
    return problem.toString().replace("\",\"", "\", \"");
  }
}
