package dev.rampart.domain.port.out;

import dev.rampart.domain.common.SourceRange;
import dev.rampart.domain.detection.block.AllowedSource;
import java.util.List;
import java.util.Optional;

/**
 * Keeps the allow list. Every read sees every write that was answered before. All of it throws
 * {@link PortUnavailable} if the store does not answer.
 */
public interface AllowListStore {
  /** Returns all entries, in the order of their sources' texts. */
  List<AllowedSource> all();

  /** Returns the entry of exactly that source; empty if there is none. */
  Optional<AllowedSource> find(SourceRange source);

  /** Saves an entry if the version before it is the one that is kept, and returns whether. */
  boolean save(AllowedSource entry);

  /** Removes an entry if it is kept in that version, and returns whether. */
  boolean remove(AllowedSource entry);
}
