package dev.rampart.adapter.in.queue;

import dev.rampart.adapter.lambda.BatchResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * What came of a batch of the signal queue.
 *
 * @param signals how many messages held a signal
 * @param malformed how many did not
 * @param threats how many threats were published
 * @param failures ids of the messages that have to be delivered again
 */
public record SignalBatchResult(int signals, int malformed, int threats, List<String> failures)
    implements BatchResult {

  public SignalBatchResult {
    failures = List.copyOf(failures);
  }

  @Override
  public SequencedMap<String, Object> logFields() {
    SequencedMap<String, Object> fields = new LinkedHashMap<>();
    fields.put("signals", signals);
    fields.put("malformed", malformed);
    fields.put("threats", threats);
    fields.put("again", failures.size());
    return fields;
  }
}
