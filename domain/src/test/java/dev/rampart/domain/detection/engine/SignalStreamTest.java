package dev.rampart.domain.detection.engine;

import static dev.rampart.domain.detection.finding.DetectorKind.BRUTE_FORCE;
import static dev.rampart.domain.detection.finding.DetectorKind.BURST_PROBE;
import static dev.rampart.domain.detection.finding.DetectorKind.TOKEN_ABUSE;
import static dev.rampart.domain.detection.signal.SignalScript.name;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.detection.detector.Detectors;
import dev.rampart.domain.detection.finding.DetectorKind;
import dev.rampart.domain.detection.finding.Finding;
import dev.rampart.domain.detection.finding.FindingId;
import dev.rampart.domain.detection.signal.DetectionPoint;
import dev.rampart.domain.detection.signal.RequestFacts;
import dev.rampart.domain.detection.signal.Signal;
import dev.rampart.domain.detection.signal.SignalEvidence;
import dev.rampart.domain.detection.signal.SignalExamples;
import dev.rampart.domain.detection.signal.SignalId;
import dev.rampart.domain.detection.signal.SignalScript;
import dev.rampart.domain.detection.signal.Source;
import dev.rampart.domain.detection.signal.SubjectKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

final class SignalStreamTest {
  private static final int DISORDER_SECONDS = 500;

  @Test
  void a_signal_that_comes_again_shows_nothing() {
    StreamRun run = new StreamRun();
    List<Signal> signals = attacks().signals();
    int shown = 0;
    for (Signal signal : signals) {
      shown += run.take(signal);
      assertThat(run.take(signal)).isZero();
    }
    assertThat(shown).isPositive();
    assertThat(signals.stream().mapToInt(run::take).sum()).isZero();
  }

  @Property(tries = 40)
  void disorder_changes_neither_what_is_found_nor_its_id(@ForAll Random random) {
    Map<SignalId, Double> arrivals = new HashMap<>();
    List<Signal> signals = attacks().signals();
    for (Signal signal : signals) {
      double second = signal.observedAt().getEpochSecond();
      arrivals.put(signal.id(), second + random.nextDouble() * DISORDER_SECONDS);
    }
    List<Signal> disordered =
        signals.stream().sorted(Comparator.comparing(signal -> arrivals.get(signal.id()))).toList();

    assertThat(StreamRun.of(disordered).incidents()).isEqualTo(StreamRun.of(signals).incidents());
    assertThat(ids(StreamRun.of(disordered))).isEqualTo(ids(StreamRun.of(signals)));
  }

  @Test
  void a_signal_dated_ahead_does_not_hide_its_source() {
    SignalScript script =
        new SignalScript()
            .from("198.51.100.1")
            .at(600)
            .probe("/ahead")
            .from("198.51.101.2")
            .authFail("ahead")
            .at(0)
            .times(
                8,
                1,
                (s, i) -> s.from("198.51.100.1").probe(name(i)).from("198.51.101.2").authFail("a"));
    List<Signal> asTheyCame = new ArrayList<>(script.signals());
    Collections.rotate(asTheyCame, 2);

    assertThat(StreamRun.of(asTheyCame).incidents())
        .contains(
            new StreamRun.Hit(BURST_PROBE, SubjectKind.IP, "198.51.100.1"),
            new StreamRun.Hit(BRUTE_FORCE, SubjectKind.IP, "198.51.101.2"));
  }

  @Test
  void a_signal_dated_ahead_does_not_hide_a_flood() {
    SignalScript script =
        new SignalScript()
            .from("10.9.9.9")
            .at(540)
            .signal(DetectionPoint.THROTTLED, "/v1/a")
            .at(0)
            .times(
                200,
                0.3,
                (s, i) ->
                    s.from("10.3." + i % 20 + ".1").signal(DetectionPoint.THROTTLED, "/v1/a"));
    List<Signal> asTheyCame = new ArrayList<>(script.signals());
    Collections.rotate(asTheyCame, 1);

    assertThat(StreamRun.of(asTheyCame).incidents())
        .extracting(StreamRun.Hit::detector)
        .contains(DetectorKind.GLOBAL_RATE);
  }

  @Test
  void what_comes_late_does_not_make_a_burst_of_what_was_slow() {
    SignalScript slow =
        new SignalScript()
            .from("198.51.100.1")
            .times(9, 110, (s, i) -> s.signal(DetectionPoint.ROUTE_UNKNOWN, name(i)))
            .times(3, 110, (s, i) -> s.authFail("alice"));
    List<Signal> signals = slow.signals();
    for (int late = 0; late < signals.size(); late++) {
      List<Signal> asTheyCame = new ArrayList<>(signals);
      asTheyCame.add(asTheyCame.remove(late));
      assertThat(StreamRun.of(asTheyCame).incidents()).isEmpty();
    }
  }

  @Test
  void a_signal_from_nowhere_still_counts_for_its_principal() {
    List<Signal> signals =
        IntStream.range(0, 20).mapToObj(SignalStreamTest::deniedFromNowhere).toList();
    assertThat(StreamRun.of(signals).incidents())
        .extracting(StreamRun.Hit::kind)
        .containsOnly(SubjectKind.PRINCIPAL);
  }

  @Test
  void where_somebody_signs_in_a_refused_key_is_no_abuse() {
    SignalScript refused = new SignalScript().times(8, 30, SignalStreamTest::refuse);
    SignalScript vouched =
        new SignalScript()
            .times(8, 30, (s, i) -> refuse(s.from("10.1." + i + ".1").authOk("user" + i), i));
    StreamRun.Hit abuse = new StreamRun.Hit(TOKEN_ABUSE, SubjectKind.API_KEY, "k-1");
    assertThat(StreamRun.of(refused).incidents()).contains(abuse);
    assertThat(StreamRun.of(vouched).incidents()).isEmpty();
  }

  @Test
  void every_finding_names_the_signal_that_showed_it() {
    List<Finding> findings = StreamRun.of(attacks()).findings();
    assertThat(findings).isNotEmpty();
    assertThat(findings)
        .allMatch(
            finding -> finding.evidence().stream().anyMatch(line -> !line.examples().isEmpty()))
        .allMatch(finding -> !finding.firstSeen().isAfter(finding.lastSeen()));
  }

  /** The engines of a stream are asked in this order, up to the first that finds nothing. */
  @Property(tries = 100)
  void with_higher_thresholds_each_signal_shows_a_part_of_what_it_shows_with_lower_ones(
      @ForAll Random random) {
    List<Signal> signals = anything(random);
    Set<StreamRun.Sighting> withLower = sightings(0.25, signals);
    assertThat(withLower).anyMatch(sighting -> sighting.hit().kind().isGroup());
    for (double factor : List.of(0.5, 1.0, 2.0)) {
      Set<StreamRun.Sighting> withHigher = sightings(factor, signals);
      assertThat(withLower).containsAll(withHigher);
      withLower = withHigher;
    }
  }

  private static Set<StreamRun.Sighting> sightings(double factor, List<Signal> signals) {
    StreamRun run = new StreamRun(Detectors.scaled(factor));
    for (Signal signal : signals) {
      var _ = run.take(signal);
    }
    return run.sightings();
  }

  /** Two hours of signals of all kinds, each of the sources with a pace and a taste of its own. */
  private static List<Signal> anything(Random random) {
    SignalScript script = new SignalScript();
    crowd(script, random);
    DetectionPoint[] points = DetectionPoint.values();
    for (int source = 0; source < 8; source++) {
      int taste = random.nextInt(points.length);
      int variety = 1 + random.nextInt(4);
      var _ =
          script
              .from("10." + random.nextInt(3) + ".1." + source)
              .as("user" + random.nextInt(3))
              .at(random.nextInt(1_800))
              .times(
                  60,
                  Math.pow(10, 2 * random.nextDouble()),
                  (s, i) ->
                      s.signal(
                          points[(taste + random.nextInt(variety)) % points.length],
                          name(random.nextInt(50))));
    }
    return script.signals();
  }

  /** Many sources that nobody has signed in from do one thing at about the same time. */
  private static void crowd(SignalScript script, Random random) {
    int sources = 30 + random.nextInt(60);
    int taste = random.nextInt(4);
    var _ =
        script.times(
            sources,
            20 * random.nextDouble(),
            (s, i) -> {
              SignalScript source = s.from("10.9." + i + ".1");
              return switch (taste) {
                case 0 -> source.waf("jndi", "/");
                case 1 -> source.authFail(name(i)).authFail(name(i + 1));
                case 2 -> twice(source, DetectionPoint.OBJECT_NOT_FOUND, i);
                default -> twice(source, DetectionPoint.THROTTLED, i);
              };
            });
  }

  private static SignalScript twice(SignalScript source, DetectionPoint point, int number) {
    return source.signal(point, name(number)).signal(point, name(number + 1));
  }

  /** Attacks of a quarter of an hour, side by side. */
  private static SignalScript attacks() {
    return new SignalScript()
        .from("198.51.100.1")
        .at(60)
        .times(20, 5, (s, i) -> s.probe(name(i)))
        .from("198.51.101.2")
        .at(65)
        .times(20, 5, (s, i) -> s.authFail(name(i)))
        .from("198.51.102.3")
        .as("mallory")
        .at(70)
        .times(30, 5, (s, i) -> s.signal(DetectionPoint.OBJECT_FORBIDDEN, name(i)))
        .at(75)
        .times(40, 10, (s, i) -> s.from("10.2." + i + ".1").waf("jndi", "/"));
  }

  private static SignalScript refuse(SignalScript script, int i) {
    return script
        .from("10.1." + i + ".1")
        .withKey("k-1")
        .signal(DetectionPoint.TOKEN_INVALID, "/v1/a");
  }

  private static Signal deniedFromNowhere(int i) {
    return new Signal(
        new SignalId("n" + i),
        SignalExamples.NOON.plusSeconds(i),
        DetectionPoint.OBJECT_FORBIDDEN.gate(),
        DetectionPoint.OBJECT_FORBIDDEN,
        Source.unknown().withPrincipal("mallory"),
        RequestFacts.unknown().withResourceId(name(i)),
        SignalEvidence.none());
  }

  private static Set<FindingId> ids(StreamRun run) {
    return run.findings().stream().map(Finding::id).collect(Collectors.toSet());
  }
}
