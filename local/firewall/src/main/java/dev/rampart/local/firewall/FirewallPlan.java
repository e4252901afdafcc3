package dev.rampart.local.firewall;

import java.util.Optional;

/**
 * What a template puts behind a web ACL.
 *
 * @param api the stage of its API
 * @param pool its user pool
 */
public record FirewallPlan(Optional<ProtectedAcl> api, Optional<ProtectedAcl> pool) {}
