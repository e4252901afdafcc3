package dev.rampart.domain.usecase;

import dev.rampart.domain.common.AllowedVersions;
import dev.rampart.domain.detection.block.AllowedSource;
import dev.rampart.domain.port.in.ManageAllowList;
import dev.rampart.domain.port.out.AllowListStore;
import dev.rampart.domain.port.out.BlockOrderPublisher;
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
  public AllowResult allow(Allow allow) {
    Instant now = MillisClock.now(clock);
    Optional<AllowedSource> known = allowList.find(allow.source());
    long version = known.map(AllowedSource::version).orElse(AllowedVersions.ABSENT);
    if (!allow.versions().allow(version)) {
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
            version + 1);
    if (!allowList.save(entry)) {
      return new AllowResult.PreconditionFailed();
    }
    BlockOrders.announce(orders, entry.source(), entry.principal(), now);
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
    if (!removed) {
      return new DisallowResult.PreconditionFailed();
    }
    BlockOrders.announce(orders, disallow.source(), disallow.principal(), MillisClock.now(clock));
    return new DisallowResult.Disallowed();
  }
}
