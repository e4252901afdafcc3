package dev.rampart.local.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.events.archive.ArchiveOperations;
import dev.rampart.local.events.archive.ArchiveSettings;
import dev.rampart.local.events.archive.Archives;
import dev.rampart.local.events.archive.ReplayBus;
import dev.rampart.local.events.archive.Replays;
import dev.rampart.local.events.bus.Bus;
import dev.rampart.local.events.bus.BusReplays;
import dev.rampart.local.events.bus.BusSettings;
import dev.rampart.local.events.bus.Buses;
import dev.rampart.local.events.bus.Delivery;
import dev.rampart.local.events.bus.DeliveryPermission;
import dev.rampart.local.events.bus.EventBridgeService;
import dev.rampart.local.events.bus.Journal;
import dev.rampart.local.events.bus.PutEvents;
import dev.rampart.local.events.bus.RemoteTargets;
import dev.rampart.local.events.bus.Rule;
import dev.rampart.local.events.bus.RuleSettings;
import dev.rampart.local.events.queue.Message;
import dev.rampart.local.events.queue.Queue;
import dev.rampart.local.events.queue.QueueMemory;
import dev.rampart.local.events.queue.QueueSettings;
import dev.rampart.local.events.queue.Queues;
import dev.rampart.local.events.queue.SqsService;
import dev.rampart.local.protocol.AwsError;
import dev.rampart.local.protocol.AwsService;
import dev.rampart.local.protocol.lambda.AsyncFunctionInvoker;
import dev.rampart.local.supervision.Timer;
import dev.rampart.local.template.PseudoParameters;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** EventBridge and SQS in one process, all in memory. Safe for use by many threads. */
public final class LocalEvents implements AutoCloseable {
  private final Queues queues;
  private final Buses buses;
  private final EventBridgeService eventBridge;
  private final PutEvents putting;
  private final SqsService sqs;
  private final Journal journal;
  private final Timer timer;
  private final QueueMemory space;
  private final Delivery delivery;
  private final Archives archives;
  private final Replays replays;

  private LocalEvents(
      PseudoParameters stack,
      InstantSource clock,
      AsyncFunctionInvoker functions,
      DeliveryPermission permission,
      Journal journal) {
    this.journal = journal;
    this.timer = new Timer(clock);
    this.space = new QueueMemory(QueueMemory.BYTES_MAX, clock);
    this.queues = new Queues(stack, clock, space);
    this.buses = new Buses(stack);
    this.archives = new Archives(clock);
    this.delivery = new Delivery(queues, permission, functions, timer, space, archives);
    this.putting = new PutEvents(buses, clock, delivery, journal);
    ReplayBus replayed = new BusReplays(buses, putting);
    this.replays = new Replays(archives, replayed, stack, timer, clock);
    this.eventBridge =
        new EventBridgeService(
            buses, putting, new ArchiveOperations(archives, replays, replayed, stack));
    this.sqs = new SqsService(queues);
  }

  /**
   * Opens the journal, to which every event of every bus is appended as one line of JSON.
   *
   * @param functions takes what rules have for functions
   */
  public static LocalEvents open(
      PseudoParameters stack, InstantSource clock, Path journal, AsyncFunctionInvoker functions)
      throws IOException {
    return open(stack, clock, journal, functions, DeliveryPermission.everything());
  }

  /**
   * Opens the journal, as {@link #open(PseudoParameters, InstantSource, Path,
   * AsyncFunctionInvoker)}.
   *
   * @param permission which queues take what rules send
   */
  public static LocalEvents open(
      PseudoParameters stack,
      InstantSource clock,
      Path journal,
      AsyncFunctionInvoker functions,
      DeliveryPermission permission)
      throws IOException {
    return new LocalEvents(stack, clock, functions, permission, Journal.open(journal, clock));
  }

  /** Returns the AWS services, for {@code AwsServer}. */
  public List<AwsService> services() {
    return List.of(eventBridge, sqs);
  }

  /**
   * Adds a queue.
   *
   * @throws IllegalArgumentException if there is another one of its name
   */
  public void add(QueueSettings queue) {
    var _ =
        refusing("Queue " + queue.name(), () -> queues.create(queue.name(), queue.attributes()));
  }

  /** Adds an event bus. */
  public void addBus(BusSettings bus) {
    buses.add(bus);
  }

  /**
   * Adds an archive, and the rule by which it gets the events of its bus.
   *
   * @throws IllegalArgumentException if there is no such bus, or no room for the rule
   */
  public void add(ArchiveSettings archive) {
    archives.add(archive);
    var _ =
        refusing(
            "Archive " + archive.name(),
            () -> {
              Bus bus = buses.get(archive.busArn());
              Rule rule = Rule.ofArchive(archive, bus, buses);
              bus.put(rule);
              return rule;
            });
  }

  /**
   * Adds a rule with its targets.
   *
   * @throws IllegalArgumentException if there is no such bus, or no room for the rule
   */
  public void add(RuleSettings settings) {
    var _ =
        refusing(
            "Rule " + settings.request().path("Name").asText(),
            () -> {
              Bus bus = buses.get(settings.bus());
              Rule rule = eventBridge.putRule(bus, settings.request()).with(settings.targets());
              bus.put(rule);
              return rule;
            });
  }

  /**
   * Sends a message as a service does that has a queue as its destination.
   *
   * @throws IllegalArgumentException if there is no such queue
   * @throws AwsError if the queue cannot take it
   */
  public void send(String queueArn, String body) {
    send(queueArn, body, JsonNodeFactory.instance.objectNode());
  }

  /**
   * Sends a message with attributes.
   *
   * @param attributes in SQS's shape
   * @throws IllegalArgumentException if there is no such queue
   * @throws AwsError if the queue cannot take it
   */
  public void send(String queueArn, String body, JsonNode attributes) {
    Instant now = queues.clock().instant();
    queue(queueArn).add(Message.sent(UUID.randomUUID().toString(), body, attributes, now, now));
  }

  /**
   * Puts an event of a service of AWS on the default bus, if a rule of it listens.
   *
   * @param resource the ARN that the event is about
   */
  public void put(String source, String detailType, String resource, ObjectNode detail) {
    putting.putOfService(source, detailType, resource, detail);
  }

  /**
   * Puts an event on a bus for somebody who has the right to.
   *
   * @param bus its name or ARN
   * @param resources the ARNs that the event is about
   * @throws AwsError if it is not taken
   */
  public void put(
      String bus, String source, String detailType, List<String> resources, ObjectNode detail) {
    putting.put(bus, source, detailType, resources, detail);
  }

  /** Says what takes the events that rules have for topics and API destinations. */
  public void connect(RemoteTargets targets) {
    delivery.connect(targets);
  }

  /**
   * Has failed invocations of targets counted.
   *
   * @param listener gets the names of a bus and of a rule of it
   */
  public void countingFailures(BiConsumer<String, String> listener) {
    delivery.countingFailures(listener);
  }

  /**
   * Returns how queues, journal and delivery are doing.
   *
   * @param failureQueueArns the queues that are dead-letter queues beside those that a queue or a
   *     rule names
   */
  public EventsHealth health(Set<String> failureQueueArns) {
    Set<String> deadLetterArns = new HashSet<>(failureQueueArns);
    queues.all().stream()
        .flatMap(queue -> queue.attributes().redrive().stream())
        .forEach(redrive -> deadLetterArns.add(redrive.deadLetterArn()));
    buses.all().forEach(bus -> bus.deadLetterArn().ifPresent(deadLetterArns::add));
    rules()
        .flatMap(rule -> rule.targets().values().stream())
        .flatMap(target -> target.deadLetterArn().stream())
        .forEach(deadLetterArns::add);
    Instant now = queues.clock().instant();
    return new EventsHealth(
        queues.all().stream().map(queue -> health(queue, deadLetterArns, now)).toList(),
        deadLetterArns.stream().filter(arn -> queues.byArn(arn).isEmpty()).sorted().toList(),
        journal.fault(),
        space.refusal(),
        delivery.fault().or(replays::fault));
  }

  private Stream<Rule> rules() {
    return buses.all().stream().flatMap(bus -> bus.rules().stream());
  }

  private static EventsHealth.QueueHealth health(
      Queue queue, Set<String> deadLetterArns, Instant now) {
    Queue.Depth depth = queue.depth();
    return new EventsHealth.QueueHealth(
        queue.name(),
        deadLetterArns.contains(queue.arn()),
        depth.visible(),
        depth.inFlight(),
        depth.delayed(),
        queue.oldest().map(sent -> Duration.between(sent, now)));
  }

  /** Stops the retries; messages in queues are gone. */
  @Override
  public void close() throws IOException {
    timer.close();
    journal.close();
  }

  private Queue queue(String arn) {
    return queues
        .byArn(arn)
        .orElseThrow(() -> new IllegalArgumentException("There is no queue " + arn + "."));
  }

  private static <T> T refusing(String what, Supplier<T> action) {
    try {
      return action.get();
    } catch (AwsError e) {
      throw new IllegalArgumentException(what + ": " + e.getMessage(), e);
    }
  }
}
