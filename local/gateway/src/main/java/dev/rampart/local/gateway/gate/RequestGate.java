package dev.rampart.local.gateway.gate;

import dev.rampart.local.gateway.request.RequestContext;
import dev.rampart.local.gateway.response.GatewayRefusal;
import java.util.Optional;

/** One check of a request before its integration. Called by many threads at once. */
@FunctionalInterface
public interface RequestGate {
  /** Returns why the request ends here; empty to let it pass. */
  Optional<GatewayRefusal> judge(RequestContext context);

  /** Returns a gate that lets pass what this one and then another one let pass. */
  default RequestGate then(RequestGate next) {
    return context -> judge(context).or(() -> next.judge(context));
  }

  /** Returns a place where nothing is checked yet. */
  static RequestGate open() {
    return _ -> Optional.empty();
  }
}
