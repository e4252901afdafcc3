package dev.rampart.local.host.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.host.mapping.SourceService;
import dev.rampart.local.protocol.lambda.FunctionInvoker;
import dev.rampart.local.protocol.lambda.InvocationResult;
import dev.rampart.local.template.Properties;
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

/** A shard in the test's hand, and the function behind it. Iterators are plain positions. */
final class Shard implements SourceService, FunctionInvoker, InstantSource {
  static final JsonMapper JSON = JsonMapper.builder().build();
  static final String ARN = "arn:aws:dynamodb:eu-west-1:000000000000:table/T/stream/2026";

  final List<ObjectNode> records = new ArrayList<>();

  /** The sequence numbers of each event that the function got. */
  final List<List<String>> calls = new ArrayList<>();

  /** What the function answers, one after another; afterwards it succeeds. */
  final Deque<InvocationResult> answers = new ArrayDeque<>();

  final List<JsonNode> givenUp = new ArrayList<>();
  final List<JsonNode> events = new ArrayList<>();
  private Instant now = Instant.parse("2026-11-24T09:00:00Z");
  boolean down;

  /** What reading, the function and the failure queue throw, one after another. */
  final Deque<RuntimeException> readFaults = new ArrayDeque<>();

  final Deque<RuntimeException> functionFaults = new ArrayDeque<>();
  final Deque<RuntimeException> queueFaults = new ArrayDeque<>();

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text.replace('\'', '"'));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static InvocationResult returned(String text) {
    return new InvocationResult.Answered(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
  }

  static InvocationResult failed() {
    return new InvocationResult.FunctionError("java.lang.Exception", "no");
  }

  /** Adds records that are made now, with sequence numbers from 1 on. */
  void write(int count) {
    for (int i = 0; i < count; i++) {
      ObjectNode item = JSON.createObjectNode().put("eventID", "e").put("eventName", "INSERT");
      item.putObject("dynamodb")
          .put("SequenceNumber", Integer.toString(records.size() + 1))
          .put("ApproximateCreationDateTime", now.getEpochSecond());
      records.add(item);
    }
  }

  /** Returns the settings of a mapping of a template with some more properties. */
  static StreamSettings settings(String properties) {
    String template =
        """
        {"Resources": {"Mapping": {"Type": "AWS::Lambda::EventSourceMapping", "Properties":
        {"FunctionName": "arn:f", "EventSourceArn": "%s", %s}}}}
        """
            .formatted(ARN, properties.replace('\'', '"'));
    Properties mapping = Template.read("t.yaml", template).stack(Map.of()).get("Mapping").read();
    StreamSettings settings = StreamSettings.read(mapping);
    mapping.end();
    return settings;
  }

  ShardFeed feed(Path directory, String properties) throws IOException {
    StreamSettings settings = settings("'StartingPosition':'TRIM_HORIZON'" + properties);
    Checkpoints checkpoints = Checkpoints.open(directory.resolve("checkpoint"));
    ShardCursor cursor = new ShardCursor(this, ARN, "shard", false, checkpoints.get("shard"));
    return new ShardFeed(
        settings,
        "shard",
        cursor,
        this,
        (_, _, _, document) -> {
          throwNext(queueFaults);
          givenUp.add(json(document));
        },
        this,
        checkpoints);
  }

  @Override
  public JsonNode call(String operation, JsonNode input) throws IOException {
    if (down) {
      throw new IOException("connection refused");
    }
    throwNext(readFaults);
    int position = position(operation, input);
    ObjectNode answer = JSON.createObjectNode();
    if (operation.equals("GetShardIterator")) {
      return answer.put("ShardIterator", Integer.toString(position));
    }
    int end = Math.min(records.size(), position + input.path("Limit").asInt());
    ArrayNode page = answer.putArray("Records");
    records.subList(position, end).forEach(page::add);
    return answer.put("NextShardIterator", Integer.toString(end));
  }

  private static int position(String operation, JsonNode input) {
    return operation.equals("GetRecords")
        ? Integer.parseInt(input.path("ShardIterator").asText())
        : input.path("SequenceNumber").asInt(0);
  }

  @Override
  public InvocationResult invoke(String functionArn, byte[] event) {
    JsonNode document = json(new String(event, StandardCharsets.UTF_8));
    events.add(document);
    List<String> sequences = new ArrayList<>();
    document.path("Records").forEach(each -> sequences.add(Piece.sequence(each)));
    calls.add(sequences);
    throwNext(functionFaults);
    return answers.isEmpty() ? returned("{}") : answers.removeFirst();
  }

  private static void throwNext(Deque<RuntimeException> faults) {
    if (!faults.isEmpty()) {
      throw faults.removeFirst();
    }
  }

  @Override
  public Instant instant() {
    return now;
  }

  void pass(Duration time) {
    now = now.plus(time);
  }
}
