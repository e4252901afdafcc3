package dev.rampart.local.policies;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.generate.Intrinsics;

/** The statements that such policies consist of. */
final class PolicyStatement {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private PolicyStatement() {}

  /** Returns the refusal of connections without TLS. */
  static ObjectNode onlyTls(String action, ObjectNode resource) {
    ObjectNode statement =
        JSON.objectNode().put("Sid", "OnlyTls").put("Effect", "Deny").put("Principal", "*");
    statement.put("Action", action).set("Resource", resource);
    statement.putObject("Condition").putObject("Bool").put("aws:SecureTransport", "false");
    return statement;
  }

  /**
   * Returns the grant to put events into a queue.
   *
   * @param sources the ARNs of the rules and buses
   */
  static ObjectNode fromEvents(ObjectNode queue, ArrayNode sources) {
    ObjectNode statement = allow("FromItsSource", "events.amazonaws.com", "sqs:SendMessage", queue);
    statement
        .putObject("Condition")
        .putObject("ArnEquals")
        .set("aws:SourceArn", sources.size() == 1 ? sources.path(0) : sources);
    return statement;
  }

  /** Returns the grant to publish for the alarms of the account. */
  static ObjectNode fromAlarms(ObjectNode topic) {
    ObjectNode statement =
        allow("AlarmsOfThisAccount", "cloudwatch.amazonaws.com", "sns:Publish", topic);
    ObjectNode condition = statement.putObject("Condition");
    condition.putObject("StringEquals").set("aws:SourceAccount", Intrinsics.ref("AWS::AccountId"));
    condition
        .putObject("ArnLike")
        .set(
            "aws:SourceArn",
            Intrinsics.sub(
                "arn:${AWS::Partition}:cloudwatch:${AWS::Region}:${AWS::AccountId}:alarm:*"));
    return statement;
  }

  private static ObjectNode allow(String sid, String service, String action, ObjectNode resource) {
    ObjectNode statement = JSON.objectNode().put("Sid", sid).put("Effect", "Allow");
    statement.putObject("Principal").put("Service", service);
    statement.put("Action", action).set("Resource", resource);
    return statement;
  }
}
