package dev.rampart.domain.detection.detector;

import static dev.rampart.domain.detection.signal.SignalKind.PROBE;
import static dev.rampart.domain.detection.signal.SignalKind.WAF_BLOCK;

import dev.rampart.domain.detection.finding.DetectorKind;
import dev.rampart.domain.detection.finding.Measure;
import dev.rampart.domain.detection.signal.SignalKind;
import dev.rampart.domain.detection.signal.SubjectKind;
import dev.rampart.domain.detection.state.GroupFeatures;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Finds many sources that trip the same rule at about the same time, though each does little.
 * Single probes of the whole Internet trip it too, all day: they are what is usual.
 *
 * @param surge how many sources are too many
 */
record DistributedSignature(Surge surge) implements GroupDetector {
  private static final String LEADING = "sources at about the same time";
  private static final Set<SignalKind> KINDS = EnumSet.of(WAF_BLOCK, PROBE);

  @Override
  public DetectorKind kind() {
    return DetectorKind.DISTRIBUTED_SIGNATURE;
  }

  @Override
  public Threshold leading() {
    return new Threshold(LEADING, surge.sourcesMin());
  }

  @Override
  public boolean watches(SubjectKind group, SignalKind news) {
    return group == SubjectKind.SIGNATURE && KINDS.contains(news);
  }

  @Override
  public Optional<Assessment> assess(SignalKind news, GroupFeatures features) {
    for (int slots : Surge.WINDOWS_SLOTS) {
      double sources = features.sources(news, slots);
      if (sources >= surge.least(slots)) {
        double tooMany = surge.threshold(features, news, slots, 1);
        if (sources >= tooMany) {
          return Assessment.of(
              new Measure(LEADING, sources, tooMany),
              EnumSet.of(news),
              () -> "within %d minutes".formatted(Surge.minutes(slots)));
        }
      }
    }
    return Optional.empty();
  }
}
