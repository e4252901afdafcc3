package dev.rampart.replay.input;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;

/** Tells by a line itself which format it has, and reads it. */
public final class RecordedLine {
  private static final ObjectReader JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build()
          .readerFor(JsonNode.class);

  private RecordedLine() {}

  /**
   * Reads a line; a blank one concerns nobody.
   *
   * @param number of the line in its file, from 1
   */
  public static LineOutcome read(String line, String file, long number) {
    if (line.isBlank()) {
      return new LineOutcome.Read(List.of());
    }
    if (line.charAt(0) != '{') {
      return CombinedLogLine.parse(line)
          .<LineOutcome>map(
              request -> new LineOutcome.Read(CombinedLogSignals.of(request, file, number)))
          .orElseGet(() -> new LineOutcome.NotUnderstood("neither JSON nor Combined Log Format"));
    }
    try {
      return read(JSON.<JsonNode>readValue(line));
    } catch (JsonProcessingException _) {
      return new LineOutcome.NotUnderstood("broken JSON");
    }
  }

  private static LineOutcome read(JsonNode json) {
    if (SignalLine.is(json)) {
      return SignalLine.read(json);
    }
    return new LineOutcome.NotUnderstood("JSON of no known format");
  }
}
