package dev.rampart.local.gateway;

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
final class Responses {
  private static final String HEADER = "gatewayresponse.header.";
  private static final String JSON = "application/json";
  private static final Definition BUILT_IN =
      new Definition(
          Optional.empty(),
          List.of(),
          ContextText.of("{\"message\":$context.error.messageString}"));

  private final Map<ResponseType, Definition> definitions;

  private Responses(Map<ResponseType, Definition> definitions) {
    this.definitions = definitions;
  }

  private record Definition(Optional<Integer> status, List<Mapped> fields, ContextText body) {}

  /**
   * Reads {@code x-amazon-apigateway-gateway-responses}; types that are never given are left out.
   *
   * @throws IllegalArgumentException if a response uses what is not understood
   */
  static Responses of(JsonNode node) {
    Map<ResponseType, Definition> definitions = new EnumMap<>(ResponseType.class);
    for (ResponseType type : ResponseType.values()) {
      if (node.has(type.name())) {
        definitions.put(type, definition(node.path(type.name())));
      }
    }
    return new Responses(definitions);
  }

  private static Definition definition(JsonNode node) {
    JsonNode status = node.path("statusCode");
    List<Mapped> fields = new ArrayList<>();
    for (Map.Entry<String, JsonNode> parameter : node.path("responseParameters").properties()) {
      if (!parameter.getKey().startsWith(HEADER)) {
        throw new IllegalArgumentException(parameter.getKey() + " is not understood");
      }
      String name = parameter.getKey().substring(HEADER.length());
      fields.add(new Mapped(name, parameter.getValue().asText()));
    }
    JsonNode templates = node.path("responseTemplates");
    Optional<JsonNode> template =
        templates.has(JSON)
            ? Optional.of(templates.path(JSON))
            : templates.valueStream().findFirst();
    return new Definition(
        status.isMissingNode() ? Optional.empty() : Optional.of(status.asInt()),
        List.copyOf(fields),
        template.map(JsonNode::asText).map(ContextText::of).orElse(BUILT_IN.body()));
  }

  /** Renders a refusal, and leaves in the exchange what the access log says about it. */
  HttpResponse render(Refusal refusal, Exchange exchange) {
    Definition definition = find(refusal);
    exchange.set("error.responseType", refusal.type().name());
    exchange.set("error.message", refusal.message());
    exchange.set(refusal.variables());
    int status = definition.status().orElse(refusal.status());
    exchange.set("status", Integer.toString(status));
    String body = definition.body().json(exchange::variable, "");
    List<Field> fields = new ArrayList<>();
    fields.add(new Field("Content-Type", JSON));
    for (Mapped mapped : definition.fields()) {
      fields.removeIf(field -> field.is(mapped.name()));
      mapped.field(exchange).ifPresent(fields::add);
    }
    return new HttpResponse(status, List.copyOf(fields), body.getBytes(StandardCharsets.UTF_8));
  }

  private Definition find(Refusal refusal) {
    ResponseType general =
        refusal.status() < 500 ? ResponseType.DEFAULT_4XX : ResponseType.DEFAULT_5XX;
    Definition byDefault = definitions.getOrDefault(general, BUILT_IN);
    return definitions.getOrDefault(refusal.type(), byDefault);
  }
}
