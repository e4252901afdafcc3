package dev.rampart.local.logs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.logs.group.LogEvent;
import dev.rampart.local.logs.group.LogGroup;
import dev.rampart.local.protocol.AwsError;
import java.util.List;

/**
 * {@code GetLogEvents}: the lines of one stream, forwards from a line or backwards.
 *
 * @param from and {@code before} in milliseconds of the epoch
 */
record StreamReading(
    String stream, long from, long before, int limit, boolean forward, long position) {
  private static final int EVENTS_MAX = 10_000;
  private static final int PAGE_CHARS_MAX = 1024 * 1024;
  private static final String FORWARD = "f/";
  private static final String BACKWARD = "b/";

  static StreamReading of(JsonNode input) {
    String token = Parameters.text(input, "nextToken").orElse("");
    boolean forward =
        token.isEmpty() ? Parameters.flag(input, "startFromHead") : token.startsWith(FORWARD);
    long start = forward ? 0 : Long.MAX_VALUE;
    return new StreamReading(
        Parameters.text(input, "logStreamName")
            .orElseThrow(() -> Parameters.invalid("logStreamName is missing.")),
        Parameters.number(input, "startTime", 0),
        Parameters.number(input, "endTime", Long.MAX_VALUE),
        Parameters.limit(input, EVENTS_MAX),
        forward,
        Parameters.token(input, forward ? FORWARD : BACKWARD, start));
  }

  /** As on AWS, a token that comes back unchanged says that there is nothing more. */
  ObjectNode read(LogGroup group) {
    List<LogEvent> all =
        group.events().stream().filter(event -> event.stream().equals(stream)).toList();
    if (all.isEmpty()) {
      throw new AwsError("ResourceNotFoundException", "The specified log stream does not exist.");
    }
    List<LogEvent> page = page(all.stream().filter(this::takes).toList());
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ArrayNode events = answer.putArray("events");
    page.forEach(event -> events.add(event(event)));
    long last = page.isEmpty() ? position : page.getLast().sequence();
    long first = page.isEmpty() ? position : page.getFirst().sequence();
    answer.put("nextForwardToken", FORWARD + last);
    answer.put("nextBackwardToken", BACKWARD + first);
    return answer;
  }

  private boolean takes(LogEvent event) {
    long at = event.at().toEpochMilli();
    boolean beyond = forward ? event.sequence() > position : event.sequence() < position;
    return beyond && at >= from && at < before;
  }

  private List<LogEvent> page(List<LogEvent> events) {
    List<LogEvent> ordered = forward ? events : events.reversed();
    long chars = 0;
    int count = 0;
    while (count < Math.min(limit, ordered.size())) {
      chars += ordered.get(count).message().length();
      if (chars > PAGE_CHARS_MAX && count > 0) {
        break;
      }
      count++;
    }
    List<LogEvent> page = ordered.subList(0, count);
    return forward ? page : page.reversed();
  }

  private static ObjectNode event(LogEvent event) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("timestamp", event.at().toEpochMilli())
        .put("message", event.message())
        .put("ingestionTime", event.at().toEpochMilli());
  }
}
