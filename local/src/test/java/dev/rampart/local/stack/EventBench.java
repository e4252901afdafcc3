package dev.rampart.local.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.access.AccessControl;
import dev.rampart.local.access.CallRecord;
import dev.rampart.local.events.LocalEvents;
import dev.rampart.local.events.destination.ApiDestinations;
import dev.rampart.local.host.FunctionSettings;
import dev.rampart.local.host.async.AsyncInvoker;
import dev.rampart.local.protocol.AwsService;
import dev.rampart.local.protocol.http.Field;
import dev.rampart.local.protocol.http.HttpRequest;
import dev.rampart.local.protocol.lambda.AsyncFunctionInvoker;
import dev.rampart.local.protocol.lambda.AsyncInvocation;
import dev.rampart.local.protocol.lambda.InvocationResult;
import dev.rampart.local.schedules.Schedules;
import dev.rampart.local.stack.access.EventPermissions;
import dev.rampart.local.stack.access.PermittedEvents;
import dev.rampart.local.stack.access.RoleDestinations;
import dev.rampart.local.stack.access.RoleSchedules;
import dev.rampart.local.stack.access.RoleTargets;
import dev.rampart.local.stack.access.TopicPermissions;
import dev.rampart.local.topics.Inbox;
import dev.rampart.local.topics.TopicSettings;
import dev.rampart.local.topics.Topics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/**
 * The buses, queues, topics, schedules and asynchronous invocations of a template, joined as in a
 * run: with functions that are fakes, and a clock that jumps to whatever waits.
 */
final class EventBench implements InstantSource, AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final long TIMEOUT_NANOS = 30_000_000_000L;
  private static final long PAUSE_NANOS = 5_000_000L;

  /** The logical ids of the functions that were invoked, one after another. */
  final List<String> invoked = new ArrayList<>();

  /** What functions answer, by logical id; the others answer without a word. */
  final Map<String, InvocationResult> answers;

  final StackPlan plan;
  final AccessControl access;
  final LocalEvents events;
  final Topics topics;
  final AsyncInvoker functions;
  final Schedules schedules;
  final Inbox inbox = new Inbox();
  private final ApiDestinations webhooks;
  private final Queue<Task> tasks = new ArrayDeque<>();
  private Instant now = Instant.parse("2026-11-30T12:00:00Z");

  private record Task(Duration delay, Runnable work) {}

  /**
   * Joins everything.
   *
   * @param hasRoom whether Lambda takes events of rules
   */
  EventBench(String template, Path folder, Map<String, InvocationResult> answers, boolean hasRoom)
      throws IOException {
    this.answers = Map.copyOf(answers);
    this.plan = StackPlans.ofTemplate(template);
    this.access =
        new AccessControl(plan.access(), CallRecord.begin(folder.resolve("calls")), this, _ -> {});
    RoleDestinations destinations = new RoleDestinations(access, plan.functionIds());
    this.functions =
        new AsyncInvoker(
            plan.functions().stream()
                .collect(Collectors.toMap(FunctionSettings::arn, FunctionSettings::async)),
            (arn, _) -> invoke(plan.function(arn)),
            destinations,
            this::later,
            this);
    AsyncFunctionInvoker taking =
        hasRoom
            ? new PermittedEvents(functions, access, EventPermissions.SERVICE)
            : (_, _, _) -> new AsyncInvocation.Throttled();
    this.events =
        LocalEvents.open(
            plan.access().stack(),
            this,
            folder.resolve("bus"),
            taking,
            new EventPermissions(access));
    new Wiring(plan, events, this).busesQueuesAndRules();
    this.schedules =
        new Schedules(
            plan.schedules(), new RoleSchedules(functions, events, access), this::later, this);
    this.topics =
        new Topics(plan.topics(), new TopicPermissions(events, access), inbox, this::later, this);
    destinations.connect(new RoleDestinations.Receivers(events, topics, functions));
    this.webhooks =
        new ApiDestinations(
            plan.destinations(), _ -> Optional.of("key"), new WebhookMails(inbox, this), this);
    events.connect(new RoleTargets(plan.ruleIds(), access, topics, webhooks));
  }

  private InvocationResult invoke(String function) {
    invoked.add(function);
    return answers.getOrDefault(function, new InvocationResult.Answered(new byte[0]));
  }

  private void later(Duration wait, Runnable work) {
    tasks.add(new Task(wait, work));
  }

  /** Runs what waits, and what comes of it, at its time; at most some tasks. */
  EventBench run(int tasksMax) {
    for (int i = 0; i < tasksMax && !tasks.isEmpty(); i++) {
      Task task = tasks.remove();
      pass(task.delay());
      task.work().run();
    }
    return this;
  }

  /** Waits for what other threads do: API destinations are called on one of their own. */
  boolean eventually(BooleanSupplier holds) {
    long deadlineNanos = System.nanoTime() + TIMEOUT_NANOS;
    while (!holds.getAsBoolean()) {
      if (System.nanoTime() > deadlineNanos) {
        return false;
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
    return true;
  }

  @Override
  public Instant instant() {
    return now;
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  /** Puts an event on the bus of the template. */
  EventBench put(String source, String detailType) {
    return put(source, detailType, "{}");
  }

  /** Puts an event with a detail on the bus of the template. */
  EventBench put(String source, String detailType, String detail) {
    ObjectNode entry =
        JsonNodeFactory.instance
            .objectNode()
            .put("EventBusName", plan.buses().getFirst().name())
            .put("Source", source)
            .put("DetailType", detailType)
            .put("Detail", detail);
    ObjectNode input = JsonNodeFactory.instance.objectNode();
    input.putArray("Entries").add(entry);
    JsonNode answer = call("AWSEvents.PutEvents", input);
    if (answer.path("FailedEntryCount").asInt() != 0) {
      throw new IllegalStateException(answer.toString());
    }
    return this;
  }

  /** Publishes a message on the first topic. */
  EventBench publish(String message) {
    topics.publish(topic(), message);
    return this;
  }

  private String topic() {
    return plan.topics().topics().stream().map(TopicSettings::arn).findFirst().orElseThrow();
  }

  JsonNode call(String target, JsonNode input) {
    HttpRequest request =
        new HttpRequest(
            "POST",
            "/",
            "",
            List.of(new Field("X-Amz-Target", target)),
            input.toString().getBytes(StandardCharsets.UTF_8),
            "127.0.0.1");
    AwsService service =
        events.services().stream().filter(each -> each.serves(request)).findFirst().orElseThrow();
    return parsed(new String(service.answer(request).body(), StandardCharsets.UTF_8));
  }

  /** Receives the messages of a queue of the template; they stay in it, and may come again. */
  List<JsonNode> receive(String logicalId) {
    ObjectNode input = JsonNodeFactory.instance.objectNode();
    input.put("QueueUrl", "http://127.0.0.1/0/" + queueName(logicalId));
    input.put("MaxNumberOfMessages", 10);
    input.putArray("MessageAttributeNames").add("All");
    return call("AmazonSQS.ReceiveMessage", input).path("Messages").valueStream().toList();
  }

  /** Returns the names of queues by a part of their logical ids. */
  private String queueName(String logicalId) {
    return plan.queues().stream()
        .map(queue -> queue.name())
        .filter(name -> name.contains(logicalId))
        .findFirst()
        .orElseThrow();
  }

  /** Returns the body of the only message of a queue. */
  JsonNode body(String logicalId) {
    return parsed(receive(logicalId).getFirst().path("Body").asText());
  }

  /** Returns an attribute of the first message of a queue. */
  String attribute(String logicalId, String name) {
    return receive(logicalId)
        .getFirst()
        .path("MessageAttributes")
        .path(name)
        .path("StringValue")
        .asText();
  }

  /** Returns why events wait; empty if none does. */
  Optional<String> fault() {
    return functions.fault().map(fault -> fault.cause());
  }

  static JsonNode parsed(String text) {
    try {
      return Objects.requireNonNull(JSON.readTree(text));
    } catch (IOException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  @Override
  public void close() throws IOException {
    events.close();
    topics.close();
    webhooks.close();
  }
}
