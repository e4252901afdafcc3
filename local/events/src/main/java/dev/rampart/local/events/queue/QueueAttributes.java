package dev.rampart.local.events.queue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.rampart.local.protocol.AwsError;
import dev.rampart.local.protocol.ClientJson;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The settings of a queue, in SQS's own names and as text. Those that say how it works are checked;
 * policies and encryption are kept and shown, but nothing acts on them.
 */
public record QueueAttributes(Map<String, String> values) {
  private static final JsonMapper JSON = ClientJson.STRICT;

  /** What a number may be, and what it is if it is not given. */
  record Range(int min, int max, int otherwise) {}

  static final Map<String, Range> NUMBERS =
      Map.of(
          "DelaySeconds", new Range(0, 900, 0),
          "MaximumMessageSize", new Range(1024, 1_048_576, 1_048_576),
          "MessageRetentionPeriod", new Range(60, 1_209_600, 345_600),
          "ReceiveMessageWaitTimeSeconds", new Range(0, 20, 0),
          "VisibilityTimeout", new Range(0, 43_200, 30));

  /** Kept and shown, but nothing acts on them. */
  private static final Set<String> SHOWN =
      Set.of(
          "Policy",
          "KmsMasterKeyId",
          "KmsDataKeyReusePeriodSeconds",
          "SqsManagedSseEnabled",
          "RedriveAllowPolicy");

  /** More than SQS takes for a policy; they are kept as they were given. In characters. */
  private static final int VALUE_CHARS_MAX = 32_768;

  /** How often a message may be received at most, before it is moved. */
  static final int RECEIVES_MAX = 1000;

  /** Where messages go that were received too often. */
  public record Redrive(String deadLetterArn, int receivesMax) {}

  public QueueAttributes {
    values = Map.copyOf(values);
    values.forEach(QueueAttributes::check);
  }

  /** Reads what a request or a template gives, as text, number, boolean or document. */
  public static QueueAttributes of(JsonNode given) {
    Map<String, String> values = new TreeMap<>();
    given
        .properties()
        .forEach(
            member -> {
              JsonNode value = member.getValue();
              values.put(
                  member.getKey(), value.isContainerNode() ? value.toString() : value.asText());
            });
    return new QueueAttributes(values);
  }

  QueueAttributes with(QueueAttributes changes) {
    Map<String, String> merged = new TreeMap<>(values);
    merged.putAll(changes.values);
    return new QueueAttributes(merged);
  }

  /** Returns all values, those not given by their defaults. */
  Map<String, String> shown() {
    Map<String, String> all = new TreeMap<>();
    NUMBERS.forEach((name, range) -> all.put(name, Integer.toString(range.otherwise())));
    all.putAll(values);
    return all;
  }

  int number(String name) {
    return Integer.parseInt(shown().get(name));
  }

  Duration seconds(String name) {
    return Duration.ofSeconds(number(name));
  }

  public Optional<Redrive> redrive() {
    return Optional.ofNullable(values.get("RedrivePolicy"))
        .filter(policy -> !policy.isEmpty())
        .map(QueueAttributes::redrive);
  }

  private static Redrive redrive(String policy) {
    try {
      JsonNode document = JSON.readTree(policy);
      String target = document.path("deadLetterTargetArn").asText("");
      int receivesMax = document.path("maxReceiveCount").asInt(0);
      if (target.isEmpty() || receivesMax < 1 || receivesMax > RECEIVES_MAX) {
        throw invalid("RedrivePolicy", policy);
      }
      return new Redrive(target, receivesMax);
    } catch (JsonProcessingException _) {
      throw invalid("RedrivePolicy", policy);
    }
  }

  private static void check(String name, String value) {
    if (value.length() > VALUE_CHARS_MAX) {
      throw new AwsError(
          "InvalidAttributeValue",
          "The value of %s is longer than %d characters.".formatted(name, VALUE_CHARS_MAX));
    }
    Range range = NUMBERS.get(name);
    if (range != null) {
      int number = value.matches("[0-9]{1,9}") ? Integer.parseInt(value) : -1;
      if (number < range.min() || number > range.max()) {
        throw invalid(name, value);
      }
    } else if (name.equals("RedrivePolicy")) {
      if (!value.isEmpty()) {
        redrive(value);
      }
    } else if (!SHOWN.contains(name)) {
      throw new AwsError("InvalidAttributeName", "Unknown Attribute " + name + ".");
    }
  }

  private static AwsError invalid(String name, String value) {
    return new AwsError(
        "InvalidAttributeValue", "Invalid value for the parameter " + name + ": " + value + ".");
  }
}
