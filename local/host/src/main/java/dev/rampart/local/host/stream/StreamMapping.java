package dev.rampart.local.host.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.protocol.AwsClient;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Feeds a function from a table's stream until it is closed; each shard on a thread of its own. */
public final class StreamMapping implements AutoCloseable {
  private static final Duration LOOK_FOR_SHARDS = Duration.ofSeconds(5);
  private static final Duration AFTER_A_FAULT = Duration.ofSeconds(1);

  private final StreamSettings settings;
  private final AwsClient client;
  private final StreamSource source;
  private final FunctionCall function;
  private final FailureSink failures;
  private final InstantSource clock;
  private final Checkpoints checkpoints;
  private final Map<String, Thread> shards = new ConcurrentHashMap<>();
  private final Set<String> ended = ConcurrentHashMap.newKeySet();
  private final Thread finder;
  private boolean first = true;

  private StreamMapping(
      StreamSettings settings,
      URI endpoint,
      AwsClient client,
      FunctionCall function,
      FailureSink failures,
      InstantSource clock,
      Checkpoints checkpoints) {
    this.settings = settings;
    this.client = client;
    this.source = new AwsStreamSource(client, endpoint);
    this.function = function;
    this.failures = failures;
    this.clock = clock;
    this.checkpoints = checkpoints;
    this.finder = Thread.ofVirtual().name("stream-finder").unstarted(this::find);
  }

  /**
   * Starts to read.
   *
   * @param endpoint where DynamoDB Streams answers
   * @param client closed with the mapping
   * @param checkpoint the file that keeps how far each shard was read; made if absent
   */
  public static StreamMapping start(
      StreamSettings settings,
      URI endpoint,
      AwsClient client,
      FunctionCall function,
      FailureSink failures,
      InstantSource clock,
      Path checkpoint)
      throws IOException {
    StreamMapping mapping =
        new StreamMapping(
            settings, endpoint, client, function, failures, clock, Checkpoints.open(checkpoint));
    mapping.finder.start();
    return mapping;
  }

  /** Stops reading; a batch that is on its way is not waited for and comes again next time. */
  @Override
  public void close() {
    finder.interrupt();
    shards.values().forEach(Thread::interrupt);
    client.close();
  }

  private void find() {
    try {
      while (true) {
        Thread.sleep(lookForShards() ? LOOK_FOR_SHARDS : AFTER_A_FAULT);
      }
    } catch (InterruptedException _) {
      // Closed.
    }
  }

  private boolean lookForShards() throws InterruptedException {
    ObjectNode input = StreamEvents.input().put("StreamArn", settings.streamArn());
    try {
      JsonNode found = source.call("DescribeStream", input).at("/StreamDescription/Shards");
      Set<String> all = ConcurrentHashMap.newKeySet();
      found.forEach(shard -> all.add(shard.path("ShardId").asText()));
      for (JsonNode shard : found) {
        Optional<String> parent = StreamEvents.text(shard, "ParentShardId").filter(all::contains);
        // A child has what came after the last record of its parent.
        if (parent.isEmpty() || ended.contains(parent.get())) {
          String id = shard.path("ShardId").asText();
          boolean latest = first && settings.latest();
          shards.computeIfAbsent(id, _ -> Thread.ofVirtual().start(() -> feed(id, latest)));
        }
      }
      first = false;
      return true;
    } catch (StreamFault _) {
      return false;
    }
  }

  private void feed(String shard, boolean latest) {
    ShardCursor cursor =
        new ShardCursor(source, settings.streamArn(), shard, latest, checkpoints.get(shard));
    ShardFeed feed = new ShardFeed(settings, shard, cursor, function, failures, clock, checkpoints);
    try {
      while (!feed.ended()) {
        Thread.sleep(stepOrWait(feed));
      }
      ended.add(shard);
    } catch (InterruptedException _) {
      // Closed.
    }
  }

  private static Duration stepOrWait(ShardFeed feed) throws InterruptedException {
    try {
      return feed.step();
    } catch (StreamFault _) {
      return AFTER_A_FAULT;
    }
  }
}
