package dev.rampart.local.firewall.engine;

import dev.rampart.local.firewall.group.AclEntry;
import dev.rampart.local.firewall.group.GroupMatch;
import dev.rampart.local.firewall.group.RuleAction;
import dev.rampart.local.firewall.group.RuleMatch;
import dev.rampart.local.firewall.request.InspectedRequest;
import dev.rampart.local.firewall.statement.RequestEvaluation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A web ACL. Safe for use by many threads.
 *
 * @param entries in the order of their priority
 * @param fallback what is done with a request that no rule ends
 */
public record WebAcl(String arn, List<AclEntry> entries, RuleAction fallback) {
  /** In WCU (AWS WAF quotas: a web ACL). */
  public static final int CAPACITY_MAX = 5_000;

  /** Stands for a rule where none ended the judgement. */
  static final String DEFAULT_ACTION = "Default_Action";

  public WebAcl {
    entries = List.copyOf(entries);
  }

  /** Returns what all its rules cost, in WCU. */
  public int capacity() {
    return entries.stream().mapToInt(AclEntry::capacity).sum();
  }

  /** Judges a request, of which the rate-based rules take account. */
  public FirewallVerdict judge(InspectedRequest request, Instant now) {
    RequestEvaluation evaluation = new RequestEvaluation(request, now);
    List<GroupMatch> groups = new ArrayList<>();
    List<RuleMatch> counted = new ArrayList<>();
    for (AclEntry entry : entries) {
      Optional<Ending> ending =
          switch (entry) {
            case AclEntry.Single single -> ending(single, evaluation, counted);
            case AclEntry.Reference reference -> ending(reference, evaluation, groups, counted);
          };
      if (ending.isPresent()) {
        return verdict(evaluation, ending.get(), groups, counted);
      }
    }
    return verdict(
        evaluation,
        new Ending(fallback, DEFAULT_ACTION, "REGULAR", Optional.empty()),
        groups,
        counted);
  }

  /** What ends a judgement. */
  private record Ending(
      RuleAction action, String rule, String ruleType, Optional<RuleMatch> match) {}

  private static FirewallVerdict verdict(
      RequestEvaluation evaluation,
      Ending ending,
      List<GroupMatch> groups,
      List<RuleMatch> counted) {
    return new FirewallVerdict(
        evaluation.request(),
        ending.action(),
        ending.rule(),
        ending.ruleType(),
        ending.match(),
        groups,
        counted,
        List.copyOf(evaluation.labels()));
  }

  private static Optional<Ending> ending(
      AclEntry.Single single, RequestEvaluation evaluation, List<RuleMatch> counted) {
    Optional<RuleMatch> match = single.judge(evaluation);
    if (match.isPresent() && match.get().action() instanceof RuleAction.Count) {
      counted.add(match.get());
      return Optional.empty();
    }
    String type = single.rule().isRateBased() ? "RATE_BASED" : "REGULAR";
    return match.map(found -> new Ending(found.action(), single.name(), type, match));
  }

  private static Optional<Ending> ending(
      AclEntry.Reference reference,
      RequestEvaluation evaluation,
      List<GroupMatch> groups,
      List<RuleMatch> counted) {
    GroupMatch found = reference.judge(evaluation);
    groups.add(found);
    if (found.terminating().isPresent() && reference.countsOnly()) {
      counted.add(
          new RuleMatch(
              reference.name(),
              new RuleAction.Count(List.of()),
              Optional.empty(),
              List.of(),
              List.of()));
      return Optional.empty();
    }
    String type = reference.group().isManaged() ? "MANAGED_RULE_GROUP" : "GROUP";
    return found
        .terminating()
        .map(match -> new Ending(match.action(), reference.name(), type, Optional.empty()));
  }
}
