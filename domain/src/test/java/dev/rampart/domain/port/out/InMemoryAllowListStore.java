package dev.rampart.domain.port.out;

import dev.rampart.domain.common.SourceRange;
import dev.rampart.domain.detection.block.AllowedSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** An {@link AllowListStore} in a map. */
public final class InMemoryAllowListStore implements AllowListStore {
  private final Map<SourceRange, AllowedSource> entries = new TreeMap<>();

  @Override
  public synchronized List<AllowedSource> all() {
    return List.copyOf(entries.values());
  }

  @Override
  public synchronized Optional<AllowedSource> find(SourceRange source) {
    return Optional.ofNullable(entries.get(source));
  }

  @Override
  public synchronized boolean save(AllowedSource entry) {
    long version = find(entry.source()).map(AllowedSource::version).orElse(0L);
    if (version != entry.version() - 1) {
      return false;
    }
    entries.put(entry.source(), entry);
    return true;
  }

  @Override
  public synchronized boolean remove(AllowedSource entry) {
    boolean isKept = find(entry.source()).filter(it -> it.version() == entry.version()).isPresent();
    if (isKept) {
      entries.remove(entry.source());
    }
    return isKept;
  }
}
