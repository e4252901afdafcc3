package dev.rampart.benchmark.detection.cost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.benchmark.detection.world.World;
import dev.rampart.domain.common.IpAddress;
import dev.rampart.domain.common.KeyedHash;
import dev.rampart.domain.detection.signal.DetectionPoint;
import dev.rampart.domain.detection.signal.RequestFacts;
import dev.rampart.domain.detection.signal.Signal;
import dev.rampart.domain.detection.signal.SignalEvidence;
import dev.rampart.domain.detection.signal.SignalId;
import dev.rampart.domain.detection.signal.Source;
import dev.rampart.domain.detection.signal.Subject;
import dev.rampart.domain.detection.signal.SubjectKind;
import dev.rampart.domain.detection.state.SignalDigest;
import dev.rampart.domain.detection.state.SubjectState;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StateCostTest {

  private static final Subject SOURCE = new Subject(SubjectKind.IP, "192.0.2.1");

  private static void add(SubjectState state, int second) {
    Signal signal =
        new Signal(
            new SignalId("signal-" + second),
            Instant.parse("2026-05-01T00:00:00Z").plusSeconds(second),
            DetectionPoint.ROUTE_UNKNOWN.gate(),
            DetectionPoint.ROUTE_UNKNOWN,
            Source.unknown().withAddress(new IpAddress(SOURCE.name())),
            RequestFacts.unknown().withResourceId("path-" + second),
            SignalEvidence.none());
    assertThat(state.add(new SignalDigest(signal, KeyedHash.of("test")).forSource())).isTrue();
  }

  @Test
  void another_id_of_a_half_hour_takes_five_bytes() {
    SubjectState state = new SubjectState();
    StoredSize stored = new StoredSize(SOURCE, 16);
    add(state, 0);
    stored.store(state);
    int ids = stored.bytesByType().getOrDefault('q', 0);
    add(state, 1);
    stored.store(state);

    assertThat(stored.bytesByType()).containsEntry('q', ids + 5);
    assertThat(stored.bytes())
        .isEqualTo(stored.bytesByType().values().stream().mapToInt(Integer::intValue).sum());
  }

  @Test
  void what_is_forgotten_takes_room_until_there_is_enough_of_it() {
    SubjectState state = new SubjectState();
    StoredSize later = new StoredSize(SOURCE, 16);
    StoredSize atOnce = new StoredSize(SOURCE, 1);
    for (int day = 0; day < 8; day += 2) {
      add(state, day * 86_400);
      later.store(state);
      atOnce.store(state);
    }

    assertThat(later.bytes()).isGreaterThan(atOnce.bytes());
  }

  @Test
  void no_order_changes_a_state_of_few_signals() {
    assertThat(StateOrder.of(World.of(2), 1, 2).cells()).startsWith("0 of 1,");
  }

  @Test
  void a_flood_is_of_as_many_sources_as_were_asked_for() {
    SignalFlood flood = new SignalFlood(List.of(DetectionPoint.AUTH_FAIL), 5_000, 300, 60_000);

    assertThat(
            IntStream.range(0, 5_000)
                .mapToObj(flood::signal)
                .map(signal -> signal.source().address())
                .distinct())
        .hasSize(300);
  }
}
