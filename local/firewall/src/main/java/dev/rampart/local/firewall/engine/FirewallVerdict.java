package dev.rampart.local.firewall.engine;

import dev.rampart.local.firewall.group.GroupMatch;
import dev.rampart.local.firewall.group.RuleAction;
import dev.rampart.local.firewall.group.RuleMatch;
import dev.rampart.local.firewall.request.InspectedRequest;
import dev.rampart.local.protocol.http.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a web ACL says of a request.
 *
 * @param action that ended the judgement
 * @param rule that ended it, {@code Default_Action} if none did
 * @param ruleType in the words of the log
 * @param match what matched in that rule; empty for the default action and for groups
 * @param groups the groups that were asked, with what they found
 * @param counted the rules of the web ACL that matched and counted
 * @param labels in their order
 */
public record FirewallVerdict(
    InspectedRequest request,
    RuleAction action,
    String rule,
    String ruleType,
    Optional<RuleMatch> match,
    List<GroupMatch> groups,
    List<RuleMatch> counted,
    List<String> labels) {
  public FirewallVerdict {
    groups = List.copyOf(groups);
    counted = List.copyOf(counted);
    labels = List.copyOf(labels);
  }

  /** Returns whether the request is refused. */
  public boolean isBlocked() {
    return action instanceof RuleAction.Block;
  }

  /** Returns what decided, in words for the owner of the web ACL. */
  public String described() {
    if (rule.equals(WebAcl.DEFAULT_ACTION)) {
      return "no rule, but the default action of the web ACL";
    }
    return groups.stream()
        .filter(group -> ruleType.endsWith("GROUP"))
        .flatMap(group -> group.terminating().stream())
        .reduce((_, last) -> last)
        .map(match -> "rule " + match.rule() + " of the group in " + rule)
        .orElse("rule " + rule);
  }

  /** Returns the header fields that the request gets on its way. */
  public List<Field> inserted() {
    List<Field> fields = new ArrayList<>();
    groups.forEach(
        group -> group.counted().forEach(each -> fields.addAll(each.action().headers())));
    counted.forEach(each -> fields.addAll(each.action().headers()));
    fields.addAll(action.headers());
    return List.copyOf(fields);
  }
}
