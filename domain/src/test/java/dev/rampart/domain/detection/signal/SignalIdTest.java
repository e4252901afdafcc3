package dev.rampart.domain.detection.signal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SignalIdTest {
  @Test
  void the_same_facts_give_the_same_id_and_others_do_not() {
    SignalId id = SignalId.derive("api", "r-1", "INJECTION_SQL", "/title");
    assertThat(SignalId.derive("api", "r-1", "INJECTION_SQL", "/title")).isEqualTo(id);
    assertThat(SignalId.derive("api", "r-1", "INJECTION_SQL", "/tags")).isNotEqualTo(id);
    assertThat(SignalId.derive("api", "r-1INJECTION_SQL", "/title")).isNotEqualTo(id);
  }

  @Test
  void an_id_is_laid_out_as_a_uuid_of_version_eight() {
    assertThat(SignalId.derive("api", "r-1").text())
        .matches("[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
  }

  @Test
  void an_id_from_outside_is_short_and_visible() {
    assertThat(SignalId.parse("0198-a")).isPresent();
    assertThat(SignalId.parse("")).isEmpty();
    assertThat(SignalId.parse("a b")).isEmpty();
    assertThat(SignalId.parse("a\nb")).isEmpty();
    assertThat(SignalId.parse("a".repeat(129))).isEmpty();
  }
}
