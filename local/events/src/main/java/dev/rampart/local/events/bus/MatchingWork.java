package dev.rampart.local.events.bus;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Bounds the work of the matcher for one event. It goes through the fields of the patterns in the
 * order of their paths. Each value that a condition takes begins a way of its own, on which all
 * values behind it are tried: what lists in the event and conditions in the pattern have, field by
 * field, multiplies. A try costs one, and for a wildcard its states for each byte of the value.
 */
final class MatchingWork {
  private static final JsonFactory JSON = new JsonFactory();

  private final PatternCosts costs;

  /** The values of the event at the paths of the patterns. */
  private final Map<String, List<String>> values = new HashMap<>();

  /** How many values the matcher keeps of the event. */
  private long kept;

  private MatchingWork(PatternCosts costs) {
    this.costs = costs;
  }

  /**
   * Returns a bound, in states and tries of some 0.3 microseconds each; {@link Long#MAX_VALUE} for
   * all that are too large to be told.
   *
   * @throws IOException if the event is not JSON
   */
  static long of(PatternCosts costs, String event) throws IOException {
    MatchingWork work = new MatchingWork(costs);
    work.read(event);
    return work.sum();
  }

  private void read(String event) throws IOException {
    // Not by recursion: the client says how deep the event is.
    List<String> path = new ArrayList<>();
    try (JsonParser parser = JSON.createParser(event)) {
      for (JsonToken next = parser.nextToken(); next != null; next = parser.nextToken()) {
        if (next == JsonToken.START_OBJECT) {
          path.add("");
        } else if (next == JsonToken.END_OBJECT) {
          path.removeLast();
        } else if (next == JsonToken.FIELD_NAME) {
          path.set(path.size() - 1, parser.currentName());
        } else if (next.isScalarValue() && !path.isEmpty() && isKept(path.getLast())) {
          kept++;
          keep(String.join(".", path), parser.getText());
        }
      }
    }
  }

  /** The matcher skips members whose names no pattern has; it takes those with dots apart. */
  private boolean isKept(String name) {
    return costs.names().contains(name) || name.indexOf('.') >= 0;
  }

  private void keep(String path, String value) {
    if (costs.paths().contains(path)) {
      values.computeIfAbsent(path, _ -> new ArrayList<>()).add(value);
    }
  }

  private long sum() {
    double sum = triesBehind("");
    Set<List<PatternCost.Field>> counted = new HashSet<>();
    for (PatternCost pattern : costs.patterns()) {
      double ways = pattern.combinations();
      // Behind the last field there is nothing to try.
      for (int i = 0; i < pattern.fields().size() - 1 && ways > 0; i++) {
        PatternCost.Field field = pattern.fields().get(i);
        ways *= taken(field, pattern.combinations() > 1);
        // Patterns that begin alike go the same way.
        if (counted.add(pattern.fields().subList(0, i + 1))) {
          sum += ways * triesBehind(field.path());
        }
      }
    }
    return (long) sum;
  }

  /** Returns how many pairs of a value and a condition that takes it a field has, at most. */
  private long taken(PatternCost.Field field, boolean mayBeLeftOut) {
    List<String> given = values.getOrDefault(field.path(), List.of());
    long exact = given.stream().filter(field.texts()::contains).count();
    // A field that is not there may be what a condition asks for.
    long pairs = exact + field.others().size() * Math.max(1L, given.size());
    return mayBeLeftOut ? Math.max(1, pairs) : pairs;
  }

  private double triesBehind(String path) {
    double tries = kept;
    for (Map.Entry<String, List<String>> field : values.entrySet()) {
      long each = costs.states().getOrDefault(field.getKey(), 0L);
      if (each > 0 && field.getKey().compareTo(path) > 0) {
        tries += (double) each * bytes(field.getValue());
      }
    }
    return tries;
  }

  private static long bytes(List<String> texts) {
    return texts.stream()
        .mapToLong(text -> text.getBytes(StandardCharsets.UTF_8).length + 2L)
        .sum();
  }
}
