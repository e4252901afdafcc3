package dev.rampart.domain.detection.detector;

import static dev.rampart.domain.detection.detector.ScriptFeatures.ofSource;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rampart.domain.detection.finding.Contribution;
import dev.rampart.domain.detection.signal.DetectionPoint;
import dev.rampart.domain.detection.signal.SignalScript;
import dev.rampart.domain.detection.signal.SubjectKind;
import dev.rampart.domain.detection.state.HalfLife;
import dev.rampart.domain.detection.state.SubjectFeatures;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

final class ScoreTest {
  private static final List<DetectionPoint> POINTS =
      List.of(DetectionPoint.values()).stream()
          .filter(point -> Kinds.PROBING.contains(point.kind()))
          .toList();

  private static SignalScript anything(Random random) {
    return new SignalScript()
        .from("203.0.113.7")
        .times(
            1 + random.nextInt(60),
            1 + random.nextInt(40),
            (script, _) ->
                script.signal(
                    POINTS.get(random.nextInt(POINTS.size())),
                    "/v1/" + random.nextInt(1 + random.nextInt(30))));
  }

  @Property(tries = 300)
  void what_the_points_add_is_the_score(@ForAll Random random) {
    SubjectFeatures features = ofSource(anything(random));
    for (HalfLife halfLife : HalfLife.values()) {
      Map<DetectionPoint, Contribution> all =
          Score.contributions(features, halfLife, Kinds.PROBING);

      assertThat(points(all.values()))
          .isCloseTo(Score.of(features, halfLife, Kinds.PROBING), within(1e-9));
      assertThat(all.values()).allSatisfy(ScoreTest::canBeRedone);
    }
  }

  @Property(tries = 300)
  void what_a_limit_takes_is_taken_from_what_is_limited(@ForAll Random random) {
    LowAndSlow detector = new LowAndSlow(1, 0, 6, 4, 0, 0, 0);
    detector
        .assess(SubjectKind.IP, ofSource(anything(random)))
        .ifPresent(
            found ->
                assertThat(points(found.contributions().get().values()))
                    .isCloseTo(found.measure().value(), within(1e-9)));
  }

  private static double points(Collection<Contribution> all) {
    return all.stream().mapToDouble(Contribution::points).sum();
  }

  private static void canBeRedone(Contribution adds) {
    assertThat(adds.points())
        .isCloseTo(
            adds.weight() * (adds.different() + adds.repeatWeight() * adds.repeats()),
            within(1e-9));
  }
}
