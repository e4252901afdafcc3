package dev.rampart.domain.port.out;

import dev.rampart.domain.common.IpVersion;
import dev.rampart.domain.common.SourceRange;
import java.util.Set;

/**
 * The address sets of the firewall, one for each version of IP. A set is replaced as a whole, by
 * whoever has its newest lock token.
 */
public interface AddressSets {
  /**
   * Returns a set as it is.
   *
   * @throws PortUnavailable if the firewall does not answer
   */
  AddressSet read(IpVersion version);

  /**
   * Replaces the entries of a set with one call, which is never repeated.
   *
   * @param read what was read before
   * @throws PortUnavailable if the firewall does not answer; the set may or may not be replaced
   */
  Replacement replace(IpVersion version, AddressSet read, Set<SourceRange> entries);

  /**
   * A set with its lock token.
   *
   * @param lockToken changes with every change of the set
   */
  record AddressSet(Set<SourceRange> entries, String lockToken) {
    public AddressSet {
      entries = Set.copyOf(entries);
    }
  }

  /** What became of a replacement. */
  enum Replacement {
    REPLACED,
    /** Somebody else changed the set after it was read. */
    LOCK_LOST,
    /** The firewall takes no more changes for now. */
    THROTTLED
  }
}
