package dev.rampart.local.check.rule.function;

import dev.rampart.local.check.rule.PostureRule;
import java.util.List;
import java.util.stream.Stream;

/** The rules of functions and of their roles. */
public final class ComputeRules {
  private ComputeRules() {}

  /** Returns them, family by family. */
  public static List<PostureRule> all() {
    return Stream.of(
            FunctionRules.all(),
            EnvironmentRules.all(),
            FailureRules.all(),
            PermissionRules.all(),
            RoleRules.all(),
            ActionRules.all(),
            ConditionRules.all())
        .flatMap(List::stream)
        .toList();
  }
}
