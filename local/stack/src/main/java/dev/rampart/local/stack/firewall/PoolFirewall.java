package dev.rampart.local.stack.firewall;

import dev.rampart.local.firewall.Firewall;
import dev.rampart.local.firewall.engine.FirewallVerdict;
import dev.rampart.local.firewall.group.RuleAction;
import dev.rampart.local.identity.PoolFilter;
import dev.rampart.local.protocol.http.HttpRequest;
import dev.rampart.local.protocol.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

/**
 * The web ACL of the user pool. As on AWS (Amazon Cognito Developer Guide, "Associate an AWS WAF
 * web ACL with a user pool") it judges the endpoints of the domain and the operations that need no
 * AWS credentials, and sees neither names nor passwords: here, no body at all.
 */
public final class PoolFirewall implements PoolFilter {
  private static final byte[] UNSEEN = {};
  private static final String API_REFUSAL =
      "{\"__type\":\"ForbiddenException\",\"message\":\"Request not allowed due to WAF block.\"}";

  private final Firewall firewall;
  private final DeployedHost apiHost;
  private final DeployedHost domainHost;

  /**
   * Makes the filter.
   *
   * @param apiHostName of Cognito's API on AWS
   * @param domainHostName of the pool's domain on AWS
   */
  public PoolFirewall(Firewall firewall, String apiHostName, String domainHostName) {
    this.firewall = firewall;
    this.apiHost = new DeployedHost(apiHostName);
    this.domainHost = new DeployedHost(domainHostName);
  }

  @Override
  public Optional<HttpResponse> refuse(HttpRequest request, boolean isApi) {
    if (!isApi && request.path().contains("/.well-known/")) {
      return Optional.empty();
    }
    DeployedHost host = isApi ? apiHost : domainHost;
    FirewallVerdict verdict =
        firewall.judge(host.in(request, UNSEEN), UUID.randomUUID().toString());
    if (verdict.action() instanceof RuleAction.Block(Optional<HttpResponse> answer)) {
      return Optional.of(answer.orElseGet(() -> refusal(isApi)));
    }
    return Optional.empty();
  }

  private static HttpResponse refusal(boolean isApi) {
    return isApi
        ? HttpResponse.of(
                400, "application/x-amz-json-1.1", API_REFUSAL.getBytes(StandardCharsets.UTF_8))
            .with("x-amzn-ErrorType", "ForbiddenException")
        : HttpResponse.text(403, "Forbidden\n");
  }
}
