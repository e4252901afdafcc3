package dev.rampart.domain.detection.finding;

import static dev.rampart.domain.detection.signal.SignalExamples.ADDRESS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.detection.signal.Subject;
import dev.rampart.domain.detection.signal.SubjectKind;
import org.junit.jupiter.api.Test;

final class FindingIdTest {
  private static final FindingId ID = FindingId.of(DetectorKind.BURST_PROBE, ADDRESS, 997_512);

  /** Consumers know findings by their ids, whichever version of the program wrote them. */
  @Test
  void it_never_changes() {
    assertThat(ID.text()).isEqualTo("cd5716fc-d825-84e3-9eac-b6175d02db2c");
  }

  @Test
  void the_same_activity_has_the_same_id() {
    assertThat(FindingId.of(DetectorKind.BURST_PROBE, ADDRESS, 997_512)).isEqualTo(ID);
  }

  @Test
  void another_detector_subject_or_activity_has_another_id() {
    Subject principal = new Subject(SubjectKind.PRINCIPAL, ADDRESS.name());
    assertThat(FindingId.of(DetectorKind.SCHEMA_FUZZ, ADDRESS, 997_512)).isNotEqualTo(ID);
    assertThat(FindingId.of(DetectorKind.BURST_PROBE, principal, 997_512)).isNotEqualTo(ID);
    assertThat(FindingId.of(DetectorKind.BURST_PROBE, ADDRESS, 997_513)).isNotEqualTo(ID);
  }
}
