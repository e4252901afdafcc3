package dev.rampart.benchmark.detection.score;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.benchmark.detection.peer.Peer;
import dev.rampart.benchmark.detection.world.World;
import dev.rampart.domain.common.KeyedHash;
import dev.rampart.domain.detection.detector.Detectors;
import dev.rampart.domain.detection.signal.Signal;
import dev.rampart.domain.detection.signal.SignalKind;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AblationTest {

  private static final KeyedHash HASH = KeyedHash.of("test");

  private final List<Signal> signals = World.of(2).signals();

  @Test
  void each_detector_is_removed_once_and_the_whole_comes_first() {
    List<String> names = Ablation.all().stream().map(Peer::name).toList();

    assertThat(names).doesNotHaveDuplicates().startsWith("everything");
    assertThat(names).hasSizeGreaterThan(Detectors.standard().size() + 1);
  }

  @Test
  void signals_of_a_kind_are_dropped_and_others_stay_as_they_are() {
    SignalRewrite rewrite = SignalRewrite.without(SignalKind.AUTH_OK);

    for (Signal signal : signals) {
      if (signal.point().kind() == SignalKind.AUTH_OK) {
        assertThat(rewrite.apply(signal)).isEmpty();
      } else {
        assertThat(rewrite.apply(signal)).contains(signal);
      }
    }
  }

  @Test
  void without_targets_a_route_that_is_asked_for_again_is_another_one() {
    long before = targets(Optional::of);
    long each = targets(SignalRewrite::withoutTargets);
    long one = targets(SignalRewrite::withOneTarget);

    assertThat(each).isGreaterThan(before);
    assertThat(one).isEqualTo(1);
  }

  private long targets(SignalRewrite rewrite) {
    return signals.stream()
        .filter(signal -> signal.point().kind() == SignalKind.ROUTE_UNKNOWN)
        .flatMap(signal -> rewrite.apply(signal).stream())
        .map(signal -> signal.targetHash(HASH))
        .distinct()
        .count();
  }

  @Test
  void without_ids_a_repeated_delivery_is_another_signal() {
    SignalRewrite rewrite = SignalRewrite.withoutIds();
    Signal signal = signals.getFirst();

    assertThat(rewrite.apply(signal)).isNotEqualTo(rewrite.apply(signal));
  }
}
