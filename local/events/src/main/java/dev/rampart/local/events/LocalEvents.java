package dev.rampart.local.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.protocol.AwsError;
import dev.rampart.local.protocol.AwsService;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** EventBridge and SQS in one process, all in memory. Safe for use by many threads. */
public final class LocalEvents implements AutoCloseable {
  private static final Duration POLL_WAIT = Duration.ofSeconds(20);

  private final RegionalAccount place;
  private final Queues queues;
  private final Buses buses;
  private final EventBridgeService eventBridge;
  private final SqsService sqs;
  private final FunctionInvoker functions;
  private final Journal journal;
  private final ScheduledExecutorService timer;
  private final List<QueueMapping> mappings = new ArrayList<>();
  private final List<Thread> pollers = new ArrayList<>();

  private LocalEvents(
      RegionalAccount place,
      InstantSource clock,
      FunctionInvoker functions,
      Journal journal,
      BusListener listener) {
    this.place = place;
    this.functions = functions;
    this.journal = journal;
    this.timer = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());
    this.queues = new Queues(place, clock);
    this.buses = new Buses(place);
    Delivery delivery = new Delivery(queues, functions, this::later);
    this.eventBridge =
        new EventBridgeService(
            buses, new Putting(buses, clock, delivery, List.of(journal, listener)));
    this.sqs = new SqsService(queues);
  }

  /**
   * Opens the journal, to which every event of every bus is appended as one line of JSON.
   *
   * @param functions what rules and mappings invoke functions by
   * @param listener hears every event of every bus
   */
  public static LocalEvents open(
      RegionalAccount place,
      InstantSource clock,
      Path journal,
      FunctionInvoker functions,
      BusListener listener)
      throws IOException {
    return new LocalEvents(place, clock, functions, Journal.open(journal), listener);
  }

  /** Returns the AWS services, for {@code AwsServer}. */
  public List<AwsService> services() {
    return List.of(eventBridge, sqs);
  }

  /**
   * Adds a queue.
   *
   * @param name its physical name
   * @param properties the resolved properties of an {@code AWS::SQS::Queue}
   * @return its ARN
   * @throws IllegalArgumentException where a property is wrong or not supported
   */
  public String addQueue(String name, JsonNode properties) {
    ObjectNode attributes = JsonNodeFactory.instance.objectNode();
    properties
        .properties()
        .forEach(
            property -> {
              if (!property.getKey().equals("QueueName") && !property.getKey().equals("Tags")) {
                attributes.set(property.getKey(), property.getValue());
              }
            });
    return refusing("Queue " + name, () -> queues.create(name, QueueAttributes.of(attributes)))
        .arn();
  }

  /** Adds an event bus; returns its ARN. */
  public String addBus(String name) {
    buses.add(name);
    return buses.get(name).arn();
  }

  /**
   * Adds a rule with its targets.
   *
   * @param name its physical name
   * @param properties the resolved properties of an {@code AWS::Events::Rule}
   * @return its ARN
   * @throws IllegalArgumentException where a property is wrong or not supported
   */
  public String addRule(String name, JsonNode properties) {
    ObjectNode given = properties.deepCopy();
    given.put("Name", name);
    JsonNode pattern = properties.path("EventPattern");
    if (pattern.isObject()) {
      given.put("EventPattern", pattern.toString());
    }
    List<Target> targets = new ArrayList<>();
    return refusing(
        "Rule " + name,
        () -> {
          Bus bus = buses.get(properties.path("EventBusName").asText("default"));
          properties.path("Targets").forEach(target -> targets.add(Target.of(target)));
          Rule rule = eventBridge.putRule(bus, given);
          bus.put(rule.with(targets));
          return rule.arn();
        });
  }

  /**
   * Lets a queue feed a function, once {@link #start} was called.
   *
   * @param functionArn what {@link FunctionInvoker} gets
   * @param properties the resolved properties of a SAM event of type {@code SQS}
   * @throws IllegalArgumentException where a property is not supported, or the queue is missing
   */
  public void addMapping(String functionArn, JsonNode properties) {
    Queue queue = queue(properties.path("Queue").asText());
    if (properties.path("Enabled").asBoolean(true)) {
      MappingSettings settings = MappingSettings.of(functionArn, properties);
      mappings.add(new QueueMapping(queue, settings, place.region(), functions));
    }
  }

  /**
   * Sends a message as a service does that has a queue as its destination.
   *
   * @throws IllegalArgumentException where there is no such queue
   */
  public void send(String queueArn, String body) {
    queue(queueArn).add(Message.sent(UUID.randomUUID().toString(), body, queues.clock().instant()));
  }

  /** Starts to feed functions from queues. */
  public void start() {
    for (QueueMapping mapping : mappings) {
      for (int i = 0; i < mapping.settings().pollers(); i++) {
        pollers.add(Thread.ofVirtual().name("queue-poller").start(() -> pump(mapping)));
      }
    }
  }

  /** Stops the pollers and the retries; messages in queues are gone. */
  @Override
  public void close() throws IOException {
    pollers.forEach(Thread::interrupt);
    timer.shutdownNow();
    journal.close();
  }

  private Queue queue(String arn) {
    return queues
        .byArn(arn)
        .orElseThrow(() -> new IllegalArgumentException("There is no queue " + arn + "."));
  }

  private static void pump(QueueMapping mapping) {
    try {
      while (true) {
        mapping.pump(POLL_WAIT);
      }
    } catch (InterruptedException _) {
      // Closed.
    }
  }

  private void later(Duration delay, Runnable task) {
    var _ =
        timer.schedule(
            () -> Thread.ofVirtual().start(task), delay.toMillis(), TimeUnit.MILLISECONDS);
  }

  private static <T> T refusing(String what, Supplier<T> action) {
    try {
      return action.get();
    } catch (AwsError e) {
      throw new IllegalArgumentException(what + ": " + e.getMessage(), e);
    }
  }
}
