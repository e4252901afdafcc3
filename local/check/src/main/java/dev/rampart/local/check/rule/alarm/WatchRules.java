package dev.rampart.local.check.rule.alarm;

import dev.rampart.local.check.rule.PostureRule;
import java.util.List;
import java.util.stream.Stream;

/** The rules of what is watched. */
public final class WatchRules {
  private WatchRules() {}

  /** Returns them, family by family. */
  public static List<PostureRule> all() {
    return Stream.of(AlarmRules.all(), AlarmCoverageRules.all(), MetricNameRules.all())
        .flatMap(List::stream)
        .toList();
  }
}
