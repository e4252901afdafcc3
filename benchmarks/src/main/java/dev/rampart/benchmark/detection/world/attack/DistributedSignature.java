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

/** One weakness, tried from many addresses with a few requests each. */
final class DistributedSignature implements AttackFamily {

  @Override
  public String name() {
    return "distributed-signature";
  }

  @Override
  public void play(Script script, Scene scene, Draw draw) {

    List<Source> sources = scene.visitors(draw, draw.logWhole(20, 400));
    double length = draw.log(Duration.ofMinutes(3).toMillis(), Duration.ofHours(3).toMillis());
    long start = Pace.begin(draw, length);
    int hitsMax = draw.logWhole(1, 4);
    boolean firewall = draw.chance(0.5);
    String rule = firewall ? ProbeKit.firewallRule(draw) : ProbeKit.sensitiveClass(draw);
    String path = ProbeKit.sensitivePath(draw, rule);
    script.foundAs(SubjectKind.SIGNATURE, rule);
    script.foundEverywhere(firewall ? DetectionPoint.WAF_RULE : DetectionPoint.SENSITIVE_PATH);
    for (Source from : sources) {
      for (int hit = draw.whole(1, hitsMax); hit > 0; hit--) {
        long at = start + Math.round(draw.uniform(0, length));
        if (firewall) {
          script.wafRule(at, from, rule, path);
        } else {
          script.sensitivePath(at, from, rule, path);
        }
      }
    }
  }
}
