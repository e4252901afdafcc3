package dev.rampart.domain.detection.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Groups know no ids: their sets are the same whatever comes again, their sums without repeats. */
final class GroupStatePropertyTest {
  private static final Duration SPAN = Duration.ofHours(3);

  @Property(tries = 1_000)
  void any_order_and_any_split_give_one_state(@ForAll Random random) {
    List<Observation> all = Observations.random(random, 80, Observations.START, SPAN);
    List<Observation> shuffled = new ArrayList<>(all);
    Collections.shuffle(shuffled, random);
    GroupState merged = new GroupState();
    int cut = random.nextInt(all.size());
    merged.addAll(group(shuffled.subList(cut, all.size())));
    merged.addAll(group(shuffled.subList(0, cut)));
    GroupState whole = group(all);

    assertThat(merged.cellList()).isEqualTo(whole.cellList());
    assertThat(merged.newestMillis()).isEqualTo(whole.newestMillis());
    assertThat(GroupState.of(merged.cellList(), merged.newestMillis()).cellList())
        .isEqualTo(whole.cellList());
  }

  @Property(tries = 1_000)
  void repeats_change_no_set_and_lower_no_sum(@ForAll Random random) {
    List<Observation> all = Observations.random(random, 60, Observations.START, SPAN);
    List<Observation> repeated = new ArrayList<>(all);
    repeated.addAll(all.subList(random.nextInt(all.size()), all.size()));
    Collections.shuffle(repeated, random);
    List<Cell> cells = group(repeated).cellList();
    List<Cell> whole = group(all).cellList();

    assertThat(cells.stream().filter(Cell::isSet).toList())
        .isEqualTo(whole.stream().filter(Cell::isSet).toList());
    assertThat(cells).extracting(Cell::name).isEqualTo(whole.stream().map(Cell::name).toList());
    assertThat(IntStream.range(0, cells.size()))
        .allMatch(i -> cells.get(i).isSet() || cells.get(i).low() >= whole.get(i).low());
  }

  private static GroupState group(List<Observation> all) {
    GroupState state = new GroupState();
    for (Observation seen : all) {
      if (seen.target() % 3 == 0) {
        state.addSuspect(seen, seen.target() % 2 == 0);
      } else {
        state.add(seen, seen.target() % 5 != 0);
      }
    }
    return state;
  }
}
