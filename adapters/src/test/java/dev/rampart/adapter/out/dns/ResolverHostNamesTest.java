package dev.rampart.adapter.out.dns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.common.IpAddress;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class ResolverHostNamesTest {
  @Test
  void an_answer_that_does_not_come_in_time_is_no_name() {
    ResolverHostNames impatient = new ResolverHostNames(Duration.ZERO);
    // Of the range for documentation: no zone has it.
    assertThat(impatient.verifiedName(IpAddress.parse("192.0.2.1").orElseThrow())).isEmpty();
  }

  @Test
  void loopback_has_the_name_that_resolves_to_it_or_none() {
    ResolverHostNames patient = new ResolverHostNames(Duration.ofSeconds(20));
    assertThat(patient.verifiedName(IpAddress.parse("127.0.0.1").orElseThrow()).orElse("localhost"))
        .isNotEqualTo("127.0.0.1");
  }
}
