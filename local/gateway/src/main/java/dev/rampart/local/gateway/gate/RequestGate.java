package dev.rampart.local.gateway.gate;

import dev.rampart.local.gateway.definition.ApiOperation;
import dev.rampart.local.gateway.request.RequestContext;
import dev.rampart.local.gateway.response.GatewayRefusal;
import java.util.Optional;

/** One check of a request before its integration. Called by many threads at once. */
@FunctionalInterface
public interface RequestGate {
  /** Returns why the request ends here; empty to let it pass. */
  Optional<GatewayRefusal> judge(RequestContext context);

  /**
   * Says whether the template has the gate ask anything of requests to an operation. Where it does
   * not, that a request passes says nothing.
   */
  default boolean asks(ApiOperation operation) {
    return true;
  }

  /** Returns a place where nothing is checked. */
  static RequestGate open() {
    return new RequestGate() {
      @Override
      public Optional<GatewayRefusal> judge(RequestContext context) {
        return Optional.empty();
      }

      @Override
      public boolean asks(ApiOperation operation) {
        return false;
      }
    };
  }
}
