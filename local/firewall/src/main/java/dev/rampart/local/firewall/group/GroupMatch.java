package dev.rampart.local.firewall.group;

import java.util.List;
import java.util.Optional;

/**
 * What the rules of a group have found in a request.
 *
 * @param terminating the rule that ended the group
 * @param counted the rules that matched and counted
 * @param excluded the rules that matched and are excluded
 */
public record GroupMatch(
    String group, Optional<RuleMatch> terminating, List<RuleMatch> counted, List<String> excluded) {
  public GroupMatch {
    counted = List.copyOf(counted);
    excluded = List.copyOf(excluded);
  }
}
