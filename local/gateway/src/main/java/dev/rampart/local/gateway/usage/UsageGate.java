package dev.rampart.local.gateway.usage;

import dev.rampart.local.gateway.definition.ApiOperation;
import dev.rampart.local.gateway.definition.StageThrottles;
import dev.rampart.local.gateway.gate.GateDescription;
import dev.rampart.local.gateway.gate.RequestGate;
import dev.rampart.local.gateway.request.RequestContext;
import dev.rampart.local.gateway.response.GatewayRefusal;
import dev.rampart.local.gateway.response.ResponseType;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * The gate of API keys and limits. An operation that asks for a key wants exactly one, known,
 * enabled and in a plan of the stage. Then the limits hold in AWS's order ("Throttle requests to
 * your REST APIs"): those of the plan for the key, of the stage for the method, of the account.
 */
public final class UsageGate implements RequestGate {
  public static final GateDescription DESCRIPTION =
      new GateDescription(
          "plan", "the API key; rate, burst and quota of its plan; limits of the stage", "");

  static final Optional<GatewayRefusal> FORBIDDEN =
      Optional.of(GatewayRefusal.of(ResponseType.INVALID_API_KEY, "Forbidden"));

  private final UsagePlans plans;

  private UsageGate(UsagePlans plans) {
    this.plans = plans;
  }

  /** Returns the whole gate. */
  public static RequestGate of(UsagePlans plans, StageThrottles stage, InstantSource clock) {
    return new UsageGate(plans).then(new StageLimits(stage, clock));
  }

  @Override
  public Optional<GatewayRefusal> judge(RequestContext context) {
    ApiOperation operation = context.operation();
    if (!operation.apiKey()) {
      return Optional.empty();
    }
    List<String> sent = context.request().headers(ApiOperation.API_KEY_HEADER);
    Optional<String> key = sent.size() == 1 ? plans.open(sent.getFirst()) : Optional.empty();
    if (key.isEmpty()) {
      return FORBIDDEN;
    }
    context.set("identity.apiKeyId", key.get());
    return plans.judge(key.get(), operation.methodKey());
  }
}
