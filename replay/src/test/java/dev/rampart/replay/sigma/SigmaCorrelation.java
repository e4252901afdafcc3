package dev.rampart.replay.sigma;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.adapter.in.logs.LogRecordReader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** A correlation of one rule: events or values of a field within a time, by groups. */
record SigmaCorrelation(JsonNode yaml) {
  private static final Map<String, Duration> UNITS =
      Map.of("m", Duration.ofMinutes(1), "h", Duration.ofHours(1));

  SigmaRule rule() {
    if (yaml.path("rules").size() != 1) {
      throw new IllegalArgumentException("correlations of one rule are read");
    }
    return SigmaFile.rule(yaml.at("/rules/0").asText());
  }

  List<String> groupBy() {
    return StreamSupport.stream(yaml.path("group-by").spliterator(), false)
        .map(JsonNode::asText)
        .toList();
  }

  Duration timespan() {
    String text = yaml.path("timespan").asText();
    Duration unit = UNITS.get(text.substring(text.length() - 1));
    if (unit == null) {
      throw new IllegalArgumentException("unknown unit of time: " + text);
    }
    return unit.multipliedBy(Long.parseLong(text.substring(0, text.length() - 1)));
  }

  int least() {
    return yaml.at("/condition/gte").intValue();
  }

  /** Returns the field whose values are counted; empty if events are. */
  String field() {
    return switch (yaml.path("type").asText()) {
      case "event_count" -> "";
      case "value_count" -> yaml.at("/condition/field").asText();
      default -> throw new IllegalArgumentException("unknown type: " + yaml.path("type"));
    };
  }

  /** Returns whether it would be raised by records in the order of their times. */
  boolean isRaisedBy(List<SigmaRecord> records) {
    SigmaRule rule = rule();
    Map<List<String>, Deque<SigmaRecord>> windows = new HashMap<>();
    for (SigmaRecord each : records) {
      if (rule.matches(each)) {
        List<String> group = groupBy().stream().flatMap(f -> each.values(f).stream()).toList();
        Deque<SigmaRecord> window = windows.computeIfAbsent(group, _ -> new ArrayDeque<>());
        window.add(each);
        while (time(window.getFirst()).isBefore(time(each).minus(timespan()))) {
          window.removeFirst();
        }
        if (count(window) >= least()) {
          return true;
        }
      }
    }
    return false;
  }

  private long count(Deque<SigmaRecord> window) {
    List<String> values = new ArrayList<>();
    for (SigmaRecord each : window) {
      values.addAll(field().isEmpty() ? List.of("" + values.size()) : each.values(field()));
    }
    return values.stream().distinct().count();
  }

  private static Instant time(SigmaRecord event) {
    return LogRecordReader.time(event.json()).orElseThrow();
  }
}
