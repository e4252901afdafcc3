package dev.rampart.local.stack.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.rampart.local.supervision.RunClock;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * The clock of a run: {@code {"forward": "PT1H"}} moves it.
 *
 * @param move moves the clock forward, with all that goes by it
 */
public record ClockControl(RunClock clock, Consumer<Duration> move) implements ControlPath {

  @Override
  public JsonNode get() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("now", clock.instant().toString())
        .put("ahead", clock.ahead().toString());
  }

  @Override
  public JsonNode post(JsonNode input) {
    if (input.size() != 1 || !input.path("forward").isTextual()) {
      throw new IllegalArgumentException("Send {\"forward\": \"PT1H\"}, with an ISO duration.");
    }
    move.accept(duration(input.path("forward").asText()));
    return get();
  }

  private static Duration duration(String text) {
    try {
      return Duration.parse(text);
    } catch (DateTimeException _) {
      throw new IllegalArgumentException("forward is no ISO duration, such as PT1H30M or P1D.");
    }
  }
}
