package dev.rampart.local.host.queue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.rampart.local.events.LocalEvents;
import dev.rampart.local.host.mapping.SourceService;
import dev.rampart.local.protocol.AwsClient;
import dev.rampart.local.protocol.http.Field;
import dev.rampart.local.protocol.http.HttpRequest;
import dev.rampart.local.protocol.http.HttpResponse;
import dev.rampart.local.protocol.lambda.AsyncInvocation;
import dev.rampart.local.protocol.lambda.InvocationResult;
import dev.rampart.local.template.Properties;
import dev.rampart.local.template.PseudoParameters;
import dev.rampart.local.template.Template;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** A queue of the stand-in for SQS, by a clock in the test's hand, and the function behind it. */
final class TestQueue implements SourceService, InstantSource, AutoCloseable {
  static final String ARN = "arn:aws:sqs:eu-west-1:000000000000:q";
  static final PseudoParameters STACK = new PseudoParameters("stack", "eu-west-1", "000000000000");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** The events that the function got. */
  final List<JsonNode> invoked = new ArrayList<>();

  /** What the function answers, whatever it is asked. */
  InvocationResult answer = new InvocationResult.Answered(new byte[0]);

  /** What SQS throws at the next calls, one after another. */
  final Deque<IOException> faults = new ArrayDeque<>();

  private int callsBeforeFault;
  private final LocalEvents events;
  private Instant now = Instant.parse("2026-11-24T09:00:00Z");

  TestQueue(Path directory) throws IOException {
    events =
        LocalEvents.open(
            STACK,
            this,
            directory.resolve("bus.jsonl"),
            (_, _, _) -> new AsyncInvocation.NotFound());
  }

  /** Returns the settings of a mapping of a template with some more properties. */
  static QueueMappingSettings settings(String properties) {
    String template =
        """
        {"Resources": {"Mapping": {"Type": "AWS::Lambda::EventSourceMapping", "Properties":
        {"FunctionName": "arn:f", "EventSourceArn": "%s" %s}}}}
        """
            .formatted(ARN, properties.replace('\'', '"'));
    Properties mapping = Template.read("t.yaml", template).stack(Map.of()).get("Mapping").read();
    QueueMappingSettings settings = QueueMappingSettings.read(mapping);
    mapping.end();
    return settings;
  }

  QueuePoller poller(String properties) throws IOException, InterruptedException {
    QueueMappingSettings settings = settings(properties);
    return new QueuePoller(
        settings, SourceQueue.find(this, this, settings.queueArn()), this::invoke);
  }

  private InvocationResult invoke(String functionArn, byte[] event) {
    invoked.add(json(new String(event, StandardCharsets.UTF_8)));
    return answer;
  }

  @Override
  public JsonNode call(String operation, JsonNode input) throws IOException {
    if (callsBeforeFault > 0) {
      callsBeforeFault--;
    } else if (!faults.isEmpty()) {
      throw faults.removeFirst();
    }
    HttpRequest request =
        new HttpRequest(
            "POST",
            "/",
            "",
            List.of(
                new Field("X-Amz-Target", "AmazonSQS." + operation),
                new Field("Host", "127.0.0.1:4566")),
            input.toString().getBytes(StandardCharsets.UTF_8),
            "127.0.0.1");
    HttpResponse reply =
        events.services().stream()
            .filter(service -> service.serves(request))
            .findFirst()
            .orElseThrow()
            .answer(request);
    JsonNode body = JSON.readTree(reply.body());
    if (reply.status() != 200) {
      String type = body.path("__type").asText();
      throw new AwsClient.Refused(type.substring(type.indexOf('#') + 1), body.toString());
    }
    return body;
  }

  /** Has SQS throw at a call, after some that it answers. */
  void faultsAfter(int calls, IOException fault) {
    callsBeforeFault = calls;
    faults.add(fault);
  }

  /** Calls an operation for the queue, with some more members. */
  JsonNode sqs(String operation, String members) {
    try {
      return call(operation, json("{'QueueUrl':'http://127.0.0.1/0/q'" + members + "}"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void create(String attributes) {
    var _ = sqs("CreateQueue", ",'QueueName':'q','Attributes':{" + attributes + "}");
  }

  /** Sends a message; returns its id. */
  String send(String body) {
    return sqs("SendMessage", ",'MessageBody':'" + body + "'").path("MessageId").asText();
  }

  /** Returns how many messages can be received now, and how many are in flight. */
  List<Integer> depth() {
    JsonNode all = sqs("GetQueueAttributes", ",'AttributeNames':['All']").path("Attributes");
    return List.of(
        all.path("ApproximateNumberOfMessages").asInt(),
        all.path("ApproximateNumberOfMessagesNotVisible").asInt());
  }

  void answer(String text) {
    answer = new InvocationResult.Answered(text.getBytes(StandardCharsets.UTF_8));
  }

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text.replace('\'', '"'));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Instant instant() {
    return now;
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  @Override
  public void close() throws IOException {
    events.close();
  }
}
