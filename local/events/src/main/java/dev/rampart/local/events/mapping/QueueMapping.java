package dev.rampart.local.events.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.events.queue.Digests;
import dev.rampart.local.events.queue.Message;
import dev.rampart.local.events.queue.Queue;
import dev.rampart.local.events.queue.Queues;
import dev.rampart.local.events.queue.ReceiveMessage;
import dev.rampart.local.protocol.lambda.FunctionInvoker;
import dev.rampart.local.protocol.lambda.InvocationResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Lambda's event source mapping from one queue to one function. */
public final class QueueMapping {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Queues queues;
  private final QueueMappingSettings settings;
  private final String region;
  private final FunctionInvoker functions;

  /** Creates a mapping. Its queue is looked up for each batch: it may be deleted and made again. */
  public QueueMapping(
      Queues queues, QueueMappingSettings settings, String region, FunctionInvoker functions) {
    this.queues = queues;
    this.settings = settings;
    this.region = region;
    this.functions = functions;
  }

  public QueueMappingSettings settings() {
    return settings;
  }

  /**
   * Takes one batch to the function. Messages of a failed batch, or those that the function names
   * as failed, come back when their visibility timeout ends; those of a batch that the function saw
   * nothing of come back at once.
   *
   * @param wait how long to wait for a first message
   * @throws NotDelivered if there is no such queue, or the function cannot be reached
   */
  public void pump(Duration wait) throws NotDelivered, InterruptedException {
    Queue queue =
        queues
            .byArn(settings.queueArn())
            .orElseThrow(() -> new NotDelivered("there is no queue " + settings.queueArn()));
    List<Message> batch = collect(queue, wait);
    if (batch.isEmpty()) {
      return;
    }
    byte[] event = event(batch).toString().getBytes(StandardCharsets.UTF_8);
    switch (functions.invoke(settings.functionArn(), event)) {
      case InvocationResult.Unavailable(String reason) -> {
        queue.giveBack(batch);
        throw new NotDelivered(reason);
      }
      case InvocationResult.Failure _ -> {}
      case InvocationResult.Answered(byte[] payload) -> {
        Set<String> failed = failed(payload, batch);
        batch.stream()
            .filter(message -> !failed.contains(message.id()))
            .forEach(message -> queue.delete(message.receipt()));
      }
    }
  }

  private List<Message> collect(Queue queue, Duration wait) throws InterruptedException {
    List<Message> batch =
        new ArrayList<>(queue.receive(settings.batchSize(), Optional.empty(), wait));
    long windowEndNanos = System.nanoTime() + settings.window().toNanos();
    while (!batch.isEmpty() && batch.size() < settings.batchSize()) {
      long leftNanos = windowEndNanos - System.nanoTime();
      if (leftNanos <= 0) {
        break;
      }
      batch.addAll(
          queue.receive(
              settings.batchSize() - batch.size(), Optional.empty(), Duration.ofNanos(leftNanos)));
    }
    return batch;
  }

  private ObjectNode event(List<Message> batch) {
    ObjectNode event = JSON.createObjectNode();
    ArrayNode records = event.putArray("Records");
    for (Message message : batch) {
      ObjectNode item = records.addObject();
      item.put("messageId", message.id());
      item.put("receiptHandle", message.receipt());
      item.put("body", message.body());
      ObjectNode attributes = item.putObject("attributes");
      ReceiveMessage.systemAttributes(message).forEach(attributes::put);
      ObjectNode own = item.putObject("messageAttributes");
      message.attributes().properties().forEach(each -> own(own, each.getKey(), each.getValue()));
      item.put("md5OfBody", Digests.body(message.body()));
      if (!message.attributes().isEmpty()) {
        item.put("md5OfMessageAttributes", Digests.attributes(message.attributes()));
      }
      item.put("eventSource", "aws:sqs");
      item.put("eventSourceARN", settings.queueArn());
      item.put("awsRegion", region);
    }
    return event;
  }

  private static void own(ObjectNode all, String name, JsonNode given) {
    ObjectNode one = all.putObject(name);
    Optional.ofNullable(given.get("StringValue")).ifPresent(v -> one.set("stringValue", v));
    Optional.ofNullable(given.get("BinaryValue")).ifPresent(v -> one.set("binaryValue", v));
    one.putArray("stringListValues");
    one.putArray("binaryListValues");
    one.set("dataType", given.path("DataType"));
  }

  /** Returns the ids that failed: those named, or all if the answer makes no sense. */
  private Set<String> failed(byte[] payload, List<Message> batch) {
    Set<String> all = new HashSet<>();
    batch.forEach(message -> all.add(message.id()));
    if (!settings.reportsFailures()) {
      return Set.of();
    }
    try {
      JsonNode failures = JSON.readTree(payload).path("batchItemFailures");
      Set<String> named = new HashSet<>();
      failures.forEach(failure -> named.add(failure.path("itemIdentifier").asText("")));
      boolean sound = failures.isMissingNode() || failures.isNull() || failures.isArray();
      return sound && all.containsAll(named) ? named : all;
    } catch (IOException _) {
      return all;
    }
  }
}
