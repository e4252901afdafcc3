package dev.rampart.local.check.rule.whole;

import dev.rampart.local.check.rule.PostureRule;
import java.util.List;
import java.util.stream.Stream;

/** The rules of logs, of the template as a whole, and of how it deploys. */
public final class WholeRules {
  private WholeRules() {}

  /** Returns them, family by family. */
  public static List<PostureRule> all() {
    return Stream.of(
            LogGroupRules.all(),
            SubscriptionRules.all(),
            TemplateRules.all(),
            TypeRules.all(),
            PolicyRules.all(),
            DeploymentRules.all(),
            OrderRules.all(),
            ReleaseRules.all())
        .flatMap(List::stream)
        .toList();
  }
}
