package dev.rampart.local.events.bus;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What an event pattern may cost the matcher.
 *
 * @param fields the fields with conditions, in the order of the matcher: that of their paths
 * @param combinations what its {@code $or} multiply out to
 */
record PatternCost(List<Field> fields, long combinations) {
  private static final JsonFactory JSON = new JsonFactory();

  /**
   * A field.
   *
   * @param path the names on the way to it, joined by dots as the matcher does
   * @param texts the values that are wanted as they are
   * @param others the other conditions, as any text that tells them apart
   * @param states how many states its wildcards have at once, at most
   */
  record Field(String path, Set<String> texts, Set<String> others, long states) {}

  /**
   * Reads a pattern.
   *
   * @throws IOException if it is not JSON
   */
  static PatternCost of(String pattern, long combinations) throws IOException {
    // Token by token, not as a tree: the compiler takes one key several times, too.
    try (JsonParser parser = JSON.createParser(pattern)) {
      Map<String, Field> fields = new TreeMap<>();
      if (parser.nextToken() == JsonToken.START_OBJECT) {
        readObject(parser, "", fields);
      }
      return new PatternCost(List.copyOf(fields.values()), combinations);
    }
  }

  /** Returns how many states the wildcards of one field have at once, at most. */
  long states() {
    return fields.stream().mapToLong(Field::states).max().orElse(0);
  }

  private static void readObject(JsonParser parser, String path, Map<String, Field> fields)
      throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      String below = path.isEmpty() ? name : path + "." + name;
      if (value == JsonToken.START_OBJECT) {
        readObject(parser, below, fields);
      } else if (value == JsonToken.START_ARRAY) {
        readList(parser, path, below, fields);
      }
    }
  }

  /** Reads conditions of a field, or what is in a {@code $or}: objects with fields. */
  private static void readList(
      JsonParser parser, String path, String below, Map<String, Field> fields) throws IOException {
    boolean or = parser.currentName().equals("$or");
    Set<String> texts = new HashSet<>();
    Set<String> others = new HashSet<>();
    long states = 0;
    for (JsonToken next = parser.nextToken();
        next != null && next != JsonToken.END_ARRAY;
        next = parser.nextToken()) {
      if (next == JsonToken.START_OBJECT && or) {
        readObject(parser, path, fields);
      } else if (next == JsonToken.VALUE_STRING) {
        texts.add(parser.getText());
      } else if (next.isStructStart()) {
        states += readCondition(parser, others);
      } else {
        others.add(parser.getText());
        // The matcher looks for a number as a number and as its text.
        others.add("text of " + parser.getText());
      }
    }
    if (!or) {
      fields.merge(below, new Field(below, texts, others, states), PatternCost::both);
    }
  }

  private static Field both(Field one, Field other) {
    return new Field(
        one.path(),
        union(one.texts(), other.texts()),
        union(one.others(), other.others()),
        one.states() + other.states());
  }

  private static Set<String> union(Set<String> one, Set<String> other) {
    Set<String> all = new HashSet<>(one);
    all.addAll(other);
    return all;
  }

  /** Reads a condition that is an object; returns the states of its wildcards. */
  private static long readCondition(JsonParser parser, Set<String> others) throws IOException {
    StringBuilder all = new StringBuilder();
    long states = 0;
    int depth = 1;
    boolean isWildcard = false;
    while (depth > 0) {
      JsonToken next = parser.nextToken();
      if (next == null) {
        break;
      }
      if (next.isStructStart()) {
        depth++;
      } else if (next.isStructEnd()) {
        depth--;
      } else if (next == JsonToken.FIELD_NAME) {
        isWildcard = parser.currentName().equals("wildcard");
      } else if (isWildcard && next == JsonToken.VALUE_STRING) {
        states += WildcardStates.of(parser.getText());
      }
      all.append(next).append(parser.getText()).append('\n');
    }
    others.add(all.toString());
    return states;
  }
}
