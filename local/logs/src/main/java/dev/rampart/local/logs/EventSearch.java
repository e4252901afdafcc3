package dev.rampart.local.logs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.logs.group.LogEvent;
import dev.rampart.local.logs.group.LogGroup;
import dev.rampart.local.logs.pattern.FilterPattern;
import dev.rampart.local.logs.pattern.InvalidPatternException;
import java.time.Instant;
import java.util.List;

/**
 * {@code FilterLogEvents}: the lines of a group that a pattern takes, page by page.
 *
 * @param from and {@code until} in milliseconds of the epoch; as on AWS, {@code until} included
 * @param after the sequence number of the last line of the page before
 */
record EventSearch(
    FilterPattern pattern,
    List<String> streams,
    String streamPrefix,
    long from,
    long until,
    long after,
    int limit) {
  /** The service's limits for a page. */
  private static final int EVENTS_MAX = 10_000;

  private static final int PAGE_CHARS_MAX = 1024 * 1024;

  static EventSearch of(JsonNode input) {
    List<String> streams = Parameters.texts(input, "logStreamNames");
    String prefix = Parameters.text(input, "logStreamNamePrefix").orElse("");
    if (!streams.isEmpty() && !prefix.isEmpty()) {
      throw Parameters.invalid(
          "logStreamNamePrefix and logStreamNames cannot be used in one call.");
    }
    return new EventSearch(
        pattern(Parameters.text(input, "filterPattern").orElse("")),
        streams,
        prefix,
        Parameters.number(input, "startTime", 0),
        Parameters.number(input, "endTime", Long.MAX_VALUE),
        Parameters.token(input, "after/", 0),
        Parameters.limit(input, EVENTS_MAX));
  }

  private static FilterPattern pattern(String pattern) {
    try {
      return FilterPattern.parse(pattern);
    } catch (InvalidPatternException e) {
      throw Parameters.invalid("Invalid filter pattern: " + e.getMessage() + ".");
    }
  }

  ObjectNode filter(LogGroup group) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ArrayNode found = answer.putArray("events");
    answer.putArray("searchedLogStreams");
    long chars = 0;
    long last = after;
    for (LogEvent event : group.events()) {
      if (event.sequence() <= after || !takes(event)) {
        continue;
      }
      chars += event.message().length();
      if (found.size() == limit || (chars > PAGE_CHARS_MAX && !found.isEmpty())) {
        answer.put("nextToken", "after/" + last);
        break;
      }
      found.add(event(event));
      last = event.sequence();
    }
    return answer;
  }

  private boolean takes(LogEvent event) {
    Instant at = event.at();
    return at.toEpochMilli() >= from
        && at.toEpochMilli() <= until
        && (streams.isEmpty() || streams.contains(event.stream()))
        && event.stream().startsWith(streamPrefix)
        && pattern.matches(event.message());
  }

  private static ObjectNode event(LogEvent event) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("logStreamName", event.stream())
        .put("timestamp", event.at().toEpochMilli())
        .put("message", event.message())
        .put("ingestionTime", event.at().toEpochMilli())
        .put("eventId", event.id());
  }
}
