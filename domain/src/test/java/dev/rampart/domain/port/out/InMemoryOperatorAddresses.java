package dev.rampart.domain.port.out;

import dev.rampart.domain.common.IpAddress;
import dev.rampart.domain.common.SourceRange;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** {@link OperatorAddresses} in a map. */
public final class InMemoryOperatorAddresses implements OperatorAddresses {
  private final Map<SourceRange, Instant> lastSeen = new HashMap<>();

  @Override
  public synchronized void seen(IpAddress address, Instant at) {
    lastSeen.merge(SourceRange.of(address), at, (one, other) -> one.isAfter(other) ? one : other);
  }

  @Override
  public synchronized Set<SourceRange> recent(Instant now) {
    return lastSeen.entrySet().stream()
        .filter(entry -> entry.getValue().isAfter(now.minus(KEPT)))
        .sorted(Map.Entry.<SourceRange, Instant>comparingByValue(Comparator.reverseOrder()))
        .limit(ADDRESSES_MAX)
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }
}
