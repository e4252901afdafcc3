package dev.rampart.domain.detection.tuning;

import dev.rampart.domain.common.KeyedHash;
import dev.rampart.domain.detection.detector.Detectors;
import dev.rampart.domain.detection.finding.DetectorKind;
import dev.rampart.domain.detection.finding.Finding;
import dev.rampart.domain.detection.signal.Signal;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What detection finds in recorded signals with other thresholds than those of today. Both start
 * with empty states, so both miss what was known from before the first signal.
 *
 * @param thresholds those that were tried, of every detector
 * @param newlyFound what only the given thresholds find, worst first
 * @param lost what only those of today find, worst first
 * @param kept how many findings both have
 */
public record ThresholdComparison(
    List<TriedThreshold> thresholds, List<Finding> newlyFound, List<Finding> lost, int kept) {
  private static final Comparator<Finding> WORST_FIRST =
      Comparator.comparing(Finding::severity)
          .thenComparing(Finding::lastSeen)
          .reversed()
          .thenComparing(finding -> finding.id().text());

  public ThresholdComparison {
    thresholds = List.copyOf(thresholds);
    newlyFound = List.copyOf(newlyFound);
    lost = List.copyOf(lost);
  }

  /**
   * Compares.
   *
   * @param signals oldest first
   * @param tried those of other detectors are as today
   * @param hash tells apart what signals were after
   */
  public static ThresholdComparison of(
      List<Signal> signals, Collection<TriedThreshold> tried, KeyedHash hash) {
    Map<DetectorKind, TriedThreshold> all = new EnumMap<>(DetectorKind.class);
    for (DetectorKind detector : DetectorKind.values()) {
      all.put(detector, TriedThreshold.today(detector));
    }
    tried.forEach(threshold -> all.put(threshold.detector(), threshold));
    Map<RecordedFindings.Key, Finding> today =
        RecordedFindings.of(Detectors.standard(), signals, hash);
    Map<RecordedFindings.Key, Finding> given =
        tried.isEmpty()
            ? today
            : RecordedFindings.of(
                Detectors.scaled(detector -> factor(all, detector)), signals, hash);
    return new ThresholdComparison(
        List.copyOf(all.values()),
        without(given, today.keySet()),
        without(today, given.keySet()),
        (int) today.keySet().stream().filter(given::containsKey).count());
  }

  private static double factor(Map<DetectorKind, TriedThreshold> all, DetectorKind detector) {
    TriedThreshold tried = all.get(detector);
    return tried == null ? 1 : tried.factor();
  }

  private static List<Finding> without(
      Map<RecordedFindings.Key, Finding> some, Set<RecordedFindings.Key> others) {
    return some.entrySet().stream()
        .filter(each -> !others.contains(each.getKey()))
        .map(Map.Entry::getValue)
        .sorted(WORST_FIRST)
        .toList();
  }
}
