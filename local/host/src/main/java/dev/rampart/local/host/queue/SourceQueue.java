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

/**
 * The queue that a mapping reads; messages are in the form that ReceiveMessage gives them.
 *
 * @param sqs calls as the role of the function, which has to allow what Lambda does for it
 * @param upkeep calls as Lambda itself, for what no role is asked
 */
record SourceQueue(SourceService sqs, SourceService upkeep, String arn, String url) {
  /** SQS's limits for one request: messages, and seconds to wait for the first one. */
  private static final int BATCH_MAX = 10;

  private static final long WAIT_SECONDS_MAX = 20;

  private static final int ARN_PARTS = 6;

  /**
   * Finds a queue; it may be deleted and made again afterwards.
   *
   * @throws IllegalArgumentException if there is no such queue
   */
  static SourceQueue find(SourceService sqs, SourceService upkeep, String arn)
      throws IOException, InterruptedException {
    String[] parts = arn.split(":", -1);
    if (parts.length == ARN_PARTS) {
      // Lambda asks no role for the URL of a queue: it can make it of the ARN.
      String url = "https://sqs.%s.amazonaws.com/%s/%s".formatted(parts[3], parts[4], parts[5]);
      SourceQueue queue = new SourceQueue(sqs, upkeep, arn, url);
      if (queue.isThere()) {
        return queue;
      }
    }
    throw new IllegalArgumentException("There is no queue " + arn + ".");
  }

  /** A queue of another account or region has the same name and is not the one. */
  private boolean isThere() throws IOException, InterruptedException {
    try {
      return attribute("QueueArn").equals(arn);
    } catch (NotDelivered _) {
      return false;
    }
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
    return call(sqs, "ReceiveMessage", input).path("Messages").valueStream().toList();
  }

  void delete(List<JsonNode> messages) throws IOException, InterruptedException {
    var _ = each(sqs, "DeleteMessageBatch", messages, object());
  }

  /**
   * Keeps messages invisible for as long as if they had just been received.
   *
   * @return those that are still there and were not received again
   */
  List<JsonNode> keepInvisible(List<JsonNode> messages) throws IOException, InterruptedException {
    int seconds = Integer.parseInt(attribute("VisibilityTimeout"));
    return each(
        upkeep,
        "ChangeMessageVisibilityBatch",
        messages,
        object().put("VisibilityTimeout", seconds));
  }

  /** Carries out an operation for each message; returns those for which it succeeded. */
  private List<JsonNode> each(
      SourceService service, String operation, List<JsonNode> messages, ObjectNode entry)
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
      call(service, operation, input)
          .path("Successful")
          .forEach(success -> done.add(some.get(success.path("Id").asInt())));
    }
    return done;
  }

  private String attribute(String name) throws IOException, InterruptedException {
    ObjectNode input = input();
    input.putArray("AttributeNames").add(name);
    return call(sqs, "GetQueueAttributes", input).path("Attributes").path(name).asText();
  }

  private JsonNode call(SourceService service, String operation, JsonNode input)
      throws IOException, InterruptedException {
    try {
      return service.call(operation, input);
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
