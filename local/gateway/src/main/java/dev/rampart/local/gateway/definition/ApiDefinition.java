package dev.rampart.local.gateway.definition;

import dev.rampart.local.gateway.response.GatewayResponses;
import dev.rampart.local.template.PhysicalResource;
import dev.rampart.local.template.Properties;

/** A REST API as the template defines it. */
public final class ApiDefinition {
  private final String name;
  private final String apiId;
  private final String stage;
  private final String accountId;
  private final Routes routes;
  private final StageThrottles throttles;
  private final GatewayResponses responses;
  private final AccessLogSettings accessLog;

  private ApiDefinition(
      String name,
      String apiId,
      String stage,
      String accountId,
      Routes routes,
      StageThrottles throttles,
      GatewayResponses responses,
      AccessLogSettings accessLog) {
    this.name = name;
    this.apiId = apiId;
    this.stage = stage;
    this.accountId = accountId;
    this.routes = routes;
    this.throttles = throttles;
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
        "SecurityPolicy",
        "Tags",
        "TracingEnabled");
    String name = api.optionalText("Name").orElse(api.resource().logicalId());
    var _ = api.optionalText("OpenApiVersion");
    if (!api.optionalText("ApiKeySourceType").orElse("HEADER").equals("HEADER")) {
      throw api.fault("ApiKeySourceType", "is not HEADER");
    }
    PhysicalResource physical = api.resource().physical();
    OpenApi body = new OpenApi(api.object("DefinitionBody"));
    Routes routes = new Routes(body.operations());
    return new ApiDefinition(
        name,
        physical.ref(),
        api.text("StageName"),
        accountId,
        routes,
        StageThrottles.read(api, routes),
        body.responses(),
        AccessLogSettings.read(api.object("AccessLogSetting")));
  }

  public String name() {
    return name;
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

  /** Returns the limits of the stage for each method. */
  public StageThrottles throttles() {
    return throttles;
  }

  public GatewayResponses responses() {
    return responses;
  }

  public AccessLogSettings accessLog() {
    return accessLog;
  }
}
