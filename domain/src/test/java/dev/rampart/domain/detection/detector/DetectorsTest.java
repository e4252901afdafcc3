package dev.rampart.domain.detection.detector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.detection.finding.DetectorKind;
import dev.rampart.domain.detection.signal.SignalKind;
import dev.rampart.domain.detection.signal.SubjectKind;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class DetectorsTest {
  @Test
  void every_kind_in_the_catalogue_is_found_by_a_detector() {
    assertThat(Detectors.standard().stream().map(Detector::kind).distinct())
        .containsExactlyInAnyOrder(DetectorKind.values());
  }

  @Test
  void nobody_is_suspected_for_what_speaks_for_him() {
    for (Detector detector : Detectors.standard()) {
      for (SubjectKind subject : SubjectKind.values()) {
        assertThat(Watching.news(detector, subject))
            .as(detector.kind().name())
            .noneMatch(SignalKind::isCounterEvidence);
      }
    }
  }

  @Test
  void every_kind_of_suspicious_signal_is_a_reason_to_look() {
    Set<SignalKind> watched = EnumSet.noneOf(SignalKind.class);
    for (Detector detector : Detectors.standard()) {
      for (SubjectKind subject : SubjectKind.values()) {
        watched.addAll(Watching.news(detector, subject));
      }
    }
    assertThat(EnumSet.complementOf(EnumSet.copyOf(watched)))
        .containsExactly(SignalKind.AUTH_OK, SignalKind.OBJECT_OK);
  }
}
