package dev.rampart.domain.detection.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

final class CellTest {
  @Property(tries = 200)
  void a_set_gives_back_its_members_in_order(
      @ForAll @Size(max = 128) Set<@IntRange(min = 0, max = 127) Integer> members) {
    assertThat(Cell.set("w1", members).members()).containsExactlyElementsOf(new TreeSet<>(members));
  }
}
