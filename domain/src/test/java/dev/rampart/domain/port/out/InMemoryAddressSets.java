package dev.rampart.domain.port.out;

import dev.rampart.domain.common.IpVersion;
import dev.rampart.domain.common.SourceRange;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/** {@link AddressSets} in a map. */
public final class InMemoryAddressSets implements AddressSets {
  private final Map<IpVersion, AddressSet> sets = new EnumMap<>(IpVersion.class);

  @Override
  public synchronized AddressSet read(IpVersion version) {
    return sets.getOrDefault(version, new AddressSet(Set.of(), "0"));
  }

  @Override
  public synchronized Replacement replace(
      IpVersion version, AddressSet read, Set<SourceRange> entries) {
    String token = read(version).lockToken();
    if (!token.equals(read.lockToken())) {
      return Replacement.LOCK_LOST;
    }
    sets.put(version, new AddressSet(entries, Integer.toString(Integer.parseInt(token) + 1)));
    return Replacement.REPLACED;
  }
}
