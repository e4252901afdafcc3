package dev.rampart.domain.usecase;

import static dev.rampart.domain.detection.signal.SignalExamples.ADDRESS;
import static dev.rampart.domain.detection.signal.SignalExamples.NOON;
import static dev.rampart.domain.detection.signal.SignalExamples.at;
import static dev.rampart.domain.detection.signal.SignalExamples.probe;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.common.KeyedHash;
import dev.rampart.domain.detection.detector.Detectors;
import dev.rampart.domain.detection.engine.DetectionEngine;
import dev.rampart.domain.detection.finding.Finding;
import dev.rampart.domain.detection.finding.Severity;
import dev.rampart.domain.detection.finding.Threat;
import dev.rampart.domain.detection.signal.DetectionPoint;
import dev.rampart.domain.detection.signal.RequestFacts;
import dev.rampart.domain.detection.signal.Signal;
import dev.rampart.domain.detection.signal.SignalEvidence;
import dev.rampart.domain.detection.signal.SignalId;
import dev.rampart.domain.detection.signal.Source;
import dev.rampart.domain.port.in.DetectThreats;
import dev.rampart.domain.port.out.InMemoryFindingStore;
import dev.rampart.domain.port.out.InMemoryStateStore;
import dev.rampart.domain.port.out.PortUnavailable;
import dev.rampart.domain.port.out.ThreatMetrics;
import dev.rampart.domain.port.out.ThreatPublisher;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class DetectThreatsUseCaseTest {
  private final Bus bus = new Bus();
  private final Gauge gauge = new Gauge();
  private final DetectThreatsUseCase useCase =
      new DetectThreatsUseCase(
          new InMemoryStateStore(),
          new DetectionEngine(Detectors.standard()),
          KeyedHash.of("test"),
          new InMemoryFindingStore(),
          bus,
          gauge,
          () -> NOON);

  @Test
  void a_threat_is_told_once_however_often_the_batch_comes() {
    List<Signal> batch = batch(0, 6);
    assertThat(useCase.detect(batch).published()).hasSize(1);
    assertThat(useCase.detect(batch).published()).isEmpty();
    assertThat(bus.heard).hasSize(1);
    assertThat(bus.heard.getFirst().change()).isEqualTo(Threat.Change.DETECTED);
    assertThat(bus.heard.getFirst().finding().subject()).isEqualTo(ADDRESS);
  }

  @Test
  void too_few_signals_are_no_threat() {
    DetectThreats.Result result = useCase.detect(batch(0, 2));
    assertThat(result.published()).isEmpty();
    assertThat(result.failed()).isEmpty();
    assertThat(bus.heard).isEmpty();
  }

  @Test
  void a_threat_that_gets_worse_is_told_again_as_an_update() {
    assertThat(useCase.detect(batch(0, 6)).published()).hasSize(1);
    assertThat(useCase.detect(batch(6, 8)).published()).isEmpty();
    assertThat(useCase.detect(batch(8, 30)).published())
        .singleElement()
        .satisfies(
            threat -> {
              assertThat(threat.change()).isEqualTo(Threat.Change.UPDATED);
              assertThat(threat.version()).isEqualTo(2);
              assertThat(threat.finding().severity()).isEqualTo(Severity.HIGH);
            });
  }

  @Test
  void what_could_not_be_told_fails_and_is_told_when_the_batch_comes_again() {
    bus.down = true;
    List<Signal> batch = batch(0, 6);
    DetectThreats.Result result = useCase.detect(batch);
    assertThat(result.published()).isEmpty();
    assertThat(ids(batch)).containsAll(result.failed());
    assertThat(result.failed()).isNotEmpty();
    bus.down = false;
    DetectThreats.Result again = useCase.detect(batch);
    assertThat(again.failed()).isEmpty();
    assertThat(again.published())
        .singleElement()
        .satisfies(threat -> assertThat(threat.version()).isEqualTo(1));
  }

  @Test
  void one_subject_that_fails_does_not_take_others_along() {
    bus.down = true;
    List<Signal> loud = batch(0, 6);
    Signal quiet =
        new Signal(
            new SignalId("quiet"),
            NOON,
            DetectionPoint.TOKEN_INVALID.gate(),
            DetectionPoint.TOKEN_INVALID,
            Source.unknown().withPrincipal("someone"),
            RequestFacts.unknown(),
            SignalEvidence.none());
    ArrayList<Signal> both = new ArrayList<>(loud);
    both.add(quiet);
    assertThat(useCase.detect(both).failed()).doesNotContain(quiet.id()).hasSizeBetween(1, 6);
  }

  @Test
  void what_went_well_is_measured_and_not_held_against_its_source() {
    List<Signal> batch =
        IntStream.range(0, 5).mapToObj(i -> at(i, "ok" + i, DetectionPoint.AUTH_OK)).toList();
    assertThat(useCase.detect(batch).published()).isEmpty();
    assertThat(gauge.signals).hasSize(5);
    assertThat(gauge.findings).isEmpty();
  }

  @Test
  void a_finding_is_measured_when_it_is_new_and_not_when_it_is_updated() {
    assertThat(useCase.detect(batch(0, 6)).published()).hasSize(1);
    assertThat(useCase.detect(batch(6, 30)).published()).hasSize(1);
    assertThat(gauge.findings).hasSize(1);
  }

  private static List<Signal> batch(int from, int to) {
    return IntStream.range(from, to).mapToObj(i -> probe(i, "s" + i)).toList();
  }

  private static List<SignalId> ids(List<Signal> batch) {
    return batch.stream().map(Signal::id).toList();
  }

  private static final class Bus implements ThreatPublisher {
    final List<Threat> heard = new ArrayList<>();
    boolean down;

    @Override
    public void publish(List<Threat> threats) {
      if (down) {
        throw new PortUnavailable("the bus is down");
      }
      heard.addAll(threats);
    }
  }

  private static final class Gauge implements ThreatMetrics {
    final List<Signal> signals = new ArrayList<>();
    final List<Finding> findings = new ArrayList<>();

    @Override
    public void signals(List<Signal> batch) {
      signals.addAll(batch);
    }

    @Override
    public void finding(Finding finding) {
      findings.add(finding);
    }
  }
}
