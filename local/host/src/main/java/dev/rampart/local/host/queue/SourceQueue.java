package dev.rampart.local.host.queue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.host.mapping.SourceService;
import dev.rampart.local.protocol.AwsClient;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The queue that a mapping reads; messages are in the form that ReceiveMessage gives them. */
final class SourceQueue {
  /** SQS's limits for one request: messages, and seconds to wait for the first one. */
  private static final int BATCH_MAX = 10;

  private static final long WAIT_SECONDS_MAX = 20;

  private final SourceService sqs;
  private final String arn;
  private final String url;

  private SourceQueue(SourceService sqs, String arn, String url) {
    this.sqs = sqs;
    this.arn = arn;
    this.url = url;
  }

  /**
   * Finds a queue; it may be deleted and made again afterwards.
   *
   * @throws IllegalArgumentException if there is no such queue
   */
  static SourceQueue find(SourceService sqs, String arn) throws IOException, InterruptedException {
    ObjectNode name = object().put("QueueName", arn.substring(arn.lastIndexOf(':') + 1));
    try {
      SourceQueue queue =
          new SourceQueue(sqs, arn, sqs.call("GetQueueUrl", name).path("QueueUrl").asText());
      if (queue.attribute("QueueArn").equals(arn)) {
        return queue;
      }
    } catch (AwsClient.Refused e) {
      if (!isMissing(e)) {
        throw e;
      }
    }
    throw new IllegalArgumentException("There is no queue " + arn + ".");
  }

  /**
   * Receives messages.
   *
   * @param max at least 1; no more than 10 come at once
   * @param wait how long to wait for the first one; whole seconds count, 20 at most
   */
  List<JsonNode> receive(int max, Duration wait) throws IOException, InterruptedException {
    ObjectNode input = input();
    input.put("MaxNumberOfMessages", Math.min(max, BATCH_MAX));
    input.put("WaitTimeSeconds", Math.min(wait.toSeconds(), WAIT_SECONDS_MAX));
    input.putArray("MessageSystemAttributeNames").add("All");
    input.putArray("MessageAttributeNames").add("All");
    return call("ReceiveMessage", input).path("Messages").valueStream().toList();
  }

  void delete(List<JsonNode> messages) throws IOException, InterruptedException {
    var _ = each("DeleteMessageBatch", messages, object());
  }

  /**
   * Keeps messages invisible for as long as if they had just been received.
   *
   * @return those that are still there and were not received again
   */
  List<JsonNode> keepInvisible(List<JsonNode> messages) throws IOException, InterruptedException {
    int seconds = Integer.parseInt(attribute("VisibilityTimeout"));
    return each(
        "ChangeMessageVisibilityBatch", messages, object().put("VisibilityTimeout", seconds));
  }

  /** Carries out an operation for each message; returns those for which it succeeded. */
  private List<JsonNode> each(String operation, List<JsonNode> messages, ObjectNode entry)
      throws IOException, InterruptedException {
    List<JsonNode> done = new ArrayList<>();
    for (int from = 0; from < messages.size(); from += BATCH_MAX) {
      List<JsonNode> some = messages.subList(from, Math.min(from + BATCH_MAX, messages.size()));
      ObjectNode input = input();
      ArrayNode entries = input.putArray("Entries");
      for (int i = 0; i < some.size(); i++) {
        ObjectNode each = entry.deepCopy().put("Id", Integer.toString(i));
        entries.add(each.set("ReceiptHandle", some.get(i).path("ReceiptHandle")));
      }
      call(operation, input)
          .path("Successful")
          .forEach(success -> done.add(some.get(success.path("Id").asInt())));
    }
    return done;
  }

  private String attribute(String name) throws IOException, InterruptedException {
    ObjectNode input = input();
    input.putArray("AttributeNames").add(name);
    return call("GetQueueAttributes", input).path("Attributes").path(name).asText();
  }

  private JsonNode call(String operation, JsonNode input) throws IOException, InterruptedException {
    try {
      return sqs.call(operation, input);
    } catch (AwsClient.Refused e) {
      throw isMissing(e) ? new NotDelivered("there is no queue " + arn) : e;
    }
  }

  private static boolean isMissing(AwsClient.Refused refused) {
    return refused.code().equals("QueueDoesNotExist");
  }

  private ObjectNode input() {
    return object().put("QueueUrl", url);
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
