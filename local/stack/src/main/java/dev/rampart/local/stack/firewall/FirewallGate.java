package dev.rampart.local.stack.firewall;

import dev.rampart.local.firewall.Firewall;
import dev.rampart.local.firewall.engine.FirewallVerdict;
import dev.rampart.local.firewall.group.RuleAction;
import dev.rampart.local.gateway.gate.RequestGate;
import dev.rampart.local.gateway.request.RequestContext;
import dev.rampart.local.gateway.response.GatewayRefusal;
import dev.rampart.local.gateway.response.ResponseType;
import dev.rampart.local.protocol.http.HttpRequest;
import dev.rampart.local.protocol.http.HttpResponse;
import java.util.Map;
import java.util.Optional;

/** The web ACL of the API's stage as the gateway's first gate. */
public final class FirewallGate implements RequestGate {
  private final Firewall firewall;
  private final DeployedHost host;

  /**
   * Makes the gate.
   *
   * @param hostName of the API on AWS
   */
  public FirewallGate(Firewall firewall, String hostName) {
    this.firewall = firewall;
    this.host = new DeployedHost(hostName);
  }

  @Override
  public Optional<GatewayRefusal> judge(RequestContext context) {
    HttpRequest request = context.request();
    FirewallVerdict verdict =
        firewall.judge(host.in(request, request.body()), context.ids().requestId());
    context.set(
        Map.of(
            "webaclArn", firewall.acl().arn(),
            "wafResponseCode", verdict.isBlocked() ? "WAF_BLOCK" : "WAF_ALLOW",
            "waf.status", verdict.isBlocked() ? "403" : "200"));
    if (verdict.action() instanceof RuleAction.Block(Optional<HttpResponse> answer)) {
      context.cause(verdict.described());
      GatewayRefusal refusal = GatewayRefusal.of(ResponseType.WAF_FILTERED, "Forbidden");
      return Optional.of(answer.map(refusal::answering).orElse(refusal));
    }
    context.insert(verdict.inserted());
    return Optional.empty();
  }
}
