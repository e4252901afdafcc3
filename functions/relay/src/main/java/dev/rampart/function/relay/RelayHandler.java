package dev.rampart.function.relay;

import dev.rampart.adapter.in.tablestream.SubmissionStreamConsumer;
import dev.rampart.adapter.lambda.BatchHandler;
import dev.rampart.adapter.lambda.Environment;
import java.util.Map;

/** Entry point of the relay: a batch of the table's stream in, the oldest failed record out. */
public final class RelayHandler extends BatchHandler {

  /** Called by Lambda at start. */
  public RelayHandler() {
    this(System.getenv());
  }

  /** Starts with any environment, for tests of the wiring. */
  public RelayHandler(Map<String, String> environment) {
    this(RelayWiring.wire(RelaySettings.from(new Environment(environment))));
  }

  RelayHandler(SubmissionStreamConsumer stream) {
    super("batch relayed", stream::handle);
  }
}
