package dev.rampart.local.topics;

import java.util.Optional;

/**
 * Who gets what is published on a topic.
 *
 * @param arn its own
 * @param isRaw whether queues and URLs get the message as it was published
 * @param filter which messages it gets; empty for all
 * @param deadLetterArn the queue for what cannot be delivered
 */
public record TopicSubscription(
    String arn,
    String topicArn,
    TopicProtocol protocol,
    String endpoint,
    boolean isRaw,
    Optional<FilterPolicy> filter,
    Optional<String> deadLetterArn) {}
