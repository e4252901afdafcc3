package dev.rampart.adapter.in.apigateway.router;

import dev.rampart.adapter.in.apigateway.http.ApiVersion;
import java.util.List;
import java.util.function.Supplier;

/** The endpoints that every API function serves, to anybody. */
public final class ServiceEndpoints {

  private static final String HEALTH = "{\"status\":\"up\"}";

  private ServiceEndpoints() {}

  /**
   * Returns the endpoints for the contract and for health checks.
   *
   * @param openApi the OpenAPI document, in JSON; asked for when somebody wants to read it
   */
  public static List<Endpoint> of(Supplier<String> openApi) {
    return List.of(
        Endpoint.open(ApiVersion.CONTRACT, new StaticDocument(openApi)),
        Endpoint.open(ApiVersion.PREFIX + "/health", new StaticDocument(() -> HEALTH)));
  }
}
