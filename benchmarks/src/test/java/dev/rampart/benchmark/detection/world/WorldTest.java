package dev.rampart.benchmark.detection.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.benchmark.detection.world.attack.AttackFamily;
import dev.rampart.benchmark.detection.world.trap.Trap;
import dev.rampart.domain.detection.signal.Signal;
import dev.rampart.domain.detection.signal.SignalId;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class WorldTest {

  private static final int SEEDS = 12;

  @Test
  void the_same_seed_gives_the_same_world_and_another_seed_another() {
    assertThat(World.of(7).fingerprint()).isEqualTo(World.of(7).fingerprint());
    assertThat(World.of(8).fingerprint()).isNotEqualTo(World.of(7).fingerprint());
  }

  @Test
  void each_signal_of_a_campaign_arrives_and_is_of_no_other() {
    World world = World.of(3);
    Set<SignalId> arrived = world.signals().stream().map(Signal::id).collect(Collectors.toSet());
    Set<SignalId> hostile = new HashSet<>();

    for (Campaign campaign : world.campaigns()) {
      for (Signal signal : campaign.signals()) {
        assertThat(arrived).contains(signal.id());
        assertThat(hostile.add(signal.id())).isTrue();
      }
    }
    assertThat(hostile).hasSizeLessThan(arrived.size());
  }

  @Test
  void some_signals_arrive_late_and_some_twice() {
    World world = World.of(3);

    assertThat(world.signals()).isNotEqualTo(Signal.distinct(world.signals()));
    assertThat(world.signals().stream().map(Signal::observedAt).toList())
        .isNotEqualTo(world.signals().stream().map(Signal::observedAt).sorted().toList());
  }

  @Test
  void each_family_and_each_trap_occurs_in_a_few_worlds() {
    Set<String> families = new HashSet<>();
    Set<String> traps = new HashSet<>();

    for (int seed = 1; seed <= SEEDS; seed++) {
      World world = World.of(seed);
      world.campaigns().forEach(campaign -> families.add(campaign.family()));
      traps.addAll(world.traps().values());
    }

    assertThat(families).containsAll(AttackFamily.all().stream().map(AttackFamily::name).toList());
    assertThat(traps).containsAll(Trap.all().stream().map(Trap::name).toList());
  }
}
