package dev.rampart.local.gateway.response;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.protocol.http.Field;
import dev.rampart.local.protocol.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The gateway responses of an API: how each refusal is told to a client. */
public final class GatewayResponses {
  private static final String HEADER = "gatewayresponse.header.";
  private static final String JSON = "application/json";
  private static final Definition BUILT_IN =
      new Definition(
          Optional.empty(),
          List.of(),
          MappingTemplate.of("{\"message\":$context.error.messageString}"));

  private final Map<ResponseType, Definition> definitions;

  private GatewayResponses(Map<ResponseType, Definition> definitions) {
    this.definitions = definitions;
  }

  private record Definition(
      Optional<Integer> status, List<ResponseParameter> fields, MappingTemplate body) {}

  /**
   * Reads {@code x-amazon-apigateway-gateway-responses}; types that are never given are left out.
   *
   * @throws IllegalArgumentException if a response uses what is not understood
   */
  public static GatewayResponses of(JsonNode node) {
    Map<ResponseType, Definition> definitions = new EnumMap<>(ResponseType.class);
    for (ResponseType type : ResponseType.values()) {
      if (node.has(type.name())) {
        definitions.put(type, definition(node.path(type.name())));
      }
    }
    return new GatewayResponses(definitions);
  }

  private static Definition definition(JsonNode node) {
    JsonNode status = node.path("statusCode");
    List<ResponseParameter> fields = new ArrayList<>();
    for (Map.Entry<String, JsonNode> parameter : node.path("responseParameters").properties()) {
      if (!parameter.getKey().startsWith(HEADER)) {
        throw new IllegalArgumentException(parameter.getKey() + " is not understood");
      }
      String name = parameter.getKey().substring(HEADER.length());
      fields.add(new ResponseParameter(name, parameter.getValue().asText()));
    }
    JsonNode templates = node.path("responseTemplates");
    Optional<JsonNode> template =
        templates.has(JSON)
            ? Optional.of(templates.path(JSON))
            : templates.valueStream().findFirst();
    return new Definition(
        status.isMissingNode() ? Optional.empty() : Optional.of(status.asInt()),
        List.copyOf(fields),
        template.map(JsonNode::asText).map(MappingTemplate::of).orElse(BUILT_IN.body()));
  }

  /** Renders a refusal, and leaves in the context what the access log says about it. */
  public HttpResponse render(GatewayRefusal refusal, ContextVariables context) {
    Definition definition = find(refusal);
    int status = definition.status().orElse(refusal.status());
    context.set(
        Map.of(
            "error.responseType", refusal.type().name(),
            "error.message", refusal.message(),
            "status", Integer.toString(status)));
    context.set(refusal.variables());
    String body = definition.body().json(context::variable, "");
    List<Field> fields = new ArrayList<>();
    fields.add(new Field("Content-Type", JSON));
    for (ResponseParameter mapped : definition.fields()) {
      fields.removeIf(field -> field.is(mapped.name()));
      mapped.field(context).ifPresent(fields::add);
    }
    return new HttpResponse(status, List.copyOf(fields), body.getBytes(StandardCharsets.UTF_8));
  }

  private Definition find(GatewayRefusal refusal) {
    ResponseType general =
        refusal.status() < 500 ? ResponseType.DEFAULT_4XX : ResponseType.DEFAULT_5XX;
    Definition byDefault = definitions.getOrDefault(general, BUILT_IN);
    return definitions.getOrDefault(refusal.type(), byDefault);
  }
}
