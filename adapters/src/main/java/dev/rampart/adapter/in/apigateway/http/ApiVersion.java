package dev.rampart.adapter.in.apigateway.http;

/** The version of the API, which begins the path of every route. */
public final class ApiVersion {
  /** What the template of every path begins with. */
  public static final String PREFIX = "/v1";

  /** The path of the OpenAPI document. */
  public static final String CONTRACT = PREFIX + "/openapi.json";

  private ApiVersion() {}
}
