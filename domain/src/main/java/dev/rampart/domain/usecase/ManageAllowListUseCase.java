package dev.rampart.domain.usecase;

import dev.rampart.domain.common.AllowedVersions;
import dev.rampart.domain.common.SourceRange;
import dev.rampart.domain.detection.block.AllowedSource;
import dev.rampart.domain.port.in.ManageAllowList;
import dev.rampart.domain.port.out.AllowListStore;
import dev.rampart.domain.port.out.BlockOrderPublisher;
import dev.rampart.domain.port.out.PortUnavailable;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** {@link ManageAllowList} over the store; blocks of an allowed source end with the next update. */
public record ManageAllowListUseCase(
    AllowListStore allowList, BlockOrderPublisher orders, InstantSource clock)
    implements ManageAllowList {
  @Override
  public List<AllowedSource> list() {
    return allowList.all();
  }

  @Override
  public Optional<AllowedSource> find(SourceRange source) {
    return allowList.find(source);
  }

  @Override
  public AllowResult allow(Allow allow) {
    Instant now = MillisClock.now(clock);
    Optional<AllowedSource> known = allowList.find(allow.source());
    if (!allow.versions().allow(version(known))) {
      return new AllowResult.PreconditionFailed();
    }
    if (known.isEmpty() && allowList.all().size() >= AllowedSource.ENTRIES_MAX) {
      return new AllowResult.Full();
    }
    AllowedSource entry =
        new AllowedSource(
            allow.source(),
            allow.reason(),
            allow.principal(),
            known.map(AllowedSource::since).orElse(now),
            version(known) + 1);
    if (!allowList.save(entry)) {
      return new AllowResult.PreconditionFailed();
    }
    announce(entry.source(), now);
    return new AllowResult.Allowed(entry, known.isEmpty());
  }

  @Override
  public DisallowResult disallow(Disallow disallow) {
    Optional<AllowedSource> known = allowList.find(disallow.source());
    if (known.isEmpty()) {
      return new DisallowResult.NotFound();
    }
    boolean removed =
        disallow.versions().allow(known.get().version()) && allowList.remove(known.get());
    return removed ? new DisallowResult.Disallowed() : new DisallowResult.PreconditionFailed();
  }

  private static long version(Optional<AllowedSource> known) {
    return known.map(AllowedSource::version).orElse(AllowedVersions.ABSENT);
  }

  private void announce(SourceRange source, Instant now) {
    try {
      orders.ordered(source, now);
    } catch (PortUnavailable _) {
      // The schedule applies it within a minute.
    }
  }
}
