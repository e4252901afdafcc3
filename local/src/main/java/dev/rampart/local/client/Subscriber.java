package dev.rampart.local.client;

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
public final class Subscriber implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int WAIT_SECONDS = 2;
  private static final String TARGET = "queue";

  private final AwsClient aws;
  private final URI events;
  private final URI sqs;
  private final ObjectNode rule;
  private final String queueUrl;
  private final List<JsonNode> seen = new ArrayList<>();

  private Subscriber(AwsClient aws, URI events, URI sqs, ObjectNode rule, String queueUrl) {
    this.aws = aws;
    this.events = events;
    this.sqs = sqs;
    this.rule = rule;
    this.queueUrl = queueUrl;
  }

  /** Subscribes to everything that Rampart publishes. */
  public static Subscriber to(Instance instance) throws IOException, InterruptedException {
    return subscribe(instance, "{\"source\":[{\"prefix\":\"rampart.\"}]}");
  }

  /** Subscribes to the events of one type. */
  public static Subscriber to(Instance instance, String detailType)
      throws IOException, InterruptedException {
    return subscribe(instance, "{\"detail-type\":[\"%s\"]}".formatted(detailType));
  }

  private static Subscriber subscribe(Instance instance, String pattern)
      throws IOException, InterruptedException {
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
            object().put("Name", name).put("EventBusName", bus).put("EventPattern", pattern));
    ObjectNode targets = object().put("Rule", name).put("EventBusName", bus);
    targets.putArray("Targets").addObject().put("Id", TARGET).put("Arn", arn);
    var _ = aws.call(events, "AWSEvents.PutTargets", targets);
    ObjectNode rule = object().put("EventBusName", bus).put("Name", name);
    return new Subscriber(aws, events, sqs, rule, url);
  }

  /** Waits for an event; empty if none came in time. */
  public Optional<JsonNode> await(Predicate<JsonNode> wanted, Duration timeout)
      throws IOException, InterruptedException {
    long deadlineNanos = System.nanoTime() + timeout.toNanos();
    while (true) {
      Optional<JsonNode> found = seen.stream().filter(wanted).findFirst();
      if (found.isPresent() || System.nanoTime() > deadlineNanos) {
        return found;
      }
      seen.addAll(receive());
    }
  }

  /** Returns the next events; none if none came within seconds. */
  public List<JsonNode> receive() throws IOException, InterruptedException {
    List<JsonNode> events = new ArrayList<>();
    JsonNode answer =
        aws.call(
            sqs,
            "AmazonSQS.ReceiveMessage",
            object()
                .put("QueueUrl", queueUrl)
                .put("MaxNumberOfMessages", 10)
                .put("WaitTimeSeconds", WAIT_SECONDS));
    for (JsonNode message : answer.path("Messages")) {
      events.add(JSON.readTree(message.path("Body").asText()));
      var _ =
          aws.call(
              sqs,
              "AmazonSQS.DeleteMessage",
              object()
                  .put("QueueUrl", queueUrl)
                  .put("ReceiptHandle", message.path("ReceiptHandle").asText()));
    }
    return events;
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** Takes rule and queue away, or events would go on to fill a queue that nobody reads. */
  @Override
  public void close() {
    try {
      ObjectNode targets =
          object()
              .put("EventBusName", rule.path("EventBusName").asText())
              .put("Rule", rule.path("Name").asText());
      targets.putArray("Ids").add(TARGET);
      var _ = aws.call(events, "AWSEvents.RemoveTargets", targets);
      var _ = aws.call(events, "AWSEvents.DeleteRule", rule);
      var _ = aws.call(sqs, "AmazonSQS.DeleteQueue", object().put("QueueUrl", queueUrl));
    } catch (IOException _) {
      // The run has ended, and they with it.
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      aws.close();
    }
  }
}
