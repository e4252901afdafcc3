package dev.rampart.local.check.inventory;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.check.model.CheckedTemplate;
import dev.rampart.local.check.model.Types;
import dev.rampart.local.template.Json;
import dev.rampart.local.template.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Which events go where, which are kept, and which alarms people hear. */
final class EventLines {
  private EventLines() {}

  static List<String> of(CheckedTemplate subject) {
    List<String> lines = new ArrayList<>();
    for (Resource rule : subject.ofType(Types.RULE)) {
      lines.add(
          "%s: %s to %s".formatted(rule.logicalId(), rule.property("EventPattern"), targets(rule)));
    }
    for (Resource schedule : subject.ofType(Types.SCHEDULE)) {
      lines.add(
          "%s: %s, group %s, zone %s, to %s"
              .formatted(
                  schedule.logicalId(),
                  schedule.text("ScheduleExpression", "never"),
                  schedule.text("GroupName", "default"),
                  schedule.text("ScheduleExpressionTimezone", "UTC"),
                  schedule.property("Target")));
    }
    for (Resource destination : subject.ofType(Types.API_DESTINATION)) {
      lines.add(
          "%s: %s %s, %s a second, by %s"
              .formatted(
                  destination.logicalId(),
                  destination.text("HttpMethod", ""),
                  destination.text("InvocationEndpoint", "nowhere"),
                  destination.text("InvocationRateLimitPerSecond", "any"),
                  destination.text("ConnectionArn", "nothing")));
    }
    for (Resource archive : subject.ofType("AWS::Events::Archive")) {
      lines.add(archive.logicalId() + " keeps " + pattern(archive));
    }
    for (Resource filter : subject.ofType(Types.SUBSCRIPTION_FILTER)) {
      lines.add(
          "%s: '%s' to %s"
              .formatted(
                  filter.logicalId(),
                  filter.text("FilterPattern", ""),
                  filter.text("DestinationArn", "nobody")));
    }
    for (Resource alarm : subject.ofType(Types.COMPOSITE_ALARM)) {
      lines.add(
          "%s: %s, silent during %s, tells %s"
              .formatted(
                  alarm.logicalId(),
                  alarm.text("AlarmRule", "never"),
                  alarm.text("ActionsSuppressor", "nothing"),
                  String.join(" ", Json.texts(alarm.property("AlarmActions")))));
    }
    for (Resource subscription : subject.ofType("AWS::SNS::Subscription")) {
      lines.add(
          "%s: %s to %s %s"
              .formatted(
                  subscription.logicalId(),
                  subscription.text("TopicArn", "nothing"),
                  subscription.text("Protocol", "nobody"),
                  subscription.text("Endpoint", "")));
    }
    return lines;
  }

  private static String targets(Resource rule) {
    return Json.list(rule.property("Targets")).stream()
        .map(EventLines::target)
        .collect(Collectors.joining(", "));
  }

  private static String target(JsonNode target) {
    String role = target.path("RoleArn").asText();
    JsonNode transformer = target.path("InputTransformer");
    return target.path("Id").asText()
        + " "
        + target.path("Arn").asText()
        + (role.isEmpty() ? "" : " as " + role)
        + (transformer.isMissingNode() ? "" : " with " + transformer.path("InputPathsMap"));
  }

  private static String pattern(Resource archive) {
    JsonNode pattern = archive.property("EventPattern");
    return pattern.isMissingNode() ? "everything" : pattern.toString();
  }
}
