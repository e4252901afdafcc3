package dev.rampart.local.access;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What services bind to what they encrypt, as each one's pages on encryption at rest have it: one
 * or two names with values, made of the ARN of the resource; an archive of events has that of its
 * bus (EventBridge User Guide, "Encrypting EventBridge archives").
 */
final class EncryptionContext {
  private static final String LOGS = "aws:logs:arn";
  private static final String EVENTS = "aws:events:event-bus:arn";
  private static final String SQS = "aws:sqs:arn";
  private static final String SNS = "aws:sns:topicArn";
  private static final String TABLE = "aws:dynamodb:tableName";
  private static final String SUBSCRIBER = "aws:dynamodb:subscriberId";
  private static final String SECRET = "SecretARN";

  /** All names, in lower case. */
  static final Set<String> NAMES =
      Set.of(
          LOGS,
          EVENTS,
          SQS,
          "aws:sns:topicarn",
          "aws:dynamodb:tablename",
          "aws:dynamodb:subscriberid",
          "secretarn");

  /** The parts of an ARN up to the resource. */
  private static final int PARTS = 6;

  private EncryptionContext() {}

  /** Returns the condition keys of a request for the key of a resource, with their values. */
  static Map<String, List<String>> of(String arn) {
    List<String> parts = List.of(arn.split(":", PARTS));
    if (parts.size() < PARTS) {
      return Map.of();
    }
    Map<String, String> pairs =
        switch (parts.get(2)) {
          case "logs" -> Map.of(LOGS, arn);
          case "events" -> Map.of(EVENTS, arn);
          case "sqs" -> Map.of(SQS, arn);
          case "sns" -> Map.of(SNS, arn);
          case "secretsmanager" -> Map.of(SECRET, arn);
          case "dynamodb" ->
              Map.of(TABLE, parts.get(5).split("/", -1)[1], SUBSCRIBER, parts.get(4));
          default -> Map.of();
        };
    Map<String, List<String>> keys = new HashMap<>();
    pairs.forEach((name, value) -> keys.put(ContextKeys.encryptionContext(name), List.of(value)));
    return keys;
  }
}
