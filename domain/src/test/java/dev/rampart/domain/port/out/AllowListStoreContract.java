package dev.rampart.domain.port.out;

import static dev.rampart.domain.detection.signal.SignalExamples.NOON;
import static dev.rampart.domain.port.out.BlockExamples.OTHER;
import static dev.rampart.domain.port.out.BlockExamples.SOURCE;
import static dev.rampart.domain.port.out.BlockExamples.range;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.common.SourceRange;
import dev.rampart.domain.detection.block.AllowedSource;
import org.junit.jupiter.api.Test;

/** What every {@link AllowListStore} owes its callers. */
public interface AllowListStoreContract {
  /** Returns an empty store. */
  AllowListStore newAllowListStore();

  @Test
  default void an_entry_is_found_as_it_was_saved_and_by_its_own_source_alone() {
    AllowListStore store = newAllowListStore();
    AllowedSource entry = entry(range("203.0.113.0/24"), 1);
    assertThat(store.save(entry)).isTrue();
    assertThat(store.find(entry.source())).contains(entry);
    assertThat(store.find(SOURCE)).isEmpty();
  }

  @Test
  default void entries_are_listed_in_the_order_of_their_texts() {
    AllowListStore store = newAllowListStore();
    assertThat(store.all()).isEmpty();
    assertThat(store.save(entry(OTHER, 1))).isTrue();
    assertThat(store.save(entry(SOURCE, 1))).isTrue();
    assertThat(store.all()).extracting(AllowedSource::source).containsExactly(SOURCE, OTHER);
  }

  @Test
  default void a_version_is_saved_once_and_after_the_one_before_it() {
    AllowListStore store = newAllowListStore();
    assertThat(store.save(entry(SOURCE, 2))).isFalse();
    assertThat(store.save(entry(SOURCE, 1))).isTrue();
    assertThat(store.save(entry(SOURCE, 1))).isFalse();
    assertThat(store.save(entry(SOURCE, 2))).isTrue();
    assertThat(store.find(SOURCE)).contains(entry(SOURCE, 2));
  }

  @Test
  default void an_entry_is_removed_in_the_version_that_is_kept() {
    AllowListStore store = newAllowListStore();
    assertThat(store.save(entry(SOURCE, 1))).isTrue();
    assertThat(store.save(entry(SOURCE, 2))).isTrue();
    assertThat(store.remove(entry(SOURCE, 1))).isFalse();
    assertThat(store.remove(entry(SOURCE, 2))).isTrue();
    assertThat(store.remove(entry(SOURCE, 2))).isFalse();
    assertThat(store.find(SOURCE)).isEmpty();
  }

  private static AllowedSource entry(SourceRange source, long version) {
    return new AllowedSource(source, "our office", "sam", NOON, version);
  }
}
