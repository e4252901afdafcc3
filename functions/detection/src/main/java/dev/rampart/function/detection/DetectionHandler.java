package dev.rampart.function.detection;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.adapter.in.queue.SignalQueueConsumer;
import dev.rampart.adapter.in.schedule.FollowUpConsumer;
import dev.rampart.adapter.in.schedule.Tick;
import dev.rampart.adapter.lambda.BatchHandler;
import dev.rampart.adapter.lambda.BatchResult;
import dev.rampart.adapter.lambda.Environment;
import java.util.Map;

/**
 * Entry point of detection: a batch of the signal queue in, the failed messages out; or the tick of
 * a schedule.
 */
public final class DetectionHandler extends BatchHandler {

  /** Called by Lambda at start. */
  public DetectionHandler() {
    this(System.getenv());
  }

  /** Starts with any environment, for tests of the wiring. */
  public DetectionHandler(Map<String, String> environment) {
    this(DetectionWiring.wire(DetectionSettings.from(new Environment(environment))));
  }

  DetectionHandler(Consumers consumers) {
    super("signals assessed", consumers::handle);
  }

  /** Who takes the events. */
  record Consumers(SignalQueueConsumer queue, FollowUpConsumer schedule) {
    private BatchResult handle(JsonNode event) {
      return Tick.isOne(event) ? schedule.handle() : queue.handle(event);
    }
  }
}
