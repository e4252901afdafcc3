package dev.rampart.domain.port.out;

import static dev.rampart.domain.detection.signal.SignalExamples.ADDRESS;
import static dev.rampart.domain.detection.signal.SignalExamples.NOON;
import static dev.rampart.domain.detection.signal.SignalExamples.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.common.KeyedHash;
import dev.rampart.domain.detection.signal.DetectionPoint;
import dev.rampart.domain.detection.signal.Signal;
import dev.rampart.domain.detection.signal.SignalKind;
import dev.rampart.domain.detection.signal.Subject;
import dev.rampart.domain.detection.signal.SubjectKind;
import dev.rampart.domain.detection.state.Cell;
import dev.rampart.domain.detection.state.GroupFeatures;
import dev.rampart.domain.detection.state.GroupState;
import dev.rampart.domain.detection.state.Observation;
import dev.rampart.domain.detection.state.ObservationId;
import dev.rampart.domain.detection.state.SignalDigest;
import dev.rampart.domain.detection.state.SubjectFeatures;
import dev.rampart.domain.detection.state.SubjectState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link StateStore} owes its callers. */
public interface StateStoreContract {
  KeyedHash HASH = KeyedHash.of("test");

  /** Returns an empty store. */
  StateStore newStateStore();

  @Test
  default void a_later_batch_adds_to_an_earlier_one() {
    StateStore store = newStateStore();
    assertThat(total(added(store, ADDRESS, seen(at(0, "a"))))).isEqualTo(1);
    assertThat(total(added(store, ADDRESS, seen(at(1, "b"), at(2, "c"))))).isEqualTo(3);
  }

  @Test
  default void a_repeated_observation_adds_nothing_and_a_new_one_beside_it_does() {
    StateStore store = newStateStore();
    List<Cell> first = added(store, ADDRESS, seen(at(0, "a"), at(1, "b"))).cellList();
    assertThat(added(store, ADDRESS, seen(at(0, "a"), at(1, "b"))).cellList()).isEqualTo(first);
    assertThat(total(added(store, ADDRESS, seen(at(1, "b"), at(2, "c"))))).isEqualTo(3);
    assertThat(total(added(store, ADDRESS, seen(at(2, "c"))))).isEqualTo(3);
  }

  @Test
  default void an_observation_that_stands_twice_in_one_batch_counts_once() {
    assertThat(total(added(newStateStore(), ADDRESS, seen(at(0, "a"), at(0, "a"))))).isEqualTo(1);
  }

  @Test
  default void one_subject_does_not_count_for_another() {
    StateStore store = newStateStore();
    assertThat(total(added(store, ADDRESS, seen(at(0, "a"))))).isEqualTo(1);
    Subject principal = new Subject(SubjectKind.PRINCIPAL, ADDRESS.name());
    assertThat(total(added(store, principal, seen(at(0, "a"))))).isEqualTo(1);
    assertThat(total(added(store, new Subject(SubjectKind.IP, "203.0.113.8"), seen(at(0, "a")))))
        .isEqualTo(1);
  }

  @Test
  default void any_order_and_any_split_with_repeats_give_one_state() {
    List<Signal> signals = IntStream.range(0, 40).mapToObj(i -> at(i * 120L, "s" + i)).toList();
    SubjectState whole = added(newStateStore(), ADDRESS, seen(signals));
    Random random = new Random(7);
    for (int round = 0; round < 5; round++) {
      StateStore store = newStateStore();
      ArrayList<Signal> shuffled = new ArrayList<>(signals);
      shuffled.addAll(signals.subList(round, round + 10));
      Collections.shuffle(shuffled, random);
      int cut = 1 + random.nextInt(shuffled.size() - 1);
      assertThat(total(added(store, ADDRESS, seen(shuffled.subList(0, cut))))).isPositive();
      SubjectState state = added(store, ADDRESS, seen(shuffled.subList(cut, shuffled.size())));
      assertThat(state.cellList()).isEqualTo(whole.cellList());
      assertThat(state.ids()).isEqualTo(whole.ids());
      assertThat(state.newestMillis()).isEqualTo(whole.newestMillis());
    }
  }

  @Test
  default void every_point_survives_the_store() {
    List<Signal> signals =
        Arrays.stream(DetectionPoint.values())
            .map(point -> at(point.ordinal(), point.name(), point))
            .toList();
    SubjectFeatures features = new SubjectFeatures(added(newStateStore(), ADDRESS, seen(signals)));
    for (DetectionPoint point : DetectionPoint.values()) {
      assertThat(features.count(point)).as(point.name()).isEqualTo(1);
    }
  }

  @Test
  default void a_subject_that_comes_back_after_days_starts_again() {
    StateStore store = newStateStore();
    assertThat(total(added(store, ADDRESS, seen(at(0, "a"), at(1, "b"))))).isEqualTo(2);
    long days = 3 * 86_400L;
    SubjectState back = added(store, ADDRESS, seen(at(days, "c")));
    assertThat(total(back)).isEqualTo(1);
    assertThat(new SubjectFeatures(back).activeHalfHours()).isEqualTo(1);
    assertThat(back.ids()).hasSize(1);
    assertThat(total(added(store, ADDRESS, seen(at(days + 1, "d"))))).isEqualTo(2);
  }

  @Test
  default void as_many_observations_as_ids_of_one_half_hour_are_told_apart() {
    StateStore store = newStateStore();
    List<Signal> signals =
        IntStream.range(0, SubjectState.IDS_MAX).mapToObj(i -> at(i, "s" + i)).toList();
    SubjectState first = added(store, ADDRESS, seen(signals));
    assertThat(total(first)).isEqualTo(SubjectState.IDS_MAX);
    SubjectState again = added(store, ADDRESS, seen(signals));
    assertThat(again.cellList()).isEqualTo(first.cellList());
    assertThat(again.ids()).isEqualTo(first.ids()).hasSize(SubjectState.IDS_MAX);
  }

  @Test
  default void a_flood_is_counted_too() {
    StateStore store = newStateStore();
    for (int batch = 0; batch < 5; batch++) {
      int from = batch * 100;
      List<Signal> signals =
          IntStream.range(from, from + 100).mapToObj(i -> at(i, "s" + i)).toList();
      SubjectState state = added(store, ADDRESS, seen(signals));
      assertThat(total(state)).isEqualTo(from + 100L);
      assertThat(state.ids()).hasSizeLessThanOrEqualTo(SubjectState.IDS_MAX);
    }
  }

  @Test
  default void ids_tell_when_observations_were() {
    SubjectState state = added(newStateStore(), ADDRESS, seen(at(0, "a"), at(90, "b")));
    assertThat(state.ids())
        .extracting(ObservationId::halfHour)
        .containsOnly(NOON.getEpochSecond() / 1_800);
    assertThat(new SubjectFeatures(state).rhythm().meanSeconds(Integer.MAX_VALUE)).isEqualTo(90);
  }

  @Test
  default void writers_side_by_side_lose_nothing() throws InterruptedException, ExecutionException {
    StateStore store = newStateStore();
    List<Callable<SubjectState>> writers = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      List<Observation> batch = seen(at(i, "own" + i), at(0, "shared"));
      writers.add(() -> added(store, ADDRESS, batch));
    }
    try (ExecutorService pool = Executors.newFixedThreadPool(4)) {
      for (Future<SubjectState> done : pool.invokeAll(writers)) {
        assertThat(total(done.get())).isBetween(2L, 17L);
      }
    }
    assertThat(total(added(store, ADDRESS, seen(at(0, "shared"))))).isEqualTo(17);
  }

  @Test
  default void groups_add_up_sums_and_unite_sets() {
    StateStore store = newStateStore();
    Subject group = new Subject(SubjectKind.SIGNATURE, "secrets");
    assertThat(sources(addedToGroup(store, group, news(at(0, "a", DetectionPoint.SENSITIVE_PATH)))))
        .isEqualTo(1);
    GroupState state = addedToGroup(store, group, news(at(61, "b", DetectionPoint.SENSITIVE_PATH)));
    assertThat(sources(state)).isEqualTo(1);
    GroupFeatures features = new GroupFeatures(state);
    assertThat(features.count(DetectionPoint.SENSITIVE_PATH)).isEqualTo(2);
    assertThat(features.minute(SignalKind.PROBE, 0)).isEqualTo(1);
    assertThat(features.minute(SignalKind.PROBE, 1)).isEqualTo(1);
    assertThat(features.suspects(SignalKind.PROBE, 1)).isZero();
  }

  @Test
  default void a_late_signal_does_not_turn_the_clock_of_a_group_back() {
    StateStore store = newStateStore();
    Subject group = new Subject(SubjectKind.SIGNATURE, "secrets");
    assertThat(
            sources(addedToGroup(store, group, news(at(600, "a", DetectionPoint.SENSITIVE_PATH)))))
        .isEqualTo(1);
    GroupState late = addedToGroup(store, group, news(at(0, "b", DetectionPoint.SENSITIVE_PATH)));
    assertThat(late.newestMillis()).isGreaterThanOrEqualTo(NOON.plusSeconds(600).toEpochMilli());
  }

  @Test
  default void a_sum_stays_at_the_largest_number_once_it_is_reached() {
    StateStore store = newStateStore();
    Subject group = new Subject(SubjectKind.SIGNATURE, "secrets");
    GroupState flood = flooded(news(at(0, "a", DetectionPoint.SENSITIVE_PATH)));
    for (int batch = 0; batch < 3; batch++) {
      GroupState state = addedToGroup(store, group, flood);
      assertThat(new GroupFeatures(state).count(DetectionPoint.SENSITIVE_PATH))
          .isEqualTo(Long.MAX_VALUE);
    }
  }

  /** Returns a state whose sums are as large as can be. */
  private static GroupState flooded(GroupState state) {
    List<Cell> cells =
        state.cellList().stream()
            .map(cell -> cell.isSet() ? cell : Cell.sum(cell.name(), Long.MAX_VALUE))
            .toList();
    return GroupState.of(cells, state.newestMillis());
  }

  /** Returns a state after an addition, which has to be what was there before and the addition. */
  private static SubjectState added(StateStore store, Subject subject, List<Observation> news) {
    SubjectState state = store.add(subject, news);
    for (Observation seen : news) {
      var _ = state.add(seen);
    }
    return state;
  }

  private static GroupState addedToGroup(StateStore store, Subject group, GroupState news) {
    GroupState state = store.addToGroup(group, news);
    state.addAll(news);
    return state;
  }

  private static long sources(GroupState state) {
    return Math.round(new GroupFeatures(state).sources(SignalKind.PROBE, GroupFeatures.SLOTS));
  }

  private static GroupState news(Signal signal) {
    GroupState news = new GroupState();
    news.add(new SignalDigest(signal, HASH).fromSite(), true);
    return news;
  }

  private static List<Observation> seen(Signal... signals) {
    return seen(List.of(signals));
  }

  private static List<Observation> seen(List<Signal> signals) {
    return signals.stream().map(signal -> new SignalDigest(signal, HASH).forSource()).toList();
  }

  private static long total(SubjectState state) {
    SubjectFeatures features = new SubjectFeatures(state);
    long total = 0;
    for (DetectionPoint point : DetectionPoint.values()) {
      total += features.count(point);
    }
    return total;
  }
}
