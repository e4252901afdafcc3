package dev.rampart.domain.detection.signal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.inspection.Limit;
import dev.rampart.domain.inspection.Verdict;
import org.junit.jupiter.api.Test;

final class SignalEvidenceTest {
  @Test
  void a_value_that_could_not_be_judged_shows_no_shape() {
    Verdict verdict = new Verdict.Unjudged(Limit.LENGTH);
    assertThat(SignalEvidence.injection("/title", verdict).excerpt()).isEmpty();
  }
}
