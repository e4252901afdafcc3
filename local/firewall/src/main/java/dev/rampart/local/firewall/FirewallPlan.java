package dev.rampart.local.firewall;

import dev.rampart.local.firewall.statement.IpSet;
import java.util.List;
import java.util.Optional;

/**
 * What a template puts behind a web ACL.
 *
 * @param api the stage of its API
 * @param pool its user pool
 * @param ipSets those of the template, which can be changed
 */
public record FirewallPlan(
    Optional<ProtectedAcl> api, Optional<ProtectedAcl> pool, List<IpSet> ipSets) {}
