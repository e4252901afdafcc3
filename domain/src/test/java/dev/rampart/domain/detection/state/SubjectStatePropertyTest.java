package dev.rampart.domain.detection.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.detection.signal.SignalExamples;
import dev.rampart.domain.port.out.InMemoryStateStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever the order, the repeats and the split over writers: the state is the same. */
final class SubjectStatePropertyTest {
  /** So long is an observation checked for repeats, if it lies anywhere in a half hour. */
  private static final Duration CHECKED =
      Periods.HALF_HOUR.multipliedBy(SubjectState.HALF_HOURS_WITH_IDS);

  private static final Duration LATE_MAX = Duration.ofMinutes(30);
  private static final Duration SKEW_MAX = Duration.ofSeconds(5);
  private static final int WRITERS = 8;
  private static final int BATCH_MAX = 10;

  private record Delivery(long atMillis, Observation seen) {}

  @Property(tries = 1_000)
  void any_order_with_repeats_gives_one_state(@ForAll Random random) {
    List<Observation> all = Observations.random(random, 40, Observations.START, CHECKED);
    SubjectState whole = SubjectState.of(all);

    assertSame(SubjectState.of(shuffledWithRepeats(all, random)), whole);
  }

  @Property(tries = 1_000)
  void any_split_over_writers_gives_one_state(@ForAll Random random) {
    List<Observation> all = Observations.random(random, 40, Observations.START, CHECKED);
    InMemoryStateStore store = new InMemoryStateStore();
    for (List<Observation> batch : batches(shuffledWithRepeats(all, random), random)) {
      assertThat(store.add(SignalExamples.ADDRESS, batch)).isNotNull();
    }

    assertSame(store.add(SignalExamples.ADDRESS, all.subList(0, 1)), SubjectState.of(all));
  }

  @Property(tries = 1_000)
  void parts_added_up_as_cells_and_ids_give_one_state(@ForAll Random random) {
    List<Observation> all =
        Observations.random(random, 80, Observations.START, Duration.ofDays(10));
    List<Cell> cells = new ArrayList<>();
    List<ObservationId> ids = new ArrayList<>();
    for (List<Observation> batch : batches(new ArrayList<>(all), random)) {
      SubjectState part = SubjectState.of(batch);
      cells.addAll(part.cellList());
      ids.addAll(part.ids());
    }
    SubjectState whole = SubjectState.of(all);

    assertSame(SubjectState.of(cells, ids).asOf(whole.newestMillis()), whole);
  }

  @Property(tries = 300)
  void late_and_repeated_observations_of_a_day_give_one_state(@ForAll Random random) {
    List<Observation> all =
        Observations.random(random, 300, Observations.START, Duration.ofHours(26));
    List<Delivery> deliveries = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      int times = random.nextInt(4) == 0 ? 2 : 1;
      for (int n = 0; n < times; n++) {
        deliveries.add(new Delivery(arrival(all.get(i), random), all.get(i)));
      }
    }
    deliveries.sort(Comparator.comparingLong(Delivery::atMillis));
    List<Observation> inTime = new ArrayList<>(all);
    inTime.sort(Comparator.comparingLong(Observation::timeMillis));

    assertSame(
        SubjectState.of(deliveries.stream().map(Delivery::seen).toList()), SubjectState.of(inTime));
  }

  private static long arrival(Observation seen, Random random) {
    long skew = random.nextLong(2 * SKEW_MAX.toMillis()) - SKEW_MAX.toMillis();
    return seen.timeMillis() + random.nextLong(LATE_MAX.toMillis()) + skew;
  }

  private static List<Observation> shuffledWithRepeats(List<Observation> all, Random random) {
    List<Observation> more = new ArrayList<>(all);
    for (int i = 0; i < all.size() / 2; i++) {
      more.add(all.get(random.nextInt(all.size())));
    }
    Collections.shuffle(more, random);
    return more;
  }

  /** Deals observations out to writers, each of which adds its batches in any order. */
  private static List<List<Observation>> batches(List<Observation> all, Random random) {
    List<List<Observation>> batches = new ArrayList<>();
    List<List<Observation>> open = new ArrayList<>();
    for (int writer = 0; writer < WRITERS; writer++) {
      open.add(new ArrayList<>());
    }
    for (Observation seen : all) {
      int writer = random.nextInt(WRITERS);
      open.get(writer).add(seen);
      if (open.get(writer).size() > random.nextInt(BATCH_MAX)) {
        batches.add(open.set(writer, new ArrayList<>()));
      }
    }
    open.stream().filter(batch -> !batch.isEmpty()).forEach(batches::add);
    Collections.shuffle(batches, random);
    return batches;
  }

  private static void assertSame(SubjectState state, SubjectState whole) {
    assertThat(state.cellList()).isEqualTo(whole.cellList());
    assertThat(state.ids()).isEqualTo(whole.ids());
    assertThat(state.newestMillis()).isEqualTo(whole.newestMillis());
  }
}
