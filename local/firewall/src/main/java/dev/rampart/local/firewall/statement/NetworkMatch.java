package dev.rampart.local.firewall.statement;

import dev.rampart.local.firewall.location.AddressLocations;
import java.util.Optional;
import java.util.Set;

/**
 * Looks at the autonomous system that a request comes from (AWS WAF Developer Guide, "Autonomous
 * System Number (ASN) match rule statement").
 *
 * @param systems their numbers; 0 stands for what is not known
 * @param forwarded the header with the address; empty for the address of the connection
 */
record NetworkMatch(
    Set<Long> systems, Optional<ForwardedAddress> forwarded, AddressLocations locations)
    implements RuleStatement {

  @Override
  public boolean matches(RequestEvaluation evaluation) {
    return ForwardedAddress.client(
        forwarded, evaluation, address -> systems.contains(locations.autonomousSystem(address)));
  }

  @Override
  public int capacity() {
    return 1;
  }
}
