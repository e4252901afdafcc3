package dev.rampart.adapter.out.sqs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.rampart.domain.detection.rejection.RejectionReason;
import dev.rampart.domain.monitoring.DeadLetter;
import dev.rampart.domain.monitoring.DisplayText;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/**
 * Why a message was given up, as whoever gave it up wrote beside it: EventBridge and its scheduler
 * in attributes, Lambda in a record around the event, {@code edgelog} in {@link RejectedRecordsV1},
 * and a queue nothing but its name. What somebody else wrote into the event is never read: error
 * messages of functions are left out too, since they can quote it.
 */
final class LetterReason {
  private static final String CODE = "ERROR_CODE";
  private static final String MESSAGE = "ERROR_MESSAGE";
  private static final String TARGET = "TARGET_ARN";

  /** The attributes that are read. */
  static final List<String> ATTRIBUTES = List.of(CODE, MESSAGE, TARGET);

  private static final String UNKNOWN = "The message does not say why.";

  /** Names of conditions, errors, Java classes and AWS resources. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_.$-]{0,127}");

  private static final int ARN_PARTS = 8;
  private static final int ARN_NAME = 6;
  private static final int QUEUE_NAME = 5;

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private LetterReason() {}

  /** Returns what may be told of a message. */
  static DeadLetter letter(String queue, Message message) {
    JsonNode body = parsed(message);
    JsonNode context = body.path("requestContext");
    String reason =
        attribute(message, CODE)
            .map(code -> delivery(code, attribute(message, MESSAGE)))
            .or(() -> records(body))
            .or(() -> name(context.path("condition")).map(condition -> failure(condition, body)))
            .or(() -> source(message))
            .orElse(UNKNOWN);
    return new DeadLetter(
        queue,
        sentAt(message),
        DisplayText.of(reason, DeadLetter.REASON_LENGTH_MAX),
        function(context.path("functionArn").asText())
            .or(() -> attribute(message, TARGET).flatMap(LetterReason::function)));
  }

  private static Instant sentAt(Message message) {
    return Instant.ofEpochMilli(
        Long.parseLong(
            message.attributes().getOrDefault(MessageSystemAttributeName.SENT_TIMESTAMP, "0")));
  }

  private static JsonNode parsed(Message message) {
    try {
      return JSON.readTree(message.body());
    } catch (JsonProcessingException _) {
      return JSON.missingNode();
    }
  }

  private static Optional<String> attribute(Message message, String name) {
    return Optional.ofNullable(message.messageAttributes().get(name))
        .map(MessageAttributeValue::stringValue)
        .filter(text -> !text.isBlank());
  }

  private static String delivery(String code, Optional<String> words) {
    return words.map(text -> code + ": " + text).orElse(code);
  }

  /** Counts rejected records by their reason and their log. */
  private static Optional<String> records(JsonNode body) {
    JsonNode records = body.path("rejectedRecords");
    if (!records.isArray() || records.isEmpty()) {
      return Optional.empty();
    }
    Map<String, Integer> counts = new TreeMap<>();
    for (JsonNode record : records) {
      String log = name(record.path("log")).orElse("unknown");
      counts.merge(rejection(record) + " in " + log, 1, Integer::sum);
    }
    return Optional.of(
        counts.entrySet().stream()
            .map(count -> count.getKey() + " (" + count.getValue() + ")")
            .collect(Collectors.joining(", ", "Log records that cannot be read: ", "")));
  }

  private static String rejection(JsonNode record) {
    String reason = record.path("reason").asText();
    return Arrays.stream(RejectionReason.values())
        .map(RejectionReason::wireName)
        .filter(reason::equals)
        .findAny()
        .orElse("unknown");
  }

  /** Returns why Lambda gave an event up, with the type of the error if the function failed. */
  private static String failure(String condition, JsonNode body) {
    String error =
        Stream.of(body.at("/responseContext/functionError"), body.at("/responsePayload/errorType"))
            .flatMap(each -> name(each).stream())
            .collect(Collectors.joining(" "));
    return error.isEmpty() ? condition : condition + ": " + error;
  }

  private static Optional<String> source(Message message) {
    return Optional.ofNullable(
            message.attributes().get(MessageSystemAttributeName.DEAD_LETTER_QUEUE_SOURCE_ARN))
        .map(arn -> arn.split(":", ARN_PARTS))
        .filter(parts -> parts.length > QUEUE_NAME && NAME.matcher(parts[QUEUE_NAME]).matches())
        .map(parts -> "Received from " + parts[QUEUE_NAME] + " too often without success.");
  }

  private static Optional<String> function(String arn) {
    String[] parts = arn.split(":", ARN_PARTS);
    return parts.length > ARN_NAME
            && parts[2].equals("lambda")
            && NAME.matcher(parts[ARN_NAME]).matches()
        ? Optional.of(parts[ARN_NAME])
        : Optional.empty();
  }

  private static Optional<String> name(JsonNode text) {
    return Optional.of(text.asText()).filter(name -> NAME.matcher(name).matches());
  }
}
