package dev.rampart.local.check;

import dev.rampart.local.check.rule.PostureRule;
import dev.rampart.local.check.rule.alarm.WatchRules;
import dev.rampart.local.check.rule.api.FrontRules;
import dev.rampart.local.check.rule.data.DataRules;
import dev.rampart.local.check.rule.edge.EdgeRules;
import dev.rampart.local.check.rule.function.ComputeRules;
import dev.rampart.local.check.rule.whole.WholeRules;
import java.util.List;
import java.util.stream.Stream;

/** All rules. */
final class RuleBook {
  private static final List<PostureRule> RULES =
      Stream.of(
              FrontRules.all(),
              ComputeRules.all(),
              EdgeRules.all(),
              DataRules.all(),
              WatchRules.all(),
              WholeRules.all())
          .flatMap(List::stream)
          .toList();

  private RuleBook() {}

  /** Returns the rules, family by family. */
  static List<PostureRule> rules() {
    return RULES;
  }
}
