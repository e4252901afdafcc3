package dev.rampart.function.security;

import dev.rampart.adapter.in.apigateway.router.Router;
import dev.rampart.adapter.lambda.Environment;
import dev.rampart.adapter.lambda.RestHandler;
import java.util.Map;

/** Entry point of the function that answers the security team. */
public final class SecurityHandler extends RestHandler {

  /** Called by Lambda at start. */
  public SecurityHandler() {
    this(System.getenv());
  }

  /** Starts with any environment, for tests of the wiring. */
  public SecurityHandler(Map<String, String> environment) {
    this(SecuritySettings.from(new Environment(environment)));
  }

  private SecurityHandler(SecuritySettings settings) {
    this(SecurityWiring.wire(settings), settings);
  }

  /** Starts with any ports, for tests of the whole function. */
  SecurityHandler(Router router, SecuritySettings settings) {
    super(router, "security", settings.metricsNamespace());
  }
}
