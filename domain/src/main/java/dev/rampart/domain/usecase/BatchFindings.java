package dev.rampart.domain.usecase;

import dev.rampart.domain.detection.engine.Found;
import dev.rampart.domain.detection.finding.Finding;
import dev.rampart.domain.detection.finding.FindingId;
import dev.rampart.domain.detection.signal.Signal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * What a batch shows, in order of time: of each finding the newest of its most severe forms. A
 * batch may show the same again and again.
 */
final class BatchFindings {
  private final SequencedMap<FindingId, Finding> byId = new LinkedHashMap<>();

  /**
   * Adds what was found at some moment.
   *
   * @param news the signals about its subject until then, at least one
   */
  void add(List<Found> all, List<Signal> news) {
    for (Found found : all) {
      Finding finding = found.finding(news);
      byId.merge(
          finding.id(),
          finding,
          (old, other) -> other.severity().compareTo(old.severity()) < 0 ? old : other);
    }
  }

  List<Finding> list() {
    return new ArrayList<>(byId.values());
  }
}
