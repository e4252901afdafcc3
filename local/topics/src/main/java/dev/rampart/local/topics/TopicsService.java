package dev.rampart.local.topics;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.protocol.AwsAction;
import dev.rampart.local.protocol.AwsError;
import dev.rampart.local.protocol.ClientJson;
import dev.rampart.local.protocol.query.QueryService;
import dev.rampart.local.template.PseudoParameters;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** SNS as its clients see it. */
public final class TopicsService extends QueryService {
  private static final JsonMapper JSON = ClientJson.STRICT;
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final int PAGE = 100;

  private final Topics topics;
  private final PseudoParameters stack;

  public TopicsService(Topics topics, PseudoParameters stack) {
    super("2010-03-31", "http://sns.amazonaws.com/doc/2010-03-31/");
    this.topics = topics;
    this.stack = stack;
  }

  @Override
  protected JsonNode call(String action, ObjectNode input) {
    return switch (action) {
      case "ListTopics" ->
          page(input, "Topics", topics.all().stream().map(TopicsService::shown).toList());
      case "ListSubscriptions" -> page(input, "Subscriptions", shown(topics.subscriptions()));
      case "ListSubscriptionsByTopic" ->
          page(input, "Subscriptions", shown(topics.subscriptions(topic(input, "TopicArn").arn())));
      case "GetTopicAttributes" -> topicAttributes(topic(input, "TopicArn"));
      case "GetSubscriptionAttributes" -> subscriptionAttributes(input);
      case "Publish" -> publish(input);
      case "Subscribe" -> subscribe(input);
      case "Unsubscribe" -> unsubscribe(input);
      default ->
          throw new AwsError("InvalidAction", "The local SNS has no operation " + action + ".");
    };
  }

  @Override
  protected List<AwsAction> actions(String action, ObjectNode input) {
    String resource =
        switch (action) {
          case "ListTopics", "ListSubscriptions" -> AwsAction.ANY;
          case "GetSubscriptionAttributes", "Unsubscribe" ->
              withoutId(input.path("SubscriptionArn").asText());
          case "Publish" -> input.path("TopicArn").asText(input.path("TargetArn").asText());
          default -> input.path("TopicArn").asText();
        };
    return List.of(new AwsAction("sns:" + action, resource));
  }

  private static String withoutId(String subscriptionArn) {
    int id = subscriptionArn.lastIndexOf(':');
    return id < 0 ? subscriptionArn : subscriptionArn.substring(0, id);
  }

  private static ObjectNode shown(TopicSettings topic) {
    return NODES.objectNode().put("TopicArn", topic.arn());
  }

  private List<ObjectNode> shown(List<TopicSubscription> subscriptions) {
    return subscriptions.stream()
        .map(
            each ->
                NODES
                    .objectNode()
                    .put("SubscriptionArn", each.arn())
                    .put("Owner", stack.accountId())
                    .put("Protocol", each.protocol().protocol())
                    .put("Endpoint", each.endpoint())
                    .put("TopicArn", each.topicArn()))
        .toList();
  }

  /** Returns a page of a list; a token is the position that it begins at. */
  private static ObjectNode page(JsonNode input, String name, List<ObjectNode> all) {
    int from = Math.clamp(input.path("NextToken").asInt(0), 0, all.size());
    int to = Math.min(from + PAGE, all.size());
    ObjectNode answer = NODES.objectNode();
    ArrayNode list = answer.putArray(name);
    all.subList(from, to).forEach(list::add);
    return to < all.size() ? answer.put("NextToken", Integer.toString(to)) : answer;
  }

  private TopicSettings topic(JsonNode input, String name) {
    String arn = input.path(name).asText();
    if (arn.isEmpty()) {
      throw invalid(name + " Reason: no value for required parameter");
    }
    return topics
        .find(arn)
        .orElseThrow(() -> new AwsError(404, "NotFound", "Topic does not exist"));
  }

  private ObjectNode topicAttributes(TopicSettings topic) {
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("TopicArn", topic.arn());
    attributes.put("DisplayName", topic.displayName());
    attributes.put("Owner", stack.accountId());
    String confirmed = Integer.toString(topics.subscriptions(topic.arn()).size());
    attributes.put("SubscriptionsConfirmed", confirmed);
    attributes.put("SubscriptionsPending", "0");
    attributes.put("SubscriptionsDeleted", "0");
    return attributes(attributes);
  }

  private ObjectNode subscriptionAttributes(JsonNode input) {
    String arn = input.path("SubscriptionArn").asText();
    TopicSubscription found =
        topics.subscriptions().stream()
            .filter(each -> each.arn().equals(arn))
            .findFirst()
            .orElseThrow(() -> new AwsError(404, "NotFound", "Subscription does not exist"));
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("SubscriptionArn", found.arn());
    attributes.put("TopicArn", found.topicArn());
    attributes.put("Owner", stack.accountId());
    attributes.put("Protocol", found.protocol().protocol());
    attributes.put("Endpoint", found.endpoint());
    attributes.put("PendingConfirmation", "false");
    attributes.put("RawMessageDelivery", Boolean.toString(found.isRaw()));
    found
        .filter()
        .ifPresent(
            filter -> {
              attributes.put("FilterPolicy", filter.text());
              attributes.put("FilterPolicyScope", filter.scope());
            });
    found
        .deadLetterArn()
        .ifPresent(
            queue ->
                attributes.put(
                    "RedrivePolicy",
                    NODES.objectNode().put("deadLetterTargetArn", queue).toString()));
    return attributes(attributes);
  }

  private static ObjectNode attributes(Map<String, String> values) {
    ObjectNode answer = NODES.objectNode();
    ArrayNode entries = answer.putArray("Attributes");
    values.forEach((key, value) -> entries.addObject().put("key", key).put("value", value));
    return answer;
  }

  private ObjectNode publish(JsonNode input) {
    String target = input.has("TopicArn") ? "TopicArn" : "TargetArn";
    TopicSettings topic = topic(input, target);
    PublishRequest request = PublishRequest.of(input);
    String id = topics.publish(topic, request.subject(), request.messages(), request.attributes());
    return NODES.objectNode().put("MessageId", id);
  }

  private ObjectNode subscribe(JsonNode input) {
    TopicSettings topic = topic(input, "TopicArn");
    String name = input.path("Protocol").asText();
    TopicProtocol protocol =
        TopicProtocol.of(name)
            .orElseThrow(
                () ->
                    invalid(
                        "Protocol Reason: the local run has no protocol "
                            + name
                            + ", only "
                            + TopicProtocol.names()));
    String endpoint = input.path("Endpoint").asText();
    protocol
        .fault(endpoint)
        .ifPresent(
            fault -> {
              throw invalid("Endpoint Reason: it " + fault);
            });
    TopicSubscription subscription = subscription(topic, protocol, endpoint, entries(input));
    if (!topics.subscribe(subscription)) {
      throw new AwsError(
          403, "SubscriptionLimitExceeded", "There are " + Topics.SUBSCRIPTIONS_MAX + " of them.");
    }
    return NODES.objectNode().put("SubscriptionArn", subscription.arn());
  }

  /** Returns the attributes of a request: {@code Attributes.entry.1.key}, and so on. */
  private static Map<String, String> entries(JsonNode input) {
    Map<String, String> entries = new HashMap<>();
    input
        .path("Attributes")
        .path("entry")
        .forEach(each -> entries.put(each.path("key").asText(), each.path("value").asText()));
    return entries;
  }

  private static TopicSubscription subscription(
      TopicSettings topic, TopicProtocol protocol, String endpoint, Map<String, String> given) {
    Optional<FilterPolicy> filter = Optional.empty();
    Optional<String> deadLetters = Optional.empty();
    boolean isRaw = false;
    String scope = given.getOrDefault("FilterPolicyScope", FilterPolicy.ATTRIBUTES);
    for (Map.Entry<String, String> attribute : given.entrySet()) {
      switch (attribute.getKey()) {
        case "RawMessageDelivery" -> isRaw = attribute.getValue().equals("true");
        case "FilterPolicy" -> filter = Optional.of(policy(attribute.getValue(), scope));
        case "FilterPolicyScope" -> {
          // Read above.
        }
        case "RedrivePolicy" ->
            deadLetters =
                Optional.of(json(attribute.getValue()).path("deadLetterTargetArn").asText());
        default ->
            throw invalid("Attributes Reason: the local run does not know " + attribute.getKey());
      }
    }
    return new TopicSubscription(
        TopicReader.arn(topic.arn(), protocol, endpoint),
        topic.arn(),
        protocol,
        endpoint,
        isRaw,
        filter,
        deadLetters);
  }

  private static FilterPolicy policy(String text, String scope) {
    try {
      return FilterPolicy.of(json(text), scope);
    } catch (FilterPolicy.InvalidPolicyException e) {
      throw invalid("FilterPolicy Reason: it " + e.getMessage());
    }
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException _) {
      throw invalid("Attributes Reason: a policy is no JSON");
    }
  }

  private ObjectNode unsubscribe(JsonNode input) {
    // As on AWS, one that is not there is gone.
    boolean _ = topics.unsubscribe(input.path("SubscriptionArn").asText());
    return NODES.objectNode();
  }

  static AwsError invalid(String what) {
    return new AwsError("InvalidParameter", "Invalid parameter: " + what);
  }

  @Override
  protected String denialCode() {
    return "AuthorizationError";
  }
}
