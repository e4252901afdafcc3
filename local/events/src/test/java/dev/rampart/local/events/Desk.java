package dev.rampart.local.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.rampart.local.protocol.AwsReply;
import dev.rampart.local.protocol.AwsRequest;
import dev.rampart.local.protocol.AwsService;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Queues and buses with a clock and a timer in the test's hand. */
final class Desk implements InstantSource {
  static final PseudoParameters STACK = new PseudoParameters("stack", "eu-west-1", "000000000000");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Instant now = Instant.parse("2026-11-24T09:00:00Z");

  /** What was asked to run later. */
  record Waiting(Duration delay, Runnable task) {}

  final Deque<Waiting> waiting = new ArrayDeque<>();
  final List<String> heard = new ArrayList<>();
  final List<String> invoked = new ArrayList<>();

  /** What the functions answer, whatever they are asked. */
  FunctionInvoker.Outcome answer = new FunctionInvoker.Outcome.Returned(new byte[0]);

  final Space space = new Space(Space.BYTES_MAX, this);
  final Queues queues = new Queues(STACK, this, space);
  final Buses buses = new Buses(STACK);
  final FunctionInvoker functions =
      (arn, event) -> {
        invoked.add(new String(event, StandardCharsets.UTF_8));
        return answer;
      };
  final Delivery delivery =
      new Delivery(
          queues, functions, (delay, task) -> waiting.add(new Waiting(delay, task)), space);

  /** What the journal throws at the next event, if anything. */
  Optional<IOException> journalFault = Optional.empty();

  private final List<AwsService> services =
      List.of(
          new EventBridgeService(buses, new Putting(buses, this, delivery, this::keep)),
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

  void pass(Duration time) {
    now = now.plus(time);
  }

  /** Lets the time pass that the next waiting task asks for, and runs it. */
  void runNext() {
    Waiting next = waiting.remove();
    pass(next.delay());
    next.task().run();
  }

  AwsReply reply(String target, String input) {
    var request =
        new AwsRequest(
            "POST",
            "/",
            Map.of("x-amz-target", target, "host", "127.0.0.1:4566"),
            input.getBytes(StandardCharsets.UTF_8));
    return services.stream()
        .filter(service -> service.serves(request))
        .findFirst()
        .orElseThrow()
        .answer(request);
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

  JsonNode sqs(String operation, String input) {
    return call("AmazonSQS." + operation, input);
  }

  /** Makes a queue of a name, with attributes as JSON members. */
  Queue queue(String name, String attributes) {
    return queues.create(name, QueueAttributes.of(json("{" + attributes + "}")));
  }

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Receives what a queue has to give now. */
  static List<Message> take(Queue queue) throws InterruptedException {
    return queue.receive(10, Optional.empty(), Duration.ZERO);
  }

  static String quoted(String text) {
    return JSON.getNodeFactory().textNode(text).toString();
  }
}
