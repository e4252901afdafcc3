package dev.rampart.local.events.bus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.events.queue.RequestMembers;
import dev.rampart.local.protocol.AwsError;
import java.util.Optional;

/**
 * Where a rule sends its events, as they are.
 *
 * @param given as the rule's owner gave it
 */
public record RuleTarget(
    String id,
    String arn,
    RetryPolicy retryPolicy,
    Optional<String> deadLetterArn,
    JsonNode given) {

  /** EventBridge's limit for an ARN, in characters. */
  private static final int ARN_CHARS_MAX = 1600;

  /** Room for all that a target may say here, in characters; it is kept as it was given. */
  private static final int GIVEN_CHARS_MAX = 8192;

  public static RuleTarget of(JsonNode given) {
    for (String input : new String[] {"Input", "InputPath", "InputTransformer"}) {
      if (given.has(input)) {
        throw invalid(input + " of a target is no part of the local run; events go as they are.");
      }
    }
    if (given.toString().length() > GIVEN_CHARS_MAX) {
      throw invalid("A target is longer than " + GIVEN_CHARS_MAX + " characters.");
    }
    String id = RequestMembers.text(given, "Id").orElse("");
    if (!id.matches("[.\\-_A-Za-z0-9]{1,64}")) {
      throw invalid("Target id '" + id + "' is not 1 to 64 letters, digits, dots and dashes.");
    }
    String arn = RequestMembers.text(given, "Arn").orElse("");
    if (arn.length() > ARN_CHARS_MAX || (!isQueue(arn) && !isFunction(arn))) {
      throw invalid("Target '" + arn + "' is neither a queue nor a function.");
    }
    return new RuleTarget(
        id,
        arn,
        RetryPolicy.of(given.path("RetryPolicy")),
        RequestMembers.text(given.path("DeadLetterConfig"), "Arn"),
        given);
  }

  /** Returns the target of the rule that EventBridge makes for an archive. */
  static RuleTarget archive(String arn) {
    ObjectNode given = JsonNodeFactory.instance.objectNode().put("Id", "archive").put("Arn", arn);
    return new RuleTarget(
        "archive", arn, RetryPolicy.of(given.path("RetryPolicy")), Optional.empty(), given);
  }

  static boolean isArchive(String arn) {
    return arn.matches("arn:[a-z-]+:events:[^:]+:[^:]+:archive/.+");
  }

  static boolean isQueue(String arn) {
    return arn.matches("arn:[a-z-]+:sqs:[^:]+:[^:]+:[^:]+");
  }

  private static boolean isFunction(String arn) {
    return arn.matches("arn:[a-z-]+:lambda:[^:]+:[^:]+:function:[^:]+(:[^:]+)?");
  }

  private static AwsError invalid(String message) {
    return new AwsError("ValidationException", message);
  }
}
