package dev.rampart.local.stack.firewall;

import dev.rampart.local.firewall.AclMetrics;
import dev.rampart.local.firewall.Firewall;
import dev.rampart.local.firewall.FirewallPlan;
import dev.rampart.local.firewall.ProtectedAcl;
import dev.rampart.local.firewall.engine.FirewallVerdict;
import dev.rampart.local.firewall.log.FirewallLog;
import dev.rampart.local.gateway.definition.ApiDefinition;
import dev.rampart.local.gateway.gate.RequestGate;
import dev.rampart.local.identity.PoolFilter;
import dev.rampart.local.identity.settings.IdentitySettings;
import dev.rampart.local.template.PseudoParameters;
import java.time.InstantSource;
import java.util.function.BiConsumer;

/**
 * Puts the web ACLs of a plan in front of what they protect.
 *
 * @param log gets the ARN of a log group and a record for it; called by many threads
 * @param verdicts gets each verdict, and by which names it is counted; called by many threads
 */
public record Firewalls(
    FirewallPlan plan,
    PseudoParameters pseudo,
    InstantSource clock,
    BiConsumer<String, String> log,
    BiConsumer<AclMetrics, FirewallVerdict> verdicts) {

  /** Returns the gate of an API; an open one if no web ACL is in front of it. */
  public RequestGate gate(ApiDefinition api) {
    String id = api.accountId() + ":" + api.apiId() + ":" + api.stage();
    String host = api.apiId() + ".execute-api." + pseudo.region() + ".amazonaws.com";
    return plan.api()
        .<RequestGate>map(acl -> new FirewallGate(firewall(acl, "APIGW", id), host))
        .orElseGet(RequestGate::open);
  }

  /** Returns the filter of a user pool; one that passes all if no web ACL is in front of it. */
  public PoolFilter filter(IdentitySettings identity) {
    String region = pseudo.region();
    String id = pseudo.accountId() + ":" + identity.pool().id();
    String domain = identity.domain().orElse("none") + ".auth." + region + ".amazoncognito.com";
    return plan.pool()
        .<PoolFilter>map(
            acl ->
                new PoolFirewall(
                    firewall(acl, "COGNITO", id),
                    "cognito-idp." + region + ".amazonaws.com",
                    domain))
        .orElseGet(PoolFilter::none);
  }

  private Firewall firewall(ProtectedAcl acl, String sourceName, String sourceId) {
    String group = acl.log().map(FirewallLog::destinationArn).orElse("");
    return new Firewall(acl, sourceName, sourceId, clock, line -> log.accept(group, line))
        .reportingTo(verdict -> verdicts.accept(acl.metrics(), verdict));
  }
}
