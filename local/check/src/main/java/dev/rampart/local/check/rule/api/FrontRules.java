package dev.rampart.local.check.rule.api;

import dev.rampart.local.check.rule.PostureRule;
import java.util.List;
import java.util.stream.Stream;

/** The rules of the front of the API. */
public final class FrontRules {
  private FrontRules() {}

  /** Returns them, part by part. */
  public static List<PostureRule> all() {
    return Stream.of(
            AccessLogRules.all(),
            StageRules.all(),
            ApiAccountRules.all(),
            RefusalRules.all(),
            OperationRules.all(),
            AuthorizationRules.all(),
            PlanRules.all())
        .flatMap(List::stream)
        .toList();
  }
}
