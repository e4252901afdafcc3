package dev.rampart.local.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.rampart.local.events.archive.ArchiveOperations;
import dev.rampart.local.events.archive.Archives;
import dev.rampart.local.events.archive.ReplayBus;
import dev.rampart.local.events.archive.Replays;
import dev.rampart.local.events.bus.BusReplays;
import dev.rampart.local.events.bus.Buses;
import dev.rampart.local.events.bus.Delivery;
import dev.rampart.local.events.bus.DeliveryPermission;
import dev.rampart.local.events.bus.EventBridgeService;
import dev.rampart.local.events.bus.PutEvents;
import dev.rampart.local.events.queue.Message;
import dev.rampart.local.events.queue.Queue;
import dev.rampart.local.events.queue.QueueAttributes;
import dev.rampart.local.events.queue.QueueMemory;
import dev.rampart.local.events.queue.Queues;
import dev.rampart.local.events.queue.SqsService;
import dev.rampart.local.protocol.AwsAction;
import dev.rampart.local.protocol.AwsService;
import dev.rampart.local.protocol.http.Field;
import dev.rampart.local.protocol.http.HttpRequest;
import dev.rampart.local.protocol.http.HttpResponse;
import dev.rampart.local.protocol.lambda.AsyncFunctionInvoker;
import dev.rampart.local.protocol.lambda.AsyncInvocation;
import dev.rampart.local.template.PseudoParameters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Queues and buses with a clock and a timer in the test's hand. */
public final class Desk implements InstantSource {
  public static final PseudoParameters STACK =
      new PseudoParameters("stack", "eu-west-1", "000000000000");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Instant now = Instant.parse("2026-11-24T09:00:00Z");

  /** What was asked to run later. */
  public record Waiting(Duration delay, Runnable task) {}

  public final Deque<Waiting> waiting = new ArrayDeque<>();
  final List<String> heard = new ArrayList<>();
  public final List<String> invoked = new ArrayList<>();

  /** What Lambda says to events, whatever they are. */
  public AsyncInvocation answer = new AsyncInvocation.Accepted();

  /** The ARNs of rules and buses that no queue takes anything of. */
  final Set<String> closedTo = new HashSet<>();

  /** The ARNs of buses that may not use their key. */
  final Set<String> sealed = new HashSet<>();

  public final QueueMemory space = new QueueMemory(QueueMemory.BYTES_MAX, this);
  public final Queues queues = new Queues(STACK, this, space);
  final Buses buses = new Buses(STACK);
  public final AsyncFunctionInvoker functions =
      (_, _, event) -> {
        invoked.add(new String(event, StandardCharsets.UTF_8));
        return answer;
      };
  public final Archives archives = new Archives(this);
  public final Delivery delivery =
      new Delivery(
          queues,
          new DeliveryPermission() {
            @Override
            public Optional<String> refusal(String sourceArn, String queueArn) {
              return closedTo.contains(sourceArn) ? Optional.of("closed") : Optional.empty();
            }

            @Override
            public Optional<String> keyRefusal(String busArn) {
              return sealed.contains(busArn) ? Optional.of("no key") : Optional.empty();
            }
          },
          functions,
          (delay, task) -> waiting.add(new Waiting(delay, task)),
          space,
          archives);

  /** What the journal throws at the next event, if anything. */
  Optional<IOException> journalFault = Optional.empty();

  private final PutEvents putting = new PutEvents(buses, this, delivery, this::keep);
  private final ReplayBus replayed = new BusReplays(buses, putting);
  final Replays replays =
      new Replays(
          archives, replayed, STACK, (delay, task) -> waiting.add(new Waiting(delay, task)), this);

  private final List<AwsService> services =
      List.of(
          new EventBridgeService(
              buses, putting, new ArchiveOperations(archives, replays, replayed, STACK)),
          new SqsService(queues));

  private void keep(String event) throws IOException {
    if (journalFault.isPresent()) {
      throw journalFault.get();
    }
    heard.add(event);
  }

  @Override
  public Instant instant() {
    return now;
  }

  public void pass(Duration time) {
    now = now.plus(time);
  }

  /** Lets the time pass that the next waiting task asks for, and runs it. */
  public void runNext() {
    Waiting next = waiting.remove();
    pass(next.delay());
    next.task().run();
  }

  public HttpResponse reply(String target, String input) {
    HttpRequest request = request(target, input);
    return service(request).answer(request);
  }

  List<AwsAction> actions(String target, String input) {
    HttpRequest request = request(target, input);
    return service(request).actions(request);
  }

  private AwsService service(HttpRequest request) {
    return services.stream().filter(one -> one.serves(request)).findFirst().orElseThrow();
  }

  private static HttpRequest request(String target, String input) {
    return new HttpRequest(
        "POST",
        "/",
        "",
        List.of(new Field("X-Amz-Target", target), new Field("Host", "127.0.0.1:4566")),
        input.getBytes(StandardCharsets.UTF_8),
        "127.0.0.1");
  }

  JsonNode call(String target, String input) {
    try {
      return JSON.readTree(reply(target, input).body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  JsonNode events(String operation, String input) {
    return call("AWSEvents." + operation, input);
  }

  public JsonNode sqs(String operation, String input) {
    return call("AmazonSQS." + operation, input);
  }

  /** Makes a queue of a name, with attributes as JSON members. */
  public Queue queue(String name, String attributes) {
    return queues.create(name, QueueAttributes.of(json("{" + attributes + "}")));
  }

  public static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Receives what a queue has to give now. */
  public static List<Message> take(Queue queue) throws InterruptedException {
    return queue.receive(10, Optional.empty(), Duration.ZERO);
  }

  static String quoted(String text) {
    return JSON.getNodeFactory().textNode(text).toString();
  }
}
