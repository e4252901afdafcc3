package dev.rampart.local.topics;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.rampart.local.protocol.ClientJson;
import dev.rampart.local.template.Properties;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/** Reads topics and subscriptions of a template. */
public final class TopicReader {
  private static final String TOPIC = "AWS::SNS::Topic";
  private static final String SUBSCRIPTION = "AWS::SNS::Subscription";
  private static final JsonMapper JSON = ClientJson.STRICT;

  private final Predicate<String> queues;
  private final List<TopicSettings> topics = new ArrayList<>();
  private final List<TopicSubscription> subscriptions = new ArrayList<>();

  private TopicReader(Predicate<String> queues) {
    this.queues = queues;
  }

  /** Returns whether a type of resources is read here. */
  public static boolean takes(String type) {
    return type.equals(TOPIC) || type.equals(SUBSCRIPTION);
  }

  /**
   * Reads resources.
   *
   * @param queues whether there is a queue of an ARN
   * @throws dev.rampart.local.template.source.TemplateException if a property is wrong or not
   *     supported
   */
  public static TopicPlan read(List<Properties> resources, Predicate<String> queues) {
    TopicReader reader = new TopicReader(queues);
    resources.stream()
        .filter(resource -> resource.resource().type().equals(TOPIC))
        .forEach(reader::topic);
    resources.stream()
        .filter(resource -> resource.resource().type().equals(SUBSCRIPTION))
        .forEach(each -> reader.subscription(each, reader.topicArn(each)));
    return new TopicPlan(reader.topics, reader.subscriptions);
  }

  private void topic(Properties topic) {
    topic.leave("KmsMasterKeyId", "SignatureVersion", "Tags", "TracingConfig");
    if (topic.flag("FifoTopic", false)) {
      throw topic.fault("FifoTopic", "is true; FIFO topics are no part of the local run");
    }
    Optional<String> _ = topic.optionalText("TopicName");
    String arn = topic.resource().physical().ref();
    String name = arn.substring(arn.lastIndexOf(':') + 1);
    topics.add(new TopicSettings(arn, name, topic.optionalText("DisplayName").orElse("")));
    topic.objects("Subscription").forEach(each -> subscription(each, arn));
  }

  private String topicArn(Properties subscription) {
    String arn = subscription.text("TopicArn");
    if (topics.stream().noneMatch(topic -> topic.arn().equals(arn))) {
      throw subscription.fault("TopicArn", "names no topic of the template");
    }
    return arn;
  }

  private void subscription(Properties given, String topicArn) {
    TopicProtocol protocol =
        TopicProtocol.of(given.text("Protocol"))
            .orElseThrow(
                () ->
                    given.fault(
                        "Protocol",
                        "is "
                            + given.text("Protocol")
                            + ", and the local run has "
                            + TopicProtocol.names()));
    String endpoint = given.text("Endpoint");
    protocol
        .fault(endpoint)
        .ifPresent(
            fault -> {
              throw given.fault("Endpoint", fault);
            });
    if (protocol == TopicProtocol.SQS && !queues.test(endpoint)) {
      throw given.fault("Endpoint", "names no queue of the template");
    }
    boolean isRaw = given.flag("RawMessageDelivery", false);
    if (isRaw && protocol != TopicProtocol.SQS && !protocol.isHttp()) {
      throw given.fault("RawMessageDelivery", "is true, and the protocol has no such delivery");
    }
    subscriptions.add(
        new TopicSubscription(
            arn(topicArn, protocol, endpoint),
            topicArn,
            protocol,
            endpoint,
            isRaw,
            filter(given),
            deadLetterArn(given)));
  }

  /** A subscription has the ARN of its topic, with an id that is the same in every run. */
  static String arn(String topicArn, TopicProtocol protocol, String endpoint) {
    byte[] seed = (topicArn + protocol + endpoint).getBytes(StandardCharsets.UTF_8);
    return topicArn + ":" + UUID.nameUUIDFromBytes(seed);
  }

  private static Optional<FilterPolicy> filter(Properties given) {
    Optional<JsonNode> policy = given.document("FilterPolicy");
    String scope =
        given.has("FilterPolicyScope")
            ? given.oneOf("FilterPolicyScope", FilterPolicy.ATTRIBUTES, FilterPolicy.BODY)
            : FilterPolicy.ATTRIBUTES;
    try {
      return policy.isEmpty()
          ? Optional.empty()
          : Optional.of(FilterPolicy.of(object(policy.get()), scope));
    } catch (FilterPolicy.InvalidPolicyException e) {
      throw given.fault("FilterPolicy", String.valueOf(e.getMessage()));
    }
  }

  /** A document comes as an object or as its text. */
  private static JsonNode object(JsonNode document) {
    try {
      return document.isTextual() ? JSON.readTree(document.asText()) : document;
    } catch (JsonProcessingException _) {
      return document;
    }
  }

  private Optional<String> deadLetterArn(Properties given) {
    Optional<JsonNode> policy = given.document("RedrivePolicy");
    if (policy.isEmpty()) {
      return Optional.empty();
    }
    JsonNode arn = object(policy.get()).path("deadLetterTargetArn");
    if (object(policy.get()).size() != 1 || !arn.isTextual() || !queues.test(arn.asText())) {
      throw given.fault("RedrivePolicy", "has no deadLetterTargetArn of a queue of the template");
    }
    return Optional.of(arn.asText());
  }
}
