package dev.rampart.domain.usecase;

import dev.rampart.domain.common.IpVersion;
import dev.rampart.domain.common.SourceRange;
import dev.rampart.domain.port.out.AddressSets;
import dev.rampart.domain.port.out.PortUnavailable;
import java.util.Set;

/** A firewall that does not answer. */
final class UnreachableSets implements AddressSets {
  @Override
  public AddressSet read(IpVersion version) {
    throw new PortUnavailable("the firewall does not answer");
  }

  @Override
  public Replacement replace(IpVersion version, AddressSet read, Set<SourceRange> entries) {
    throw new PortUnavailable("the firewall does not answer");
  }
}
