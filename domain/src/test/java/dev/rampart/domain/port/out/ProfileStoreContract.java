package dev.rampart.domain.port.out;

import static dev.rampart.domain.detection.signal.SignalExamples.ADDRESS;
import static dev.rampart.domain.detection.signal.SignalExamples.NOON;
import static dev.rampart.domain.detection.signal.SignalExamples.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.detection.signal.DetectionPoint;
import dev.rampart.domain.detection.signal.Signal;
import dev.rampart.domain.detection.signal.Subject;
import dev.rampart.domain.detection.signal.SubjectKind;
import dev.rampart.domain.detection.state.Profile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link ProfileStore} owes its callers. */
public interface ProfileStoreContract {
  /** Returns an empty store. */
  ProfileStore newProfileStore();

  @Test
  default void signals_are_counted_by_minute_and_point() {
    Profile profile =
        newProfileStore()
            .add(
                ADDRESS,
                List.of(
                    at(0, "a"), at(59, "b"), at(60, "c"), at(61, "d", DetectionPoint.WAF_RULE)));
    long minute = Profile.minute(NOON);
    assertThat(profile.subject()).isEqualTo(ADDRESS);
    assertThat(profile.counts())
        .isEqualTo(
            Map.of(
                minute,
                Map.of(DetectionPoint.SCHEMA_VIOLATION, 2L),
                minute + 1,
                Map.of(DetectionPoint.SCHEMA_VIOLATION, 1L, DetectionPoint.WAF_RULE, 1L)));
    assertThat(profile.halfHours()).containsExactly(Profile.halfHour(NOON));
  }

  @Test
  default void a_later_batch_adds_to_an_earlier_one() {
    ProfileStore store = newProfileStore();
    assertThat(total(store.add(ADDRESS, List.of(at(0, "a"))))).isEqualTo(1);
    assertThat(total(store.add(ADDRESS, List.of(at(1, "b"), at(2, "c"))))).isEqualTo(3);
  }

  @Test
  default void a_repeated_signal_adds_nothing_and_a_new_one_beside_it_does() {
    ProfileStore store = newProfileStore();
    Profile first = store.add(ADDRESS, List.of(at(0, "a"), at(1, "b")));
    assertThat(store.add(ADDRESS, List.of(at(0, "a"), at(1, "b")))).isEqualTo(first);
    assertThat(total(store.add(ADDRESS, List.of(at(1, "b"), at(2, "c"))))).isEqualTo(3);
    assertThat(total(store.add(ADDRESS, List.of(at(2, "c"))))).isEqualTo(3);
  }

  @Test
  default void a_signal_that_stands_twice_in_one_batch_counts_once() {
    assertThat(total(newProfileStore().add(ADDRESS, List.of(at(0, "a"), at(0, "a"))))).isEqualTo(1);
  }

  @Test
  default void one_subject_does_not_count_for_another() {
    ProfileStore store = newProfileStore();
    assertThat(total(store.add(ADDRESS, List.of(at(0, "a"))))).isEqualTo(1);
    Subject principal = new Subject(SubjectKind.PRINCIPAL, ADDRESS.name());
    assertThat(total(store.add(principal, List.of(at(0, "a"))))).isEqualTo(1);
    assertThat(total(store.add(new Subject(SubjectKind.IP, "203.0.113.8"), List.of(at(0, "a")))))
        .isEqualTo(1);
  }

  @Test
  default void any_order_and_any_split_with_repeats_give_one_profile() {
    List<Signal> signals = IntStream.range(0, 40).mapToObj(i -> at(i * 47L, "s" + i)).toList();
    Profile whole = newProfileStore().add(ADDRESS, signals);
    Random random = new Random(7);
    for (int round = 0; round < 5; round++) {
      ProfileStore store = newProfileStore();
      ArrayList<Signal> shuffled = new ArrayList<>(signals);
      shuffled.addAll(signals.subList(round, round + 10));
      Collections.shuffle(shuffled, random);
      int cut = 1 + random.nextInt(shuffled.size() - 1);
      assertThat(total(store.add(ADDRESS, shuffled.subList(0, cut)))).isPositive();
      assertThat(store.add(ADDRESS, shuffled.subList(cut, shuffled.size()))).isEqualTo(whole);
    }
  }

  @Test
  default void what_lies_more_than_an_hour_back_is_not_part_of_the_profile() {
    ProfileStore store = newProfileStore();
    assertThat(total(store.add(ADDRESS, List.of(at(0, "a"), at(60, "b"))))).isEqualTo(2);
    Profile later = store.add(ADDRESS, List.of(at(3_600, "c")));
    assertThat(total(later)).isEqualTo(2);
    assertThat(later.halfHours())
        .containsExactly(Profile.halfHour(NOON), Profile.halfHour(NOON) + 2);
    assertThat(store.add(ADDRESS, List.of(at(1, "late")))).isEqualTo(later);
  }

  @Test
  default void a_subject_that_comes_back_after_days_starts_again() {
    ProfileStore store = newProfileStore();
    assertThat(total(store.add(ADDRESS, List.of(at(0, "a"), at(1, "b"))))).isEqualTo(2);
    long days = 3 * 86_400L;
    Profile back = store.add(ADDRESS, List.of(at(days, "c")));
    assertThat(total(back)).isEqualTo(1);
    assertThat(back.halfHours()).containsExactly(Profile.halfHour(NOON.plusSeconds(days)));
    assertThat(total(store.add(ADDRESS, List.of(at(days + 1, "d"))))).isEqualTo(2);
  }

  @Test
  default void sixty_four_signals_of_one_half_hour_are_told_apart() {
    ProfileStore store = newProfileStore();
    List<Signal> signals = IntStream.range(0, 64).mapToObj(i -> at(i, "s" + i)).toList();
    Profile first = store.add(ADDRESS, signals);
    assertThat(total(first)).isEqualTo(64);
    assertThat(store.add(ADDRESS, signals)).isEqualTo(first);
  }

  @Test
  default void a_flood_is_counted_too() {
    ProfileStore store = newProfileStore();
    for (int batch = 0; batch < 5; batch++) {
      int from = batch * 100;
      List<Signal> signals =
          IntStream.range(from, from + 100).mapToObj(i -> at(i, "s" + i)).toList();
      assertThat(total(store.add(ADDRESS, signals))).isEqualTo(from + 100L);
    }
  }

  @Test
  default void writers_side_by_side_lose_nothing() throws InterruptedException, ExecutionException {
    ProfileStore store = newProfileStore();
    List<Callable<Profile>> writers = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      List<Signal> batch = List.of(at(i, "own" + i), at(0, "shared"));
      writers.add(() -> store.add(ADDRESS, batch));
    }
    try (ExecutorService pool = Executors.newFixedThreadPool(4)) {
      for (Future<Profile> done : pool.invokeAll(writers)) {
        assertThat(total(done.get())).isBetween(2L, 17L);
      }
    }
    assertThat(total(store.add(ADDRESS, List.of(at(0, "shared"))))).isEqualTo(17);
  }

  private static long total(Profile profile) {
    return profile.counts().values().stream()
        .flatMap(points -> points.values().stream())
        .mapToLong(Long::longValue)
        .sum();
  }
}
