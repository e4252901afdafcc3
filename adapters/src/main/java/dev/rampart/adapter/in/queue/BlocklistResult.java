package dev.rampart.adapter.in.queue;

import dev.rampart.adapter.lambda.BatchResult;
import dev.rampart.domain.port.in.ReconcileBlocks;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * What came of a batch of the threat queue, or of a tick.
 *
 * @param threats how many messages held a threat
 * @param orders how many said that a person changed what is to be blocked
 * @param malformed how many held neither
 * @param reconciled what became of the firewall's sets; empty if that is left to the next tick,
 *     since a set has just changed or a dependency did not answer
 * @param failures ids of the messages that have to be delivered again
 */
public record BlocklistResult(
    int threats,
    int orders,
    int malformed,
    Optional<ReconcileBlocks.Result> reconciled,
    List<String> failures)
    implements BatchResult {

  public BlocklistResult {
    failures = List.copyOf(failures);
  }

  static BlocklistResult ofTick(ReconcileBlocks.Result reconciled) {
    return new BlocklistResult(0, 0, 0, Optional.of(reconciled), List.of());
  }

  @Override
  public SequencedMap<String, Object> logFields() {
    SequencedMap<String, Object> fields = new LinkedHashMap<>();
    fields.put("threats", threats);
    fields.put("orders", orders);
    fields.put("malformed", malformed);
    fields.put("again", failures.size());
    fields.put("reconciled", reconciled.isPresent());
    reconciled.ifPresent(
        sets -> {
          fields.put("inForce", sets.inForce());
          fields.put("updated", sets.updated());
          fields.put("deferred", sets.deferred());
          fields.put("foreign", sets.foreign());
          fields.put("omitted", sets.omitted());
          fields.put("announced", sets.announced());
        });
    return fields;
  }
}
