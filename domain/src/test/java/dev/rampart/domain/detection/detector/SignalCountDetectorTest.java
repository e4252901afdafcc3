package dev.rampart.domain.detection.detector;

import static dev.rampart.domain.detection.signal.SignalExamples.ADDRESS;
import static dev.rampart.domain.detection.signal.SignalExamples.NOON;
import static dev.rampart.domain.detection.signal.SignalExamples.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rampart.domain.detection.finding.EvidenceLine;
import dev.rampart.domain.detection.finding.Finding;
import dev.rampart.domain.detection.finding.FindingId;
import dev.rampart.domain.detection.finding.Severity;
import dev.rampart.domain.detection.signal.DetectionPoint;
import dev.rampart.domain.detection.signal.Signal;
import dev.rampart.domain.detection.signal.SignalId;
import dev.rampart.domain.port.out.InMemoryProfileStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

final class SignalCountDetectorTest {
  private static final SignalCountDetector FIVE_IN_FIVE_MINUTES =
      new SignalCountDetector(5, Duration.ofMinutes(5));

  @Test
  void a_source_that_reaches_the_threshold_is_found_and_one_below_is_not() {
    assertThat(assess(spread(4, 10))).isEmpty();
    assertThat(assess(spread(5, 10))).isPresent();
  }

  @Test
  void signals_spread_wider_than_the_window_are_not_found() {
    assertThat(assess(spread(5, 60))).isPresent();
    assertThat(assess(spread(5, 75))).isEmpty();
  }

  @Test
  void of_two_windows_that_are_equally_full_the_earlier_is_the_finding() {
    List<Signal> signals = new ArrayList<>(spread(5, 10));
    IntStream.range(0, 5).forEach(i -> signals.add(at(1_200 + 10 * i, "later" + i)));

    assertThat(assess(signals).orElseThrow().firstSeen()).isEqualTo(NOON);
  }

  @Test
  void a_finding_lets_a_reader_redo_the_sum() {
    ArrayList<Signal> signals = new ArrayList<>(spread(4, 10));
    signals.add(at(50, "x", DetectionPoint.INJECTION_SQL));
    Finding finding = assess(signals).orElseThrow();
    assertThat(finding.explanation())
        .isEqualTo(
            "5 suspicious signals within 5 min from one address: 4 SCHEMA_VIOLATION"
                + " + 1 INJECTION_SQL (threshold 5)");
    assertThat(finding.signalCount())
        .isEqualTo(finding.evidence().stream().mapToLong(EvidenceLine::count).sum());
    assertThat(finding.score()).isEqualTo(5);
    assertThat(finding.threshold()).isEqualTo(5);
    assertThat(finding.firstSeen()).isEqualTo(NOON);
    assertThat(finding.lastSeen()).isEqualTo(NOON.plusSeconds(50));
  }

  @Test
  void the_signal_that_raised_a_finding_is_among_its_examples() {
    InMemoryProfileStore store = new InMemoryProfileStore();
    assertThat(store.add(ADDRESS, spread(4, 10)).counts()).isNotEmpty();
    List<Signal> last = List.of(at(100, "last", DetectionPoint.WAF_RULE));
    Finding finding = FIVE_IN_FIVE_MINUTES.assess(store.add(ADDRESS, last), last).orElseThrow();
    assertThat(finding.evidence())
        .contains(new EvidenceLine(DetectionPoint.WAF_RULE, 1, List.of(new SignalId("last"))));
    assertThat(finding.lastSeen()).isEqualTo(NOON.plusSeconds(100));
  }

  @Test
  void a_late_signal_completes_the_sum_of_those_after_it() {
    InMemoryProfileStore store = new InMemoryProfileStore();
    assertThat(store.add(ADDRESS, spread(5, 60).subList(1, 5)).counts()).hasSize(4);
    List<Signal> late = List.of(at(0, "late"));
    assertThat(FIVE_IN_FIVE_MINUTES.assess(store.add(ADDRESS, late), late)).isPresent();
  }

  @Test
  void a_new_signal_long_after_a_burst_does_not_find_the_burst_again() {
    InMemoryProfileStore store = new InMemoryProfileStore();
    assertThat(store.add(ADDRESS, spread(9, 1)).counts()).isNotEmpty();
    List<Signal> later = List.of(at(600, "later"));
    assertThat(FIVE_IN_FIVE_MINUTES.assess(store.add(ADDRESS, later), later)).isEmpty();
  }

  @Test
  void the_more_signals_the_graver() {
    assertThat(assess(spread(19, 1)).orElseThrow().severity()).isEqualTo(Severity.MEDIUM);
    assertThat(assess(spread(20, 1)).orElseThrow().severity()).isEqualTo(Severity.HIGH);
    assertThat(assess(spread(80, 1)).orElseThrow().severity()).isEqualTo(Severity.CRITICAL);
  }

  @Test
  void activity_that_goes_on_keeps_its_name_and_activity_after_a_silence_gets_a_new_one() {
    InMemoryProfileStore store = new InMemoryProfileStore();
    FindingId first = find(store, 0);
    assertThat(find(store, 3_600)).isEqualTo(first);
    assertThat(find(store, 3_600 + 7_200)).isEqualTo(first);
    assertThat(find(store, 3_600 + 7_200 + 10_800)).isNotEqualTo(first);
  }

  @Property(tries = 200)
  void whatever_comes_last_the_same_signals_are_found_or_not(
      @ForAll @Size(min = 5, max = 12) List<@IntRange(min = 0, max = 900) Integer> seconds,
      @ForAll @IntRange(min = 0, max = 100) int turn) {
    List<Signal> signals =
        IntStream.range(0, seconds.size()).mapToObj(i -> at(seconds.get(i), "s" + i)).toList();
    ArrayList<Signal> turned = new ArrayList<>(signals);
    Collections.rotate(turned, turn);
    assertThat(everFound(turned)).isEqualTo(everFound(signals));
  }

  @Test
  void thresholds_and_windows_outside_their_bounds_are_refused() {
    for (int signals : new int[] {0, 65}) {
      assertThatThrownBy(() -> new SignalCountDetector(signals, Duration.ofMinutes(5)))
          .isInstanceOf(IllegalArgumentException.class);
    }
    for (int seconds : new int[] {0, 59, 61, 31 * 60}) {
      assertThatThrownBy(() -> new SignalCountDetector(5, Duration.ofSeconds(seconds)))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private static boolean everFound(List<Signal> oneByOne) {
    InMemoryProfileStore store = new InMemoryProfileStore();
    boolean found = false;
    for (Signal signal : oneByOne) {
      List<Signal> newSignals = List.of(signal);
      found |= FIVE_IN_FIVE_MINUTES.assess(store.add(ADDRESS, newSignals), newSignals).isPresent();
    }
    return found;
  }

  private static FindingId find(InMemoryProfileStore store, long from) {
    List<Signal> newSignals =
        IntStream.range(0, 5).mapToObj(i -> at(from + i, from + "-" + i)).toList();
    return FIVE_IN_FIVE_MINUTES
        .assess(store.add(ADDRESS, newSignals), newSignals)
        .orElseThrow()
        .id();
  }

  private static List<Signal> spread(int count, int everySeconds) {
    return IntStream.range(0, count).mapToObj(i -> at((long) i * everySeconds, "s" + i)).toList();
  }

  private static Optional<Finding> assess(List<Signal> signals) {
    return FIVE_IN_FIVE_MINUTES.assess(new InMemoryProfileStore().add(ADDRESS, signals), signals);
  }
}
