package dev.rampart.domain.detection.detector;

import dev.rampart.domain.detection.finding.Measure;
import dev.rampart.domain.detection.signal.SignalKind;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What a detector suspects a subject of.
 *
 * @param measure the comparison that decided
 * @param kinds the kinds of signals that it counted; never changed
 * @param context tells what else a reader has to know, such as the counter-evidence; may be empty
 */
public record Assessment(Measure measure, Set<SignalKind> kinds, Supplier<String> context) {
  /** Returns an assessment if the measure reaches its threshold. */
  static Optional<Assessment> of(Measure measure, Set<SignalKind> kinds, Supplier<String> context) {
    return measure.holds()
        ? Optional.of(new Assessment(measure, kinds, context))
        : Optional.empty();
  }

  /** Returns an assessment without context if the measure reaches its threshold. */
  static Optional<Assessment> of(Measure measure, Set<SignalKind> kinds) {
    return of(measure, kinds, () -> "");
  }
}
