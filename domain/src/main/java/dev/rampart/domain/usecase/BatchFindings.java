package dev.rampart.domain.usecase;

import dev.rampart.domain.detection.engine.Found;
import dev.rampart.domain.detection.finding.Finding;
import dev.rampart.domain.detection.finding.FindingId;
import dev.rampart.domain.detection.signal.Signal;
import dev.rampart.domain.detection.signal.SignalId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * What a batch shows, in order of time: of each finding the newest of its most severe forms. A
 * batch may show the same again and again.
 */
final class BatchFindings {
  private final SequencedMap<FindingId, Shown> byId = new LinkedHashMap<>();

  /**
   * A finding of the batch.
   *
   * @param by the signal that shows it: if that is delivered again, it shows it again
   */
  record Shown(Finding finding, SignalId by) {}

  /**
   * Adds what was found at some moment.
   *
   * @param news the signals about its subject until then, at least one
   */
  void add(List<Found> all, List<Signal> news) {
    for (Found found : all) {
      Shown shown = new Shown(found.finding(news), news.getLast().id());
      byId.merge(
          shown.finding().id(),
          shown,
          (old, other) ->
              other.finding().severity().compareTo(old.finding().severity()) < 0 ? old : other);
    }
  }

  List<Shown> list() {
    return new ArrayList<>(byId.values());
  }
}
