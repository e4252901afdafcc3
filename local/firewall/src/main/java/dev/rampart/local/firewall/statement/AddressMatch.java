package dev.rampart.local.firewall.statement;

import java.util.Optional;

/**
 * Looks the client's address up in an IP set.
 *
 * @param forwarded the header with the address; empty for the address of the connection
 */
public record AddressMatch(IpSet set, Optional<ForwardedAddress> forwarded)
    implements RuleStatement {

  @Override
  public boolean matches(RequestEvaluation evaluation) {
    return ForwardedAddress.client(forwarded, evaluation, set::contains);
  }

  /** As AWS's page "IP set match rule statement" has it. */
  @Override
  public int capacity() {
    boolean any = forwarded.map(where -> where.place() == ForwardedAddress.Place.ANY).orElse(false);
    return any ? 5 : 1;
  }
}
