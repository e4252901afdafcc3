package dev.rampart.domain.port.out;

import static dev.rampart.domain.detection.signal.SignalExamples.NOON;
import static dev.rampart.domain.port.out.BlockExamples.SOURCE;
import static dev.rampart.domain.port.out.BlockExamples.range;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.common.IpAddress;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What every {@link OperatorAddresses} owes its callers. */
public interface OperatorAddressesContract {
  /** Returns one that has seen nobody. */
  OperatorAddresses newOperatorAddresses();

  @Test
  default void an_operator_is_remembered_for_a_month_after_the_last_visit() {
    OperatorAddresses operators = newOperatorAddresses();
    assertThat(operators.recent(NOON)).isEmpty();
    operators.seen(SOURCE.lowest(), NOON);
    operators.seen(SOURCE.lowest(), NOON.plus(Duration.ofDays(9)));
    operators.seen(SOURCE.lowest(), NOON.plusSeconds(1));
    assertThat(operators.recent(NOON.plus(Duration.ofDays(38)))).containsExactly(SOURCE);
    assertThat(operators.recent(NOON.plus(Duration.ofDays(40)))).isEmpty();
  }

  @Test
  default void of_an_address_of_version_6_the_site_is_remembered() {
    OperatorAddresses operators = newOperatorAddresses();
    operators.seen(IpAddress.parse("2001:db8:0:7:1:2:3:4").orElseThrow(), NOON);
    operators.seen(IpAddress.parse("2001:db8:0:7::9").orElseThrow(), NOON.plusSeconds(1));
    assertThat(operators.recent(NOON.plusSeconds(2))).containsExactly(range("2001:db8:0:7::/64"));
  }
}
