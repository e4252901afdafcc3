package dev.rampart.local.gateway.definition;

import dev.rampart.local.gateway.response.GatewayResponses;
import dev.rampart.local.template.PhysicalResource;
import dev.rampart.local.template.Properties;

/** A REST API as the template defines it. */
public final class ApiDefinition {
  private final String apiId;
  private final String stage;
  private final String accountId;
  private final Routes routes;
  private final GatewayResponses responses;
  private final AccessLogSettings accessLog;

  private ApiDefinition(
      String apiId,
      String stage,
      String accountId,
      Routes routes,
      GatewayResponses responses,
      AccessLogSettings accessLog) {
    this.apiId = apiId;
    this.stage = stage;
    this.accountId = accountId;
    this.routes = routes;
    this.responses = responses;
    this.accessLog = accessLog;
  }

  /**
   * Reads an {@code AWS::Serverless::Api}.
   *
   * @throws dev.rampart.local.template.source.TemplateException if a property is wrong or not
   *     supported
   */
  public static ApiDefinition read(Properties api, String accountId) {
    api.leave(
        "AlwaysDeploy",
        "Description",
        "EndpointAccessMode",
        "EndpointConfiguration",
        "FailOnWarnings",
        "MethodSettings",
        "SecurityPolicy",
        "Tags",
        "TracingEnabled");
    var _ = api.optionalText("Name");
    var _ = api.optionalText("OpenApiVersion");
    if (!api.optionalText("ApiKeySourceType").orElse("HEADER").equals("HEADER")) {
      throw api.fault("ApiKeySourceType", "is not HEADER");
    }
    PhysicalResource physical = api.resource().physical();
    OpenApi body = new OpenApi(api.object("DefinitionBody"));
    return new ApiDefinition(
        physical.ref(),
        api.text("StageName"),
        accountId,
        new Routes(body.operations()),
        body.responses(),
        AccessLogSettings.read(api.object("AccessLogSetting")));
  }

  public String apiId() {
    return apiId;
  }

  public String stage() {
    return stage;
  }

  public String accountId() {
    return accountId;
  }

  public Routes routes() {
    return routes;
  }

  public GatewayResponses responses() {
    return responses;
  }

  public AccessLogSettings accessLog() {
    return accessLog;
  }
}
