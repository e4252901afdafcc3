package dev.rampart.local.events.bus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.events.input.TargetInput;
import dev.rampart.local.events.input.WholeEvent;
import dev.rampart.local.events.queue.RequestMembers;
import dev.rampart.local.protocol.AwsError;
import java.util.Optional;

/**
 * Where a rule sends its events.
 *
 * @param roleArn the role in whose name EventBridge sends; empty if it does so in its own
 * @param input what it gets of an event
 * @param given as the rule's owner gave it
 */
public record RuleTarget(
    String id,
    String arn,
    RetryPolicy retryPolicy,
    Optional<String> deadLetterArn,
    Optional<String> roleArn,
    TargetInput input,
    JsonNode given) {

  /** EventBridge's limit for an ARN, in characters. */
  private static final int ARN_CHARS_MAX = 1600;

  /** Room for all that a target may say here, in characters; it is kept as it was given. */
  private static final int GIVEN_CHARS_MAX = 16_384;

  public static RuleTarget of(JsonNode given) {
    if (given.has("HttpParameters")) {
      throw invalid("HttpParameters of a target is no part of the local run.");
    }
    if (given.toString().length() > GIVEN_CHARS_MAX) {
      throw invalid("A target is longer than " + GIVEN_CHARS_MAX + " characters.");
    }
    String id = RequestMembers.text(given, "Id").orElse("");
    if (!id.matches("[.\\-_A-Za-z0-9]{1,64}")) {
      throw invalid("Target id '" + id + "' is not 1 to 64 letters, digits, dots and dashes.");
    }
    String arn = RequestMembers.text(given, "Arn").orElse("");
    if (arn.length() > ARN_CHARS_MAX
        || (!isQueue(arn) && !isFunction(arn) && !isTopic(arn) && !isDestination(arn))) {
      throw invalid("Target '" + arn + "' is no queue, function, topic or API destination.");
    }
    Optional<String> role = RequestMembers.text(given, "RoleArn");
    if (role.isPresent() && !isTopic(arn) && !isDestination(arn)) {
      throw invalid(
          "RoleArn of a target that is a queue or a function is no part of the local run.");
    }
    if (role.isEmpty() && isDestination(arn)) {
      throw invalid("RoleArn is required for target " + arn + ".");
    }
    return new RuleTarget(
        id,
        arn,
        RetryPolicy.of(given.path("RetryPolicy")),
        RequestMembers.text(given.path("DeadLetterConfig"), "Arn"),
        role,
        TargetInput.read(given),
        given);
  }

  /** Returns the target of the rule that EventBridge makes for an archive. */
  static RuleTarget archive(String arn) {
    ObjectNode given = JsonNodeFactory.instance.objectNode().put("Id", "archive").put("Arn", arn);
    return new RuleTarget(
        "archive",
        arn,
        RetryPolicy.of(given.path("RetryPolicy")),
        Optional.empty(),
        Optional.empty(),
        new WholeEvent(),
        given);
  }

  static boolean isArchive(String arn) {
    return arn.matches("arn:[a-z-]+:events:[^:]+:[^:]+:archive/.+");
  }

  static boolean isQueue(String arn) {
    return arn.matches("arn:[a-z-]+:sqs:[^:]+:[^:]+:[^:]+");
  }

  /** Says whether an ARN is that of a topic. */
  public static boolean isTopic(String arn) {
    return arn.matches("arn:[a-z-]+:sns:[^:]+:[^:]+:[^:]+");
  }

  /** Says whether an ARN is that of an API destination. */
  public static boolean isDestination(String arn) {
    return arn.matches("arn:[a-z-]+:events:[^:]+:[^:]+:api-destination/.+");
  }

  private static boolean isFunction(String arn) {
    return arn.matches("arn:[a-z-]+:lambda:[^:]+:[^:]+:function:[^:]+(:[^:]+)?");
  }

  private static AwsError invalid(String message) {
    return new AwsError("ValidationException", message);
  }
}
