package dev.rampart.local.firewall;

import dev.rampart.local.firewall.engine.WebAcl;
import dev.rampart.local.firewall.log.FirewallLog;
import java.util.Optional;

/**
 * A web ACL in front of a resource.
 *
 * @param bodyBytesMax how much of a body it inspects there
 * @param log which records it writes; empty for none
 * @param metrics by which names it counts requests
 */
public record ProtectedAcl(
    WebAcl acl, int bodyBytesMax, Optional<FirewallLog> log, AclMetrics metrics) {}
