package dev.rampart.function.monitoring;

import dev.rampart.adapter.in.apigateway.router.Router;
import dev.rampart.adapter.lambda.Environment;
import dev.rampart.adapter.lambda.RestHandler;
import java.util.Map;

/** Entry point of the function that says whether the system itself works. */
public final class MonitoringHandler extends RestHandler {

  /** Called by Lambda at start. */
  public MonitoringHandler() {
    this(System.getenv());
  }

  /** Starts with any environment, for tests of the wiring. */
  public MonitoringHandler(Map<String, String> environment) {
    this(MonitoringSettings.from(new Environment(environment)));
  }

  private MonitoringHandler(MonitoringSettings settings) {
    this(MonitoringWiring.wire(settings), settings);
  }

  /** Starts with any ports, for tests of the whole function. */
  MonitoringHandler(Router router, MonitoringSettings settings) {
    super(router, "monitoring", settings.metricsNamespace());
  }
}
