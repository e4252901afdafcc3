package dev.rampart.domain.port.out;

import dev.rampart.domain.common.IpAddress;
import java.util.Optional;

/** Names of hosts, as the domain name system has them. */
public interface HostNames {
  /**
   * Returns the name that an address resolves to and that resolves to the address again; empty if
   * there is none, or if no answer comes soon. Whoever owns the address decides whether one comes.
   */
  Optional<String> verifiedName(IpAddress address);
}
