package dev.rampart.domain.usecase;

import dev.rampart.domain.common.SourceRange;
import dev.rampart.domain.detection.block.ProtectedSources;
import dev.rampart.domain.port.out.AllowListStore;
import dev.rampart.domain.port.out.OperatorAddresses;
import java.time.Instant;
import java.util.Set;

/**
 * Where the sources that are never blocked are read from.
 *
 * @param owner what the owner of the deployment named
 */
public record NeverBlocked(
    Set<SourceRange> owner, AllowListStore allowList, OperatorAddresses operators) {
  public NeverBlocked {
    owner = Set.copyOf(owner);
  }

  /** Reads them as they are. */
  ProtectedSources read(Instant now) {
    return ProtectedSources.of(owner, allowList.all(), operators.recent(now));
  }
}
