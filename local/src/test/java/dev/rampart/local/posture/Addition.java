package dev.rampart.local.posture;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.template.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Faults that leave all that is written as it is, and put something beside it. */
final class Addition {
  private static final String EXPORT = "{'Value': 'x', 'Export': {'Name': 'x'}}";

  /** By the name of a map: a member that one more program, user or event would come in by. */
  private static final Map<String, String> MEMBERS =
      Map.of(
          "Variables", "{'JAVA_TOOL_OPTIONS': '-javaagent:/opt/agent.jar'}",
          "Events",
              """
              {'Added': {'Type': 'SQS',
                'Properties': {'Queue': 'arn:aws:sqs:eu-west-1:210987654321:other'}}}\
              """,
          "LambdaConfig",
              "{'PostConfirmation': 'arn:aws:lambda:eu-west-1:210987654321:function:other'}");

  private static final String STATEMENT = "{'Effect': 'Allow', 'Action': '*', 'Resource': '*'}";
  private static final String FIREWALL_RULE =
      """
      {'Name': 'added', 'Priority': -1, 'Action': {'Allow': {}},
       'Statement': {'GeoMatchStatement': {'CountryCodes': ['DE']}},
       'VisibilityConfig': {'SampledRequestsEnabled': true, 'CloudWatchMetricsEnabled': true,
         'MetricName': 'added'}}\
      """;

  private static final Map<String, String> NEW_RESOURCES =
      Map.of(
          "a subscriber of alarms",
          """
          {'Type': 'AWS::SNS::Subscription', 'Properties': {'TopicArn': {'Ref': 'SecurityTopic'},
            'Protocol': 'email', 'Endpoint': 'other@example.com'}}\
          """,
          "a trigger of the detection",
          """
          {'Type': 'AWS::Lambda::EventSourceMapping', 'Properties': {
            'FunctionName': {'Ref': 'DetectionFunction'},
            'EventSourceArn': {'Fn::GetAtt': ['SubmissionsTable', 'StreamArn']}}}\
          """,
          "a policy of a role",
          """
          {'Type': 'AWS::IAM::RolePolicy', 'Properties': {'RoleName': {'Ref': 'ApiRole'},
            'PolicyName': 'added', 'PolicyDocument': {'Version': '2012-10-17', 'Statement': [
              {'Effect': 'Allow', 'Action': 'dynamodb:Scan', 'Resource': '*'}]}}}\
          """,
          "a permission",
          """
          {'Type': 'AWS::Lambda::Permission', 'Properties': {'Action': 'lambda:InvokeFunction',
            'FunctionName': {'Ref': 'ApiFunction'}, 'Principal': '*'}}\
          """);

  private Addition() {}

  /** Returns faults that are resources of their own, or an output. */
  static List<Mutation> members() {
    return Stream.concat(
            NEW_RESOURCES.entrySet().stream()
                .map(added -> member("/Resources/Added", added.getKey(), added.getValue())),
            Stream.of(member("/Outputs/Added", "an export", EXPORT)))
        .toList();
  }

  private static Mutation member(String at, String what, String value) {
    return new Mutation(JsonPointer.compile(at), "as " + what, Optional.of(json(value)));
  }

  /** Returns what is put beside the parts of a value; empty if nothing can be. */
  static Optional<Mutation> to(JsonPointer at, JsonNode value) {
    return switch (value) {
      case ArrayNode list when list.path(0).has("Effect") ->
          Optional.of(new Mutation(at, "a statement added", Optional.of(withStatement(list))));
      case ArrayNode list when list.path(0).has("VisibilityConfig") ->
          Optional.of(
              new Mutation(
                  at,
                  "a rule in front",
                  Optional.of(list.deepCopy().insert(0, json(FIREWALL_RULE)))));
      case ObjectNode object -> toMap(at, object);
      default -> Optional.empty();
    };
  }

  private static Optional<Mutation> toMap(JsonPointer at, ObjectNode object) {
    return Optional.ofNullable(MEMBERS.get(at.last().getMatchingProperty()))
        .map(
            member ->
                new Mutation(
                    at,
                    "a member added",
                    Optional.of(object.deepCopy().setAll((ObjectNode) json(member)))));
  }

  private static ArrayNode withStatement(ArrayNode list) {
    ObjectNode statement = (ObjectNode) json(STATEMENT);
    if (list.path(0).has("Principal")) {
      statement.set("Principal", JsonNodeFactory.instance.textNode("*"));
    }
    return list.deepCopy().add(statement);
  }

  private static JsonNode json(String text) {
    return Json.parse(text.replace('\'', '"'));
  }
}
