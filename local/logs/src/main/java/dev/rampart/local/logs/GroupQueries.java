package dev.rampart.local.logs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.logs.delivery.SubscriptionSettings;
import dev.rampart.local.logs.group.LogEvent;
import dev.rampart.local.logs.group.LogGroup;
import dev.rampart.local.logs.group.LogGroups;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What groups, streams and subscriptions there are. A stack has few of each, so an answer has them
 * all, and no page follows.
 */
record GroupQueries(LogGroups groups, LogArns arns, List<SubscriptionSettings> subscriptions) {

  ObjectNode describeGroups(JsonNode input) {
    Predicate<String> wanted = wanted(input);
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ArrayNode described = answer.putArray("logGroups");
    groups.all().stream()
        .filter(group -> wanted.test(group.name()))
        .forEach(group -> described.add(group(group)));
    return answer;
  }

  private static Predicate<String> wanted(JsonNode input) {
    String prefix = Parameters.text(input, "logGroupNamePrefix").orElse("");
    String part = Parameters.text(input, "logGroupNamePattern").orElse("");
    if (!prefix.isEmpty() && !part.isEmpty()) {
      throw Parameters.invalid(
          "logGroupNamePrefix and logGroupNamePattern cannot be used in one call.");
    }
    return name -> name.startsWith(prefix) && name.contains(part);
  }

  private ObjectNode group(LogGroup group) {
    ObjectNode described = JsonNodeFactory.instance.objectNode();
    described.put("logGroupName", group.name());
    described.put("creationTime", group.created().toEpochMilli());
    group
        .settings()
        .retention()
        .ifPresent(retention -> described.put("retentionInDays", retention.toDays()));
    described.put("metricFilterCount", 0);
    described.put("arn", arns.ofLines(group));
    described.put("logGroupArn", arns.of(group));
    described.put("logGroupClass", "STANDARD");
    described.put(
        "storedBytes", group.events().stream().mapToLong(event -> event.message().length()).sum());
    return described;
  }

  ObjectNode describeStreams(LogGroup group, JsonNode input) {
    String prefix = Parameters.text(input, "logStreamNamePrefix").orElse("");
    Map<String, List<LogEvent>> streams = new LinkedHashMap<>();
    for (LogEvent event : group.events()) {
      // The first line and the last one are all that is told of a stream.
      streams.merge(
          event.stream(),
          List.of(event, event),
          (known, added) -> List.of(known.getFirst(), added.getLast()));
    }
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ArrayNode described = answer.putArray("logStreams");
    streams.forEach(
        (name, ends) -> {
          if (name.startsWith(prefix)) {
            described.add(stream(group, name, ends));
          }
        });
    return answer;
  }

  private ObjectNode stream(LogGroup group, String name, List<LogEvent> ends) {
    long last = ends.getLast().at().toEpochMilli();
    return JsonNodeFactory.instance
        .objectNode()
        .put("logStreamName", name)
        .put("creationTime", ends.getFirst().at().toEpochMilli())
        .put("firstEventTimestamp", ends.getFirst().at().toEpochMilli())
        .put("lastEventTimestamp", last)
        .put("lastIngestionTime", last)
        .put("arn", arns.ofStream(group, name))
        .put("storedBytes", 0);
  }

  ObjectNode describeSubscriptions(LogGroup group) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ArrayNode described = answer.putArray("subscriptionFilters");
    for (SubscriptionSettings subscription : subscriptions) {
      if (subscription.logGroup().equals(group.name())) {
        described
            .addObject()
            .put("filterName", subscription.name())
            .put("logGroupName", group.name())
            .put("filterPattern", subscription.pattern())
            .put("destinationArn", subscription.functionArn())
            .put("distribution", "ByLogStream")
            .put("creationTime", group.created().toEpochMilli());
      }
    }
    return answer;
  }
}
