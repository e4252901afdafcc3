package dev.rampart.local.host.queue;

import dev.rampart.local.host.mapping.SourceService;
import dev.rampart.local.protocol.AwsClient;
import dev.rampart.local.protocol.lambda.FunctionInvoker;
import dev.rampart.local.supervision.Loop;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Feeds a function from a queue until it is closed, in loops that no fault of the queue or the
 * function ends.
 */
public final class QueueMapping implements AutoCloseable {
  /** Each loop holds a connection of the port of SQS, which has a few hundred. */
  private static final int LOOPS_MAX = 64;

  /** Who calls for what Lambda does by itself. */
  private static final String LAMBDA = "LAMBDA";

  private final QueueMappingSettings settings;
  private final AwsClient client;
  private final List<Loop> loops;

  private QueueMapping(QueueMappingSettings settings, AwsClient client, List<Loop> loops) {
    this.settings = settings;
    this.client = client;
    this.loops = loops;
  }

  /**
   * Starts to feed, if the mapping is enabled.
   *
   * @param endpoint where SQS answers
   * @param client calls as the role of the function; closed with the mapping
   * @throws IllegalArgumentException if there is no such queue
   * @throws IOException if SQS does not answer
   */
  public static QueueMapping start(
      QueueMappingSettings settings,
      URI endpoint,
      AwsClient client,
      FunctionInvoker function,
      InstantSource clock)
      throws IOException, InterruptedException {
    SourceService sqs = SourceService.at(endpoint, client, "AmazonSQS");
    SourceService upkeep = SourceService.at(endpoint, client.as(LAMBDA), "AmazonSQS");
    SourceQueue queue = SourceQueue.find(sqs, upkeep, settings.queueArn());
    QueuePoller poller = new QueuePoller(settings, queue, function);
    int count = settings.enabled() ? Math.min(settings.pollers(), LOOPS_MAX) : 0;
    String activity = "The feed of " + settings.functionArn() + " from " + settings.queueArn();
    return new QueueMapping(
        settings, client, Loop.startAll(activity, count, () -> poll(poller), clock));
  }

  private static Optional<Duration> poll(QueuePoller poller)
      throws IOException, InterruptedException {
    poller.poll(QueuePoller.LONG_POLL);
    return Optional.of(Duration.ZERO);
  }

  /** Returns how it is doing. */
  public QueueMappingHealth health() {
    return new QueueMappingHealth(
        settings.functionArn(),
        settings.queueArn(),
        loops.stream().flatMap(loop -> loop.status().fault().stream()).findFirst());
  }

  /** Stops reading; a batch that is on its way is not waited for. */
  @Override
  public void close() {
    loops.forEach(Loop::close);
    client.close();
  }
}
