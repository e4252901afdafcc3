package dev.rampart.domain.port.out;

import static dev.rampart.domain.port.out.BlockExamples.OTHER;
import static dev.rampart.domain.port.out.BlockExamples.SOURCE;
import static dev.rampart.domain.port.out.BlockExamples.range;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.common.IpVersion;
import dev.rampart.domain.common.SourceRange;
import dev.rampart.domain.port.out.AddressSets.AddressSet;
import dev.rampart.domain.port.out.AddressSets.Replacement;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every {@link AddressSets} owes its callers. */
public interface AddressSetsContract {
  /** Returns two empty sets. */
  AddressSets newAddressSets();

  @Test
  default void a_set_holds_what_it_was_replaced_with_and_the_other_is_left_alone() {
    AddressSets sets = newAddressSets();
    SourceRange wide = range("198.51.100.0/24");
    AddressSet empty = sets.read(IpVersion.V4);
    assertThat(empty.entries()).isEmpty();
    assertThat(sets.replace(IpVersion.V4, empty, Set.of(SOURCE, OTHER)))
        .isEqualTo(Replacement.REPLACED);
    AddressSet two = sets.read(IpVersion.V4);
    assertThat(two.entries()).containsExactlyInAnyOrder(SOURCE, OTHER);
    assertThat(sets.replace(IpVersion.V4, two, Set.of(wide))).isEqualTo(Replacement.REPLACED);
    assertThat(sets.read(IpVersion.V4).entries()).containsExactly(wide);
    assertThat(sets.read(IpVersion.V6).entries()).isEmpty();
  }

  @Test
  default void a_set_of_version_6_holds_sites() {
    AddressSets sets = newAddressSets();
    Set<SourceRange> sites = Set.of(range("2001:db8:0:7::/64"), range("2001:db8::/32"));
    assertThat(sets.replace(IpVersion.V6, sets.read(IpVersion.V6), sites))
        .isEqualTo(Replacement.REPLACED);
    assertThat(sets.read(IpVersion.V6).entries()).isEqualTo(sites);
  }

  @Test
  default void a_list_made_from_what_has_changed_since_is_refused() {
    AddressSets sets = newAddressSets();
    AddressSet stale = sets.read(IpVersion.V4);
    assertThat(sets.replace(IpVersion.V4, stale, Set.of(SOURCE))).isEqualTo(Replacement.REPLACED);
    assertThat(sets.replace(IpVersion.V4, stale, Set.of(OTHER))).isEqualTo(Replacement.LOCK_LOST);
    assertThat(sets.read(IpVersion.V4).entries()).containsExactly(SOURCE);
  }
}
