package dev.rampart.local.gateway.response;

import dev.rampart.local.protocol.http.Field;
import dev.rampart.local.protocol.http.HttpResponse;
import dev.rampart.local.template.Properties;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The gateway responses of an API: how each refusal is told to a client. */
public final class GatewayResponses {
  private static final String HEADER = "gatewayresponse.header.";
  private static final String JSON = "application/json";

  /** Types of AWS for what does not come up here: other authorizers, IAM, a missing resource. */
  private static final Set<String> NEVER_GIVEN =
      Set.of(
          "AUTHORIZER_CONFIGURATION_ERROR",
          "EXPIRED_TOKEN",
          "INVALID_SIGNATURE",
          "RESOURCE_NOT_FOUND");

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
   * @throws dev.rampart.local.template.source.TemplateException if a response uses what is not
   *     understood
   */
  public static GatewayResponses read(Properties responses) {
    Map<ResponseType, Definition> definitions = new EnumMap<>(ResponseType.class);
    for (String name : responses.names()) {
      Definition definition = definition(responses.object(name));
      if (!NEVER_GIVEN.contains(name)) {
        ResponseType type =
            ResponseType.named(name)
                .orElseThrow(() -> responses.fault(name, "is no type of gateway response"));
        definitions.put(type, definition);
      }
    }
    return new GatewayResponses(definitions);
  }

  private static Definition definition(Properties response) {
    return new Definition(
        response.optionalNumber("statusCode", 100, 599),
        ResponseParameter.read(response.object("responseParameters"), HEADER),
        MappingTemplate.ofMediaTypes(response.object("responseTemplates"))
            .orElseGet(BUILT_IN::body));
  }

  /** Renders a refusal, and leaves in the context what the access log says about it. */
  public HttpResponse render(GatewayRefusal refusal, ContextVariables context) {
    Definition definition = find(refusal);
    int status =
        refusal.answer().isPresent()
            ? refusal.status()
            : definition.status().orElse(refusal.status());
    context.set(
        Map.of(
            "error.responseType", refusal.type().name(),
            "error.message", refusal.message(),
            "status", Integer.toString(status)));
    context.set(refusal.variables());
    return refusal.answer().orElseGet(() -> render(definition, status, context));
  }

  private static HttpResponse render(Definition definition, int status, ContextVariables context) {
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
