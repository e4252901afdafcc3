package dev.rampart.local.host.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.host.mapping.DestinationSender;
import dev.rampart.local.host.mapping.SourceService;
import dev.rampart.local.protocol.AwsClient;
import dev.rampart.local.protocol.lambda.FunctionInvoker;
import dev.rampart.local.supervision.Fault;
import dev.rampart.local.supervision.Loop;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Feeds a function from a table's stream until it is closed; each shard in a loop of its own, which
 * no fault of the stream, the function or the destination of failures ends.
 */
public final class StreamMapping implements AutoCloseable {
  private static final Duration LOOK_FOR_SHARDS = Duration.ofSeconds(5);

  private final StreamSettings settings;
  private final AwsClient client;
  private final SourceService source;
  private final FunctionInvoker function;
  private final DestinationSender destinations;
  private final InstantSource clock;
  private final Checkpoints checkpoints;
  private final Map<String, Reading> shards = new ConcurrentHashMap<>();
  private final Set<String> ended = ConcurrentHashMap.newKeySet();
  private final Loop finder;
  private boolean first = true;

  /** The reading of one shard. */
  private record Reading(ShardFeed feed, Loop loop) {}

  private StreamMapping(
      StreamSettings settings,
      URI endpoint,
      AwsClient client,
      FunctionInvoker function,
      DestinationSender destinations,
      InstantSource clock,
      Checkpoints checkpoints) {
    this.settings = settings;
    this.client = client;
    this.source = SourceService.at(endpoint, client, "DynamoDBStreams_20120810");
    this.function = function;
    this.destinations = destinations;
    this.clock = clock;
    this.checkpoints = checkpoints;
    this.finder =
        Loop.start("The search for shards of " + settings.streamArn(), this::lookForShards, clock);
  }

  /**
   * Starts to read.
   *
   * @param endpoint where DynamoDB Streams answers
   * @param client calls as the role of the function; closed with the mapping
   * @param checkpoint the file that keeps how far each shard was read; made if absent
   */
  public static StreamMapping start(
      StreamSettings settings,
      URI endpoint,
      AwsClient client,
      FunctionInvoker function,
      DestinationSender destinations,
      InstantSource clock,
      Path checkpoint)
      throws IOException {
    return new StreamMapping(
        settings, endpoint, client, function, destinations, clock, Checkpoints.open(checkpoint));
  }

  /** Returns how it is doing; asks the stream how much of it is still to be done. */
  public StreamHealth health() throws InterruptedException {
    Optional<Backlog> backlog = backlog();
    return new StreamHealth(
        settings.functionArn(),
        settings.streamArn(),
        shards.size(),
        backlog.map(Backlog::records),
        backlog.flatMap(Backlog::oldest).map(at -> Duration.between(at, clock.instant())),
        shards.values().stream().mapToInt(shard -> shard.feed().retries()).max().orElse(0),
        fault());
  }

  private Optional<Fault> fault() {
    return Stream.concat(Stream.of(finder), shards.values().stream().map(Reading::loop))
        .flatMap(loop -> loop.status().fault().stream())
        .findFirst();
  }

  private Optional<Backlog> backlog() throws InterruptedException {
    try {
      Backlog backlog = Backlog.NONE;
      for (String shard : shards.keySet()) {
        if (!ended.contains(shard)) {
          backlog = backlog.plus(Backlog.of(cursor(shard, settings.latest())));
        }
      }
      return Optional.of(backlog);
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  /** Stops reading; a batch that is on its way is not waited for and comes again next time. */
  @Override
  public void close() {
    finder.close();
    shards.values().forEach(shard -> shard.loop().close());
    client.close();
  }

  private Optional<Duration> lookForShards() throws IOException, InterruptedException {
    ObjectNode input = StreamEvents.input().put("StreamArn", settings.streamArn());
    JsonNode found = source.call("DescribeStream", input).at("/StreamDescription/Shards");
    Set<String> all = ConcurrentHashMap.newKeySet();
    found.forEach(shard -> all.add(shard.path("ShardId").asText()));
    for (JsonNode shard : found) {
      Optional<String> parent = StreamEvents.text(shard, "ParentShardId").filter(all::contains);
      // A child has what came after the last record of its parent.
      if (parent.isEmpty() || ended.contains(parent.get())) {
        String id = shard.path("ShardId").asText();
        boolean latest = first && settings.latest();
        shards.computeIfAbsent(id, _ -> read(id, latest));
      }
    }
    first = false;
    return Optional.of(LOOK_FOR_SHARDS);
  }

  private Reading read(String shard, boolean latest) {
    ShardFeed feed =
        new ShardFeed(
            settings, shard, cursor(shard, latest), function, destinations, clock, checkpoints);
    String activity = "The feed of " + settings.functionArn() + " from " + shard;
    return new Reading(feed, Loop.start(activity, () -> step(shard, feed), clock));
  }

  private Optional<Duration> step(String shard, ShardFeed feed)
      throws IOException, InterruptedException {
    Duration wait = feed.step();
    if (!feed.ended()) {
      return Optional.of(wait);
    }
    ended.add(shard);
    return Optional.empty();
  }

  private ShardCursor cursor(String shard, boolean latest) {
    return new ShardCursor(source, settings.streamArn(), shard, latest, checkpoints.get(shard));
  }
}
