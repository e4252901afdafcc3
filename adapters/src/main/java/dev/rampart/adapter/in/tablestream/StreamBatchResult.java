package dev.rampart.adapter.in.tablestream;

import dev.rampart.adapter.lambda.BatchResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * What came of a batch of the table's stream.
 *
 * @param records how many changes it held
 * @param events how many of them carried an event that was read
 * @param unreadable whether a change was met whose event cannot be read
 * @param resumeAt sequence number of the oldest record that has to be delivered again
 */
public record StreamBatchResult(
    int records, int events, boolean unreadable, Optional<String> resumeAt) implements BatchResult {

  /** The stream repeats the oldest record and all after it. */
  @Override
  public List<String> failures() {
    return resumeAt.stream().toList();
  }

  @Override
  public SequencedMap<String, Object> logFields() {
    SequencedMap<String, Object> fields = new LinkedHashMap<>();
    fields.put("records", records);
    fields.put("events", events);
    fields.put("unreadable", unreadable);
    fields.put("again", resumeAt.orElse(""));
    return fields;
  }
}
