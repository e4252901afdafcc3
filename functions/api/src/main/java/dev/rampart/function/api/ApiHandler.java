package dev.rampart.function.api;

import dev.rampart.adapter.in.apigateway.router.Router;
import dev.rampart.adapter.lambda.Environment;
import dev.rampart.adapter.lambda.RestHandler;
import java.util.Map;

/** Entry point of the API function. */
public final class ApiHandler extends RestHandler {

  /** Called by Lambda at start. */
  public ApiHandler() {
    this(System.getenv());
  }

  /** Starts with any environment, for tests of the wiring. */
  public ApiHandler(Map<String, String> environment) {
    this(ApiSettings.from(new Environment(environment)));
  }

  private ApiHandler(ApiSettings settings) {
    this(ApiWiring.wire(settings), settings);
  }

  /** Starts with any ports, for tests of the whole function. */
  ApiHandler(Router router, ApiSettings settings) {
    super(router, "api", settings.metricsNamespace());
  }
}
