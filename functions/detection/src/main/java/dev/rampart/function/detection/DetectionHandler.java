package dev.rampart.function.detection;

import dev.rampart.adapter.in.queue.SignalQueueConsumer;
import dev.rampart.adapter.lambda.BatchHandler;
import dev.rampart.adapter.lambda.Environment;
import java.util.Map;

/** Entry point of detection: a batch of the signal queue in, the failed messages out. */
public final class DetectionHandler extends BatchHandler {

  /** Called by Lambda at start. */
  public DetectionHandler() {
    this(System.getenv());
  }

  /** Starts with any environment, for tests of the wiring. */
  public DetectionHandler(Map<String, String> environment) {
    this(DetectionWiring.wire(DetectionSettings.from(new Environment(environment))));
  }

  DetectionHandler(SignalQueueConsumer queue) {
    super("signals assessed", queue::handle);
  }
}
