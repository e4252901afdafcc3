package dev.rampart.local.firewall;

import java.util.Map;
import java.util.Optional;

/**
 * By which names a web ACL counts requests in CloudWatch.
 *
 * @param acl the name of its own metric; empty if it has none
 * @param rules the names of the metrics of its rules, by the names of the rules
 */
public record AclMetrics(Optional<String> acl, Map<String, String> rules) {
  public AclMetrics {
    rules = Map.copyOf(rules);
  }
}
