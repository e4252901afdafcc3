package dev.rampart.local.stack.access;

import dev.rampart.local.host.mapping.Destination;
import dev.rampart.local.host.mapping.DestinationSender;
import java.util.List;
import java.util.Map;

/**
 * What the role of a function needs to send to a destination (Lambda Developer Guide, "Capturing
 * records of Lambda asynchronous invocations").
 *
 * @param context the values of the service's own condition keys
 */
record DestinationRight(String action, Map<String, List<String>> context) {
  /** Who puts an event about a function's work on a bus. */
  static final String SOURCE = "lambda";

  /** Returns the right that is needed to tell of an outcome. */
  static DestinationRight of(Destination to, DestinationSender.Outcome outcome) {
    return switch (to.kind()) {
      case QUEUE -> new DestinationRight("sqs:SendMessage", Map.of());
      case TOPIC -> new DestinationRight("sns:Publish", Map.of());
      case FUNCTION -> new DestinationRight("lambda:InvokeFunction", Map.of());
      case BUS ->
          new DestinationRight(
              "events:PutEvents",
              Map.of(
                  "events:source",
                  List.of(SOURCE),
                  "events:detail-type",
                  List.of(detailType(outcome))));
    };
  }

  /** Returns the type of the event that tells of an outcome. */
  static String detailType(DestinationSender.Outcome outcome) {
    return "Lambda Function Invocation Result - "
        + switch (outcome) {
          case SUCCESS -> "Success";
          case FAILURE -> "Failure";
        };
  }
}
