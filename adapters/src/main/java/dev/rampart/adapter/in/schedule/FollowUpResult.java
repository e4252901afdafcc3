package dev.rampart.adapter.in.schedule;

import dev.rampart.adapter.lambda.BatchResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * What came of a tick.
 *
 * @param threats how many threats were published
 * @param failed how many findings stay due, since a dependency did not answer
 */
public record FollowUpResult(int threats, int failed) implements BatchResult {
  /** The next tick tries again what failed, so nothing has to be delivered again. */
  @Override
  public List<String> failures() {
    return List.of();
  }

  @Override
  public SequencedMap<String, Object> logFields() {
    SequencedMap<String, Object> fields = new LinkedHashMap<>();
    fields.put("threats", threats);
    fields.put("due", failed);
    return fields;
  }
}
