package dev.rampart.local.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.template.Resource;
import dev.rampart.local.template.Stack;
import java.util.List;
import java.util.Optional;

/** A REST API as the template defines it. */
public final class ApiDefinition {
  private final String apiId;
  private final String stage;
  private final String accountId;
  private final Routes routes;
  private final Responses responses;
  private final Optional<ContextText> logFormat;

  private ApiDefinition(
      String apiId,
      String stage,
      String accountId,
      Routes routes,
      Responses responses,
      Optional<ContextText> logFormat) {
    this.apiId = apiId;
    this.stage = stage;
    this.accountId = accountId;
    this.routes = routes;
    this.responses = responses;
    this.logFormat = logFormat;
  }

  /**
   * Reads one resource of type {@code AWS::Serverless::Api}.
   *
   * @throws dev.rampart.local.template.TemplateException where it has what the gateway cannot do
   */
  public static ApiDefinition of(Stack stack, String logicalId) {
    Resource api = stack.get(logicalId);
    JsonNode body = api.property("DefinitionBody");
    try {
      List<Operation> operations = new OpenApi(body).operations();
      JsonNode format = api.property("AccessLogSetting").path("Format");
      return new ApiDefinition(
          api.physical().ref(),
          api.text("StageName", ""),
          stack.pseudoParameters().accountId(),
          new Routes(operations),
          Responses.of(body.path("x-amazon-apigateway-gateway-responses")),
          format.isMissingNode() ? Optional.empty() : Optional.of(ContextText.of(format.asText())));
    } catch (IllegalArgumentException e) {
      throw stack.fault(api, "DefinitionBody", String.valueOf(e.getMessage()));
    }
  }

  String apiId() {
    return apiId;
  }

  String stage() {
    return stage;
  }

  String accountId() {
    return accountId;
  }

  Routes routes() {
    return routes;
  }

  Responses responses() {
    return responses;
  }

  Optional<ContextText> logFormat() {
    return logFormat;
  }
}
