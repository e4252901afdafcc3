package dev.rampart.domain.usecase;

import static dev.rampart.domain.detection.signal.SignalExamples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.detection.engine.StreamRun;
import dev.rampart.domain.detection.finding.Finding;
import dev.rampart.domain.detection.signal.DetectionPoint;
import dev.rampart.domain.detection.signal.Signal;
import dev.rampart.domain.detection.signal.SignalScript;
import dev.rampart.domain.port.out.InMemoryStateStore;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** However the queue cuts a stream into batches, the same is found in it. */
final class DetectionBatchesTest {
  private static final int BATCH_MAX = 100;

  private final List<Signal> signals = DetectionWorld.signals();
  private final StreamRun stream = StreamRun.of(signals);

  @Test
  void one_signal_at_a_time_is_a_stream() {
    DetectionRun run = new DetectionRun(new InMemoryStateStore());
    signals.forEach(signal -> run.takeUntilDone(List.of(signal)));

    assertThat(run.hits()).isEqualTo(stream.all()).hasSizeGreaterThan(5);
    assertThat(run.detected()).containsExactlyElementsOf(stream.firstFindings());
  }

  @Property(tries = 100)
  void any_batches_find_what_the_stream_finds(@ForAll Random random) {
    DetectionRun run = new DetectionRun(new InMemoryStateStore());
    DetectionWorld.batches(signals, BATCH_MAX, random).forEach(run::takeUntilDone);

    assertThat(run.hits()).isEqualTo(stream.all());
  }

  @Property(tries = 100)
  void a_burst_is_found_whatever_else_its_batch_holds(@ForAll Random random) {
    List<Signal> burst =
        new SignalScript()
            .from("198.51.100.1")
            .times(12, 2, (s, i) -> s.probe(SignalScript.name(i)))
            .pause(5_400)
            .times(3, 600, (s, i) -> s.signal(DetectionPoint.ROUTE_UNKNOWN, "/old"))
            .signals();
    List<Signal> shuffled = new ArrayList<>(burst);
    Collections.shuffle(shuffled, random);
    DetectionRun run = new DetectionRun(new InMemoryStateStore());
    run.takeUntilDone(shuffled);

    assertThat(run.hits()).isEqualTo(StreamRun.of(burst).all()).hasSize(2);
    assertThat(run.detected()).extracting(Finding::lastSeen).contains(NOON.plusSeconds(22));
  }

  @Property(tries = 100)
  void repeats_within_and_between_batches_find_nothing_more(@ForAll Random random) {
    DetectionRun run = new DetectionRun(new InMemoryStateStore());
    for (List<Signal> batch : DetectionWorld.batches(signals, BATCH_MAX, random)) {
      List<Signal> repeated = new ArrayList<>(batch);
      repeated.addAll(batch.subList(0, random.nextInt(batch.size())));
      Collections.shuffle(repeated, random);
      run.takeUntilDone(repeated);
      run.takeUntilDone(batch.subList(random.nextInt(batch.size()), batch.size()));
    }

    assertThat(run.hits()).isEqualTo(stream.all());
    assertThat(run.detected()).extracting(Finding::id).doesNotHaveDuplicates();
  }
}
