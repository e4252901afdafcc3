package dev.rampart.local.topics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.rampart.local.supervision.DelayedExecutor;
import dev.rampart.local.supervision.Fault;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** The topics of a run. Safe for use by many threads. */
public final class Topics implements AutoCloseable {
  /** A run has a few; whoever can subscribe would else decide how many are kept. */
  static final int SUBSCRIPTIONS_MAX = 1_000;

  private final List<TopicSettings> topics;
  private final List<TopicSubscription> subscriptions;
  private final InstantSource clock;
  private final TopicDelivery delivery;

  /**
   * Makes the topics of a plan.
   *
   * @param later runs retries
   */
  public Topics(
      TopicPlan plan, QueueSender queues, Inbox inbox, DelayedExecutor later, InstantSource clock) {
    this.topics = plan.topics();
    this.subscriptions = new CopyOnWriteArrayList<>(plan.subscriptions());
    this.clock = clock;
    this.delivery = new TopicDelivery(queues, inbox, later, clock);
    this.subscriptions.forEach(delivery::watch);
  }

  /**
   * Publishes a message of a service of AWS.
   *
   * @param messages by protocol, and under {@code default}
   * @throws IllegalArgumentException if there is no such topic
   */
  public void publish(String topicArn, String subject, Map<String, String> messages) {
    publish(topicArn, Optional.of(subject), messages);
  }

  /**
   * Publishes a message of a service of AWS, the same for all protocols.
   *
   * @throws IllegalArgumentException if there is no such topic
   */
  public void publish(String topicArn, String message) {
    publish(topicArn, Optional.empty(), Map.of(Notification.DEFAULT, message));
  }

  private void publish(String topicArn, Optional<String> subject, Map<String, String> messages) {
    TopicSettings topic =
        find(topicArn)
            .orElseThrow(() -> new IllegalArgumentException("There is no topic " + topicArn));
    String _ = publish(topic, subject, messages, JsonNodeFactory.instance.objectNode());
  }

  /** Publishes a message and returns its id. */
  String publish(
      TopicSettings topic,
      Optional<String> subject,
      Map<String, String> messages,
      JsonNode attributes) {
    String id = UUID.randomUUID().toString();
    Notification notification =
        new Notification(id, topic.arn(), subject, messages, attributes, clock.instant());
    String from = topic.displayName().isEmpty() ? "AWS Notifications" : topic.displayName();
    subscriptions(topic.arn()).forEach(to -> delivery.deliver(notification, to, from));
    return id;
  }

  /** Says whether there is a topic of an ARN. */
  public boolean has(String arn) {
    return find(arn).isPresent();
  }

  List<TopicSettings> all() {
    return topics;
  }

  Optional<TopicSettings> find(String arn) {
    return topics.stream().filter(topic -> topic.arn().equals(arn)).findFirst();
  }

  List<TopicSubscription> subscriptions() {
    return List.copyOf(subscriptions);
  }

  List<TopicSubscription> subscriptions(String topicArn) {
    return subscriptions.stream().filter(each -> each.topicArn().equals(topicArn)).toList();
  }

  /** Adds a subscription, in the place of one with the same topic, protocol and endpoint. */
  synchronized boolean subscribe(TopicSubscription subscription) {
    boolean _ = unsubscribe(subscription.arn());
    if (subscriptions.size() >= SUBSCRIPTIONS_MAX) {
      return false;
    }
    delivery.watch(subscription);
    return subscriptions.add(subscription);
  }

  synchronized boolean unsubscribe(String arn) {
    boolean wasThere = subscriptions.removeIf(each -> each.arn().equals(arn));
    delivery.forget(arn);
    return wasThere;
  }

  /** Returns what is wrong with notifications that cannot be delivered: the oldest fault. */
  public Optional<Fault> fault() {
    return subscriptions.stream()
        .flatMap(subscription -> delivery.fault(subscription.arn()).stream())
        .min(Comparator.comparing(Fault::since));
  }

  @Override
  public void close() {
    delivery.close();
  }
}
