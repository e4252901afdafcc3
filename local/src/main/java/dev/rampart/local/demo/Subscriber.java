package dev.rampart.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.protocol.AwsClient;
import dev.rampart.local.stack.instance.Instance;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * Listens to the bus as a security team would: with a queue and a rule of its own, made through the
 * services of AWS.
 */
final class Subscriber implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int WAIT_SECONDS = 2;

  private final AwsClient aws;
  private final URI sqs;
  private final String queueUrl;
  private final List<JsonNode> seen = new ArrayList<>();

  private Subscriber(AwsClient aws, URI sqs, String queueUrl) {
    this.aws = aws;
    this.sqs = sqs;
    this.queueUrl = queueUrl;
  }

  /** Subscribes to everything that Rampart publishes. */
  static Subscriber to(Instance instance) throws IOException, InterruptedException {
    AwsClient aws = new AwsClient(instance.region(), instance.credentials().accessKeyId());
    URI events = URI.create(instance.endpoints().getOrDefault("events", ""));
    URI sqs = URI.create(instance.endpoints().getOrDefault("sqs", ""));
    String name = "demo-" + UUID.randomUUID();
    String url =
        aws.call(sqs, "AmazonSQS.CreateQueue", object().put("QueueName", name))
            .path("QueueUrl")
            .asText();
    ObjectNode attributes = object().put("QueueUrl", url);
    attributes.putArray("AttributeNames").add("QueueArn");
    String arn =
        aws.call(sqs, "AmazonSQS.GetQueueAttributes", attributes)
            .path("Attributes")
            .path("QueueArn")
            .asText();
    String bus = instance.names().bus();
    var _ =
        aws.call(
            events,
            "AWSEvents.PutRule",
            object()
                .put("Name", name)
                .put("EventBusName", bus)
                .put("EventPattern", "{\"source\":[{\"prefix\":\"rampart.\"}]}"));
    ObjectNode targets = object().put("Rule", name).put("EventBusName", bus);
    targets.putArray("Targets").addObject().put("Id", "queue").put("Arn", arn);
    var _ = aws.call(events, "AWSEvents.PutTargets", targets);
    return new Subscriber(aws, sqs, url);
  }

  /** Waits for an event; empty if none came in time. */
  Optional<JsonNode> await(Predicate<JsonNode> wanted, Duration timeout)
      throws IOException, InterruptedException {
    long deadlineNanos = System.nanoTime() + timeout.toNanos();
    while (true) {
      Optional<JsonNode> found = seen.stream().filter(wanted).findFirst();
      if (found.isPresent() || System.nanoTime() > deadlineNanos) {
        return found;
      }
      receive();
    }
  }

  private void receive() throws IOException, InterruptedException {
    JsonNode answer =
        aws.call(
            sqs,
            "AmazonSQS.ReceiveMessage",
            object()
                .put("QueueUrl", queueUrl)
                .put("MaxNumberOfMessages", 10)
                .put("WaitTimeSeconds", WAIT_SECONDS));
    for (JsonNode message : answer.path("Messages")) {
      seen.add(JSON.readTree(message.path("Body").asText()));
      var _ =
          aws.call(
              sqs,
              "AmazonSQS.DeleteMessage",
              object()
                  .put("QueueUrl", queueUrl)
                  .put("ReceiptHandle", message.path("ReceiptHandle").asText()));
    }
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  @Override
  public void close() {
    aws.close();
  }
}
