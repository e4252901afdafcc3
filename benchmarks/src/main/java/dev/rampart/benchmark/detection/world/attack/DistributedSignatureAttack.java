package dev.rampart.benchmark.detection.world.attack;

import dev.rampart.benchmark.detection.world.actor.Draw;
import dev.rampart.benchmark.detection.world.actor.Pace;
import dev.rampart.benchmark.detection.world.actor.ProbeKit;
import dev.rampart.benchmark.detection.world.actor.Scene;
import dev.rampart.benchmark.detection.world.actor.Script;
import dev.rampart.domain.detection.signal.DetectionPoint;
import dev.rampart.domain.detection.signal.Source;
import dev.rampart.domain.detection.signal.SubjectKind;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/** One weakness, tried from many addresses with a few requests each. */
final class DistributedSignatureAttack implements AttackFamily {

  @Override
  public String name() {
    return "distributed-signature";
  }

  @Override
  public void play(Script script, Scene scene, Draw draw) {

    List<Source> sources = scene.visitors(draw, draw.logWhole(20, 400));
    double length = draw.millis(Duration.ofMinutes(3), Duration.ofHours(3));
    long start = Pace.begin(draw, length);
    int hitsMax = draw.logWhole(1, 4);
    boolean firewall = draw.chance(0.5);
    String rule = firewall ? ProbeKit.firewallRule(draw) : ProbeKit.sensitiveClass(draw);
    int paths = draw.chance(0.6) ? 1 : draw.logWhole(2, 50);
    List<String> asked =
        IntStream.range(0, paths).mapToObj(_ -> ProbeKit.sensitivePath(draw, rule)).toList();
    script.foundAs(SubjectKind.SIGNATURE, rule);
    script.foundEverywhere(firewall ? DetectionPoint.WAF_RULE : DetectionPoint.SENSITIVE_PATH);
    for (Source from : sources) {
      for (int hit = draw.whole(1, hitsMax); hit > 0; hit--) {
        long at = start + Math.round(draw.uniform(0, length));
        String path = draw.of(asked);
        if (firewall) {
          script.wafRule(at, from, rule, path);
        } else {
          script.sensitivePath(at, from, rule, path);
        }
      }
    }
  }
}
