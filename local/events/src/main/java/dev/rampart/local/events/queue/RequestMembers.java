package dev.rampart.local.events.queue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.protocol.AwsError;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads members of a request; a member of the wrong type is refused. */
public final class RequestMembers {
  private static final double SECONDS_MAX = 100_000_000_000.0;

  private RequestMembers() {}

  public static Optional<String> text(JsonNode input, String name) {
    JsonNode value = input.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isTextual()) {
      throw new AwsError("SerializationException", name + " is not a string.");
    }
    return Optional.of(value.textValue());
  }

  public static Optional<Integer> number(JsonNode input, String name) {
    JsonNode value = input.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isIntegralNumber() || !value.canConvertToInt()) {
      throw new AwsError("SerializationException", name + " is not a whole number.");
    }
    return Optional.of(value.intValue());
  }

  /**
   * Reads a time, which comes as seconds since the epoch, perhaps with a fraction; empty if it is
   * no number, or thousands of years away.
   */
  public static Optional<Instant> time(JsonNode value) {
    double seconds = value.isNumber() ? value.asDouble() : Double.NaN;
    return Math.abs(seconds) <= SECONDS_MAX
        ? Optional.of(Instant.ofEpochMilli(Math.round(seconds * 1000)))
        : Optional.empty();
  }

  /** Returns a list; empty if it is absent. */
  public static JsonNode list(JsonNode input, String name) {
    JsonNode value = input.path(name);
    if (!value.isMissingNode() && !value.isNull() && !value.isArray()) {
      throw new AwsError("SerializationException", name + " is not a list.");
    }
    return value;
  }

  /** Returns a list of texts; empty if it is absent. */
  public static List<String> texts(JsonNode input, String name) {
    List<String> texts = new ArrayList<>();
    for (JsonNode each : list(input, name)) {
      if (!each.isTextual()) {
        throw new AwsError("SerializationException", name + " has a member that is not a string.");
      }
      texts.add(each.textValue());
    }
    return texts;
  }
}
