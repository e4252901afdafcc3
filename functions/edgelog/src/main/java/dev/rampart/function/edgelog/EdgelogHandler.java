package dev.rampart.function.edgelog;

import dev.rampart.adapter.in.logs.EdgelogConsumer;
import dev.rampart.adapter.lambda.BatchHandler;
import dev.rampart.adapter.lambda.Environment;
import java.util.Map;

/**
 * Entry point of the edge log function: a delivery of log lines in, nothing out. What cannot be
 * handled is thrown, so that Lambda calls again and in the end keeps the delivery.
 */
public final class EdgelogHandler extends BatchHandler {

  /** Called by Lambda at start. */
  public EdgelogHandler() {
    this(System.getenv());
  }

  /** Starts with any environment, for tests of the wiring. */
  public EdgelogHandler(Map<String, String> environment) {
    this(EdgelogWiring.wire(EdgelogSettings.from(new Environment(environment))));
  }

  EdgelogHandler(EdgelogConsumer edgeLog) {
    super("log lines read", edgeLog::handle);
  }
}
