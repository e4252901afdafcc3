package dev.rampart.domain.usecase;

import static dev.rampart.domain.detection.signal.SignalExamples.ADDRESS;
import static dev.rampart.domain.detection.signal.SignalExamples.NOON;
import static dev.rampart.domain.detection.signal.SignalExamples.at;
import static dev.rampart.domain.detection.signal.SignalExamples.probe;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.common.IpAddress;
import dev.rampart.domain.common.KeyedHash;
import dev.rampart.domain.detection.detector.Detectors;
import dev.rampart.domain.detection.engine.DetectionEngine;
import dev.rampart.domain.detection.finding.Finding;
import dev.rampart.domain.detection.finding.FindingRecord;
import dev.rampart.domain.detection.finding.Incident;
import dev.rampart.domain.detection.finding.Resolution;
import dev.rampart.domain.detection.finding.Severity;
import dev.rampart.domain.detection.finding.Threat;
import dev.rampart.domain.detection.signal.DetectionPoint;
import dev.rampart.domain.detection.signal.Signal;
import dev.rampart.domain.detection.signal.Source;
import dev.rampart.domain.detection.signal.SubjectKind;
import dev.rampart.domain.port.in.DetectThreats;
import dev.rampart.domain.port.out.FindingStore;
import dev.rampart.domain.port.out.InMemoryFindingStore;
import dev.rampart.domain.port.out.InMemoryNotificationBudget;
import dev.rampart.domain.port.out.InMemoryStateStore;
import dev.rampart.domain.port.out.NotificationBudget;
import dev.rampart.domain.port.out.PortUnavailable;
import dev.rampart.domain.port.out.StateStore;
import dev.rampart.domain.port.out.ThreatMetrics;
import dev.rampart.domain.port.out.ThreatPublisher;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class DetectThreatsUseCaseTest {
  private static final KeyedHash HASH = KeyedHash.of("test");

  private final Bus bus = new Bus();
  private final Gauge gauge = new Gauge();
  private final NotificationBudget budget = new InMemoryNotificationBudget();
  private final FindingPublication publication =
      new FindingPublication(new InMemoryFindingStore(), bus, budget, gauge);
  private final DetectionEngine engine = new DetectionEngine(Detectors.standard());
  private Instant now = NOON;
  private final DetectThreatsUseCase useCase =
      new DetectThreatsUseCase(new InMemoryStateStore(), engine, HASH, publication, () -> now);
  private final FollowUpFindingsUseCase followUp =
      new FollowUpFindingsUseCase(publication, () -> now);

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
  void what_could_not_be_published_is_published_by_the_follow_up_as_it_was_found() {
    bus.down = true;
    DetectThreats.Result result = useCase.detect(batch(0, 6));
    assertThat(result.published()).isEmpty();
    assertThat(result.failed()).isEmpty();
    assertThat(followUp.followUp().published()).isEmpty();
    now = NOON.plus(FindingRecord.PUBLISHED_WITHIN);
    for (int minute = 0; minute < FindingPublication.NOTIFICATIONS_PER_HOUR; minute++) {
      assertThat(followUp.followUp().failed()).isEqualTo(1);
    }
    bus.down = false;
    assertThat(followUp.followUp().published())
        .singleElement()
        .satisfies(
            threat -> {
              assertThat(threat.change()).isEqualTo(Threat.Change.DETECTED);
              assertThat(threat.version()).isEqualTo(1);
              assertThat(threat.at()).isEqualTo(NOON);
              assertThat(threat.notificationsLeft()).hasValue(19);
            });
    assertThat(followUp.followUp().published()).isEmpty();
    assertThat(bus.heard).hasSize(1);
    assertThat(gauge.threats).hasSize(1);
  }

  @Test
  void a_finding_that_cannot_be_stored_is_shown_again_by_the_signal_that_comes_again() {
    StateStore states = new InMemoryStateStore();
    List<Signal> batch = batch(0, 6);
    DetectThreats.Result failing =
        new DetectThreatsUseCase(
                states,
                engine,
                HASH,
                new FindingPublication(new NoStore(), bus, budget, gauge),
                () -> now)
            .detect(batch);
    assertThat(failing.published()).isEmpty();
    assertThat(failing.failed()).hasSize(1);

    List<Signal> again =
        batch.stream().filter(signal -> failing.failed().contains(signal.id())).toList();
    assertThat(
            new DetectThreatsUseCase(states, engine, HASH, publication, () -> now)
                .detect(again)
                .published())
        .hasSize(1);
  }

  @Test
  void what_another_process_is_about_to_publish_is_left_to_it_and_to_the_follow_up() {
    bus.down = true;
    assertThat(useCase.detect(batch(0, 6)).published()).isEmpty();
    bus.down = false;
    now = NOON.plusMillis(1);
    assertThat(useCase.detect(batch(0, 6)).published()).isEmpty();
    now = NOON.plus(FindingRecord.PUBLISHED_WITHIN);
    assertThat(followUp.followUp().published()).hasSize(1);
  }

  @Test
  void what_goes_silent_is_resolved_once() {
    assertThat(useCase.detect(batch(0, 6)).published()).hasSize(1);
    now = NOON.plus(Incident.CLOSED_AFTER);
    assertThat(followUp.followUp().published()).isEmpty();
    now = now.plusSeconds(5);
    assertThat(followUp.followUp().published())
        .singleElement()
        .satisfies(
            threat -> {
              assertThat(threat.change()).isEqualTo(Threat.Change.RESOLVED);
              assertThat(threat.resolution()).contains(new Resolution.Silence(now));
            });
    assertThat(followUp.followUp().published()).isEmpty();
    assertThat(bus.heard).hasSize(2);
  }

  @Test
  void a_flood_of_sources_notifies_no_more_often_than_an_hour_has_and_publishes_them_all() {
    List<Signal> flood =
        IntStream.range(0, 300)
            .boxed()
            .flatMap(source -> IntStream.range(0, 9).mapToObj(i -> probeFrom(source, i)))
            .toList();
    assertThat(
            useCase.detect(flood).published().stream()
                .map(threat -> threat.finding().subject())
                .filter(subject -> subject.kind() == SubjectKind.IP)
                .distinct())
        .hasSize(300);
    List<Threat> notified =
        bus.heard.stream().filter(threat -> threat.notificationsLeft().isPresent()).toList();
    assertThat(notified)
        .filteredOn(threat -> !threat.finding().subject().kind().isGroup())
        .hasSize(FindingPublication.NOTIFICATIONS_PER_HOUR - FindingPublication.KEPT_FOR_GROUPS);
    assertThat(notified)
        .filteredOn(threat -> threat.finding().subject().kind().isGroup())
        .isNotEmpty();
    assertThat(notified).hasSizeLessThanOrEqualTo(FindingPublication.NOTIFICATIONS_PER_HOUR);
  }

  @Test
  void what_went_well_is_measured_and_not_held_against_its_source() {
    List<Signal> batch =
        IntStream.range(0, 5).mapToObj(i -> at(i, "ok" + i, DetectionPoint.AUTH_OK)).toList();
    assertThat(useCase.detect(batch).published()).isEmpty();
    assertThat(gauge.signals).hasSize(5);
    assertThat(gauge.threats).isEmpty();
  }

  @Test
  void what_is_published_is_measured() {
    assertThat(useCase.detect(batch(0, 6)).published()).hasSize(1);
    assertThat(useCase.detect(batch(6, 30)).published()).hasSize(1);
    assertThat(gauge.threats).isEqualTo(bus.heard);
  }

  private static Signal probeFrom(int source, int number) {
    Signal probe = probe(number, "s-" + source + "-" + number);
    return new Signal(
        probe.id(),
        probe.observedAt(),
        probe.gate(),
        probe.point(),
        Source.unknown()
            .withAddress(new IpAddress("198.%d.%d.7".formatted(source / 100, source % 100))),
        probe.request(),
        probe.evidence());
  }

  private static List<Signal> batch(int from, int to) {
    return IntStream.range(from, to).mapToObj(i -> probe(i, "s" + i)).toList();
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

  private static final class NoStore implements FindingStore {
    @Override
    public FindingRecord openOrUpdate(Finding finding, Instant at) {
      throw new PortUnavailable("down");
    }

    @Override
    public Optional<FindingRecord> resolve(FindingRecord seen, Resolution reason) {
      throw new PortUnavailable("down");
    }

    @Override
    public void markPublished(FindingRecord published) {
      throw new PortUnavailable("down");
    }

    @Override
    public List<FindingRecord> due(Instant at, int max) {
      throw new PortUnavailable("down");
    }
  }

  private static final class Gauge implements ThreatMetrics {
    final List<Signal> signals = new ArrayList<>();
    final List<Threat> threats = new ArrayList<>();

    @Override
    public void signals(List<Signal> batch) {
      signals.addAll(batch);
    }

    @Override
    public void threat(Threat threat) {
      threats.add(threat);
    }

    @Override
    public void zeros() {}
  }
}
