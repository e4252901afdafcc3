package dev.rampart.domain.port.out;

import dev.rampart.domain.common.IpVersion;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/** An {@link UpdateGate} in a map. */
public final class InMemoryUpdateGate implements UpdateGate {
  private final Map<IpVersion, Instant> passed = new EnumMap<>(IpVersion.class);

  @Override
  public synchronized boolean isOpen(IpVersion version, Instant now) {
    return !passed.getOrDefault(version, Instant.MIN).isAfter(now.minus(INTERVAL));
  }

  @Override
  public synchronized boolean pass(IpVersion version, Instant now) {
    if (!isOpen(version, now)) {
      return false;
    }
    passed.put(version, now);
    return true;
  }
}
