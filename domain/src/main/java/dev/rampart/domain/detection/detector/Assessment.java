package dev.rampart.domain.detection.detector;

import dev.rampart.domain.detection.finding.Contribution;
import dev.rampart.domain.detection.finding.Measure;
import dev.rampart.domain.detection.signal.DetectionPoint;
import dev.rampart.domain.detection.signal.SignalKind;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What a detector suspects a subject of.
 *
 * @param measure the comparison that decided
 * @param kinds the kinds of signals that it counted; never changed
 * @param context tells what else a reader has to know, such as the counter-evidence; may be empty
 * @param contributions tells what each point adds to the measure; empty if that is no sum of points
 */
public record Assessment(
    Measure measure,
    Set<SignalKind> kinds,
    Supplier<String> context,
    Supplier<Map<DetectionPoint, Contribution>> contributions) {
  /** Returns an assessment if the measure reaches its threshold. */
  static Optional<Assessment> of(Measure measure, Set<SignalKind> kinds, Supplier<String> context) {
    return measure.holds()
        ? Optional.of(new Assessment(measure, kinds, context, Map::of))
        : Optional.empty();
  }

  /** Returns an assessment without context if the measure reaches its threshold. */
  static Optional<Assessment> of(Measure measure, Set<SignalKind> kinds) {
    return of(measure, kinds, () -> "");
  }

  /** Returns the same of a measure that is a sum of points. */
  Assessment summing(Supplier<Map<DetectionPoint, Contribution>> parts) {
    return new Assessment(measure, kinds, context, parts);
  }
}
