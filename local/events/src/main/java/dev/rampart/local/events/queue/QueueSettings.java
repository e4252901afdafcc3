package dev.rampart.local.events.queue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.protocol.AwsError;
import dev.rampart.local.template.Properties;
import java.util.List;
import java.util.Optional;

/**
 * A queue of a template.
 *
 * @param name its physical name
 */
public record QueueSettings(String name, QueueAttributes attributes) {
  private static final String KEY = "KmsMasterKeyId";
  private static final String KEY_REUSE = "KmsDataKeyReusePeriodSeconds";
  private static final String MANAGED = "SqsManagedSseEnabled";
  private static final int KEY_REUSE_SECONDS_MIN = 60;
  private static final int KEY_REUSE_SECONDS_MAX = 86_400;

  /**
   * Reads an {@code AWS::SQS::Queue}.
   *
   * @throws dev.rampart.local.template.source.TemplateException if a property is wrong or not
   *     supported
   */
  public static QueueSettings read(Properties queue) {
    ObjectNode given = JsonNodeFactory.instance.objectNode();
    QueueAttributes.NUMBERS.forEach(
        (name, range) ->
            queue
                .optionalNumber(name, range.min(), range.max())
                .ifPresent(number -> given.put(name, number)));
    encryption(queue, given);
    redriveAllowance(queue).ifPresent(policy -> given.set("RedriveAllowPolicy", policy));
    redrive(queue).ifPresent(policy -> given.set("RedrivePolicy", policy));
    if (queue.optionalText("FifoQueue").isPresent()) {
      throw queue.fault("FifoQueue", "is set; FIFO queues are no part of the local run");
    }
    var _ = queue.optionalText("QueueName");
    queue.leave("Tags");
    return new QueueSettings(name(queue), attributes(queue, given));
  }

  private static void encryption(Properties queue, ObjectNode given) {
    queue.optionalText(KEY).ifPresent(key -> given.put(KEY, key));
    queue
        .optionalNumber(KEY_REUSE, KEY_REUSE_SECONDS_MIN, KEY_REUSE_SECONDS_MAX)
        .ifPresent(seconds -> given.put(KEY_REUSE, seconds));
    if (queue.has(MANAGED)) {
      given.put(MANAGED, queue.flag(MANAGED, true));
    }
  }

  /** Says which queues may name this one as theirs for dead letters. */
  private static Optional<ObjectNode> redriveAllowance(Properties queue) {
    if (!queue.has("RedriveAllowPolicy")) {
      return Optional.empty();
    }
    Properties policy = queue.object("RedriveAllowPolicy");
    ObjectNode shown = JsonNodeFactory.instance.objectNode();
    shown.put(
        "redrivePermission", policy.oneOf("redrivePermission", "allowAll", "byQueue", "denyAll"));
    List<String> sources = policy.texts("sourceQueueArns");
    if (!sources.isEmpty()) {
      sources.forEach(shown.putArray("sourceQueueArns")::add);
    }
    return Optional.of(shown);
  }

  private static Optional<ObjectNode> redrive(Properties queue) {
    if (!queue.has("RedrivePolicy")) {
      return Optional.empty();
    }
    Properties policy = queue.object("RedrivePolicy");
    return Optional.of(
        JsonNodeFactory.instance
            .objectNode()
            .put("deadLetterTargetArn", policy.text("deadLetterTargetArn"))
            .put("maxReceiveCount", receivesMax(policy)));
  }

  private static int receivesMax(Properties policy) {
    return policy
        .optionalNumber("maxReceiveCount", 1, QueueAttributes.RECEIVES_MAX)
        .orElseThrow(() -> policy.fault("maxReceiveCount", "is missing"));
  }

  private static String name(Properties queue) {
    String name = queue.resource().physical().attributes().getOrDefault("QueueName", "");
    try {
      Queues.requireName(name);
      return name;
    } catch (AwsError e) {
      throw queue.fault("QueueName", "is '" + name + "'. " + e.getMessage());
    }
  }

  private static QueueAttributes attributes(Properties queue, ObjectNode given) {
    try {
      return QueueAttributes.of(given);
    } catch (AwsError e) {
      throw queue.fault("RedriveAllowPolicy", "is not accepted. " + e.getMessage());
    }
  }
}
