package dev.rampart.local.topics;

import java.util.List;

/** The topics of a template and who is subscribed to them. */
public record TopicPlan(List<TopicSettings> topics, List<TopicSubscription> subscriptions) {
  public TopicPlan {
    topics = List.copyOf(topics);
    subscriptions = List.copyOf(subscriptions);
  }

  /** Returns whether there is a topic of an ARN. */
  public boolean hasTopic(String arn) {
    return topics.stream().anyMatch(topic -> topic.arn().equals(arn));
  }
}
