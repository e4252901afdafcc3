package dev.rampart.local.events.bus;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/**
 * Counts what the {@code $or} of an event pattern multiply out to: the alternatives of one {@code
 * $or} add up, and those of fields side by side multiply.
 */
final class Combinations {
  private static final JsonFactory JSON = new JsonFactory();

  private final JsonParser pattern;
  private final long max;

  private Combinations(JsonParser pattern, long max) {
    this.pattern = pattern;
    this.max = max;
  }

  /** Returns the count; any number above {@code max} stands for all of those. */
  static long count(String pattern, long max) throws IOException {
    // Token by token, not as a tree: the compiler takes one key several times, too.
    try (JsonParser parser = JSON.createParser(pattern)) {
      return parser.nextToken() == JsonToken.START_OBJECT
          ? new Combinations(parser, max).ofObject()
          : 1;
    }
  }

  private long ofObject() throws IOException {
    long product = 1;
    while (pattern.nextToken() == JsonToken.FIELD_NAME) {
      boolean or = pattern.currentName().equals("$or");
      JsonToken value = pattern.nextToken();
      if (value == JsonToken.START_OBJECT) {
        product = capped(product * ofObject());
      } else if (value == JsonToken.START_ARRAY && or) {
        product = capped(product * ofAlternatives());
      } else {
        var _ = pattern.skipChildren();
      }
    }
    return product;
  }

  private long ofAlternatives() throws IOException {
    long sum = 0;
    JsonToken alternative = pattern.nextToken();
    while (alternative != null && alternative != JsonToken.END_ARRAY) {
      if (alternative == JsonToken.START_OBJECT) {
        sum = capped(sum + ofObject());
      } else {
        var _ = pattern.skipChildren();
      }
      alternative = pattern.nextToken();
    }
    return Math.max(1, sum);
  }

  private long capped(long count) {
    return Math.min(count, max + 1);
  }
}
