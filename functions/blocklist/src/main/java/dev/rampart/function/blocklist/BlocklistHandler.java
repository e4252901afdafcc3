package dev.rampart.function.blocklist;

import dev.rampart.adapter.in.queue.BlocklistConsumer;
import dev.rampart.adapter.in.schedule.Tick;
import dev.rampart.adapter.lambda.BatchHandler;
import dev.rampart.adapter.lambda.Environment;
import java.util.Map;

/**
 * Entry point of the block list: a batch of threats in, the failed messages out; or a tick of the
 * schedule.
 */
public final class BlocklistHandler extends BatchHandler {

  /** Called by Lambda at start. */
  public BlocklistHandler() {
    this(System.getenv());
  }

  /** Starts with any environment, for tests of the wiring. */
  public BlocklistHandler(Map<String, String> environment) {
    this(BlocklistWiring.wire(BlocklistSettings.from(new Environment(environment))));
  }

  BlocklistHandler(BlocklistConsumer consumer) {
    super(
        "blocks reconciled", event -> Tick.isOne(event) ? consumer.tick() : consumer.handle(event));
  }
}
