package dev.rampart.local.events.archive;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.events.queue.RequestMembers;
import dev.rampart.local.protocol.AwsError;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What StartReplay asks for.
 *
 * @param ruleArns the rules that get the events; none for all
 * @param start the time of the first event
 * @param end what the time of each event is before
 */
record ReplayRequest(
    String name,
    String description,
    String archiveArn,
    String busArn,
    Set<String> ruleArns,
    Instant start,
    Instant end) {
  private static final int DESCRIPTION_CHARS_MAX = 512;

  /** As many as a bus has. */
  private static final int RULES_MAX = 300;

  static ReplayRequest of(JsonNode input) {
    String name = required(input, "ReplayName");
    if (!name.matches("[.\\-_A-Za-z0-9]{1,64}")) {
      throw invalid("ReplayName", "It is not 1 to 64 letters, digits, dots and dashes.");
    }
    String description = RequestMembers.text(input, "Description").orElse("");
    if (description.length() > DESCRIPTION_CHARS_MAX) {
      throw invalid("Description", "It has more than " + DESCRIPTION_CHARS_MAX + " characters.");
    }
    JsonNode destination = input.path("Destination");
    String busArn = RequestMembers.text(destination, "Arn").orElse("");
    if (!busArn.contains(":event-bus/")) {
      throw invalid("Destination.Arn", "Must contain an event bus ARN.");
    }
    Instant start = time(input, "EventStartTime");
    Instant end = time(input, "EventEndTime");
    if (!start.isBefore(end)) {
      throw invalid("EventEndTime", "EventStartTime must be before EventEndTime.");
    }
    return new ReplayRequest(
        name,
        description,
        required(input, "EventSourceArn"),
        busArn,
        rules(destination),
        start,
        end);
  }

  private static Set<String> rules(JsonNode destination) {
    Set<String> arns = new LinkedHashSet<>();
    for (JsonNode arn : RequestMembers.list(destination, "FilterArns")) {
      arns.add(arn.asText());
    }
    if (arns.size() > RULES_MAX) {
      throw invalid("Destination.FilterArns", "There are more than " + RULES_MAX + ".");
    }
    return arns;
  }

  private static Instant time(JsonNode input, String name) {
    return RequestMembers.time(input.path(name)).orElseThrow(() -> invalid(name, "It is no time."));
  }

  private static String required(JsonNode input, String name) {
    return RequestMembers.text(input, name)
        .orElseThrow(
            () -> new AwsError("ValidationException", "Parameter " + name + " must be specified."));
  }

  static AwsError invalid(String name, String reason) {
    return new AwsError(
        "ValidationException", "Parameter " + name + " is not valid. Reason: " + reason);
  }
}
