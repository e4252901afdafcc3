package dev.rampart.domain.port.out;

import static dev.rampart.domain.detection.signal.SignalExamples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.common.IpVersion;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What every {@link UpdateGate} owes its callers. */
public interface UpdateGateContract {
  /** Returns one that nobody passed. */
  UpdateGate newUpdateGate();

  @Test
  default void one_passes_in_each_interval_and_a_refusal_does_not_prolong_it() {
    UpdateGate gate = newUpdateGate();
    Instant next = NOON.plus(UpdateGate.INTERVAL);
    assertThat(gate.pass(IpVersion.V4, NOON)).isTrue();
    assertThat(gate.pass(IpVersion.V4, NOON)).isFalse();
    assertThat(gate.pass(IpVersion.V4, next.minusMillis(1))).isFalse();
    assertThat(gate.pass(IpVersion.V4, next)).isTrue();
    assertThat(gate.pass(IpVersion.V4, next.plusMillis(1))).isFalse();
  }

  @Test
  default void whether_it_is_open_can_be_asked_without_passing() {
    UpdateGate gate = newUpdateGate();
    Instant next = NOON.plus(UpdateGate.INTERVAL);
    assertThat(gate.isOpen(IpVersion.V4, NOON)).isTrue();
    assertThat(gate.pass(IpVersion.V4, NOON)).isTrue();
    assertThat(gate.isOpen(IpVersion.V4, next.minusMillis(1))).isFalse();
    assertThat(gate.isOpen(IpVersion.V6, next.minusMillis(1))).isTrue();
    assertThat(gate.isOpen(IpVersion.V4, next)).isTrue();
    assertThat(gate.pass(IpVersion.V4, next)).isTrue();
  }

  @Test
  default void each_set_has_a_gate_of_its_own() {
    UpdateGate gate = newUpdateGate();
    assertThat(gate.pass(IpVersion.V4, NOON)).isTrue();
    assertThat(gate.pass(IpVersion.V6, NOON)).isTrue();
    assertThat(gate.pass(IpVersion.V6, NOON)).isFalse();
  }

  @Test
  default void a_clock_that_is_behind_does_not_open_it() {
    UpdateGate gate = newUpdateGate();
    assertThat(gate.pass(IpVersion.V4, NOON)).isTrue();
    assertThat(gate.pass(IpVersion.V4, NOON.minusSeconds(60))).isFalse();
  }
}
