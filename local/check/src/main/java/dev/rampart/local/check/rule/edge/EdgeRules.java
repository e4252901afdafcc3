package dev.rampart.local.check.rule.edge;

import dev.rampart.local.check.rule.PostureRule;
import java.util.List;
import java.util.stream.Stream;

/** The rules of what stands before the API. */
public final class EdgeRules {
  private EdgeRules() {}

  /** Returns them, family by family. */
  public static List<PostureRule> all() {
    return Stream.of(
            PoolRules.all(),
            PoolMemberRules.all(),
            RiskRules.all(),
            ClientRules.all(),
            TokenRules.all(),
            FirewallRules.all(),
            AddressSetRules.all(),
            FirewallGroupRules.all(),
            FirewallLogRules.all(),
            RateLimitRules.all())
        .flatMap(List::stream)
        .toList();
  }
}
