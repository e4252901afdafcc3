package dev.rampart.local.events.queue;

import dev.rampart.local.protocol.AwsError;
import dev.rampart.local.template.PseudoParameters;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** All queues, by name. */
public final class Queues {
  /** A run has about ten; whoever can make queues would else decide how many are kept. */
  private static final int QUEUES_MAX = 1_000;

  private final PseudoParameters stack;
  private final InstantSource clock;
  private final QueueMemory space;
  private final Map<String, Queue> queues = new ConcurrentSkipListMap<>();

  public Queues(PseudoParameters stack, InstantSource clock, QueueMemory space) {
    this.stack = stack;
    this.clock = clock;
    this.space = space;
  }

  /** Makes a queue; one that is there with the same attributes is returned as it is. */
  public Queue create(String name, QueueAttributes attributes) {
    requireName(name);
    if (queues.size() >= QUEUES_MAX && !queues.containsKey(name)) {
      throw new AwsError(
          "OverLimit", "There are " + QUEUES_MAX + " queues, which is the most; delete one.");
    }
    Queue queue =
        queues.computeIfAbsent(
            name,
            _ -> new Queue(name, stack.arn("sqs", name), attributes, clock, this::byArn, space));
    if (!queue.attributes().shown().equals(attributes.shown())) {
      throw new AwsError(
          "QueueNameExists", "A queue already exists with the same name and other attributes.");
    }
    return queue;
  }

  static void requireName(String name) {
    if (!name.matches("[A-Za-z0-9_-]{1,80}")) {
      throw new AwsError(
          "InvalidParameterValue",
          name.endsWith(".fifo")
              ? "FIFO queues are no part of the local run."
              : "Can only include alphanumeric characters, hyphens, or underscores. 1 to 80 in"
                  + " length");
    }
  }

  Queue byName(String name) {
    Queue queue = queues.get(name);
    if (queue == null) {
      throw new AwsError("QueueDoesNotExist", "The specified queue does not exist.");
    }
    return queue;
  }

  /** Finds a queue by its URL, of which the last part counts. */
  Queue byUrl(String url) {
    return byName(nameInUrl(url));
  }

  static String nameInUrl(String url) {
    return url.substring(url.lastIndexOf('/') + 1);
  }

  /** Returns the ARN of the queue of a name, whether or not there is one. */
  String arn(String name) {
    return stack.arn("sqs", name);
  }

  public Optional<Queue> byArn(String arn) {
    return Optional.ofNullable(queues.get(arn.substring(arn.lastIndexOf(':') + 1)))
        .filter(queue -> queue.arn().equals(arn));
  }

  public Collection<Queue> all() {
    return queues.values();
  }

  public void delete(Queue queue) {
    queues.remove(queue.name());
    queue.delete();
  }

  PseudoParameters stack() {
    return stack;
  }

  public InstantSource clock() {
    return clock;
  }
}
