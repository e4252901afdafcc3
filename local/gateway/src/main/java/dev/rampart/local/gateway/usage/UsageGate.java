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
  private final StageLimits stage;

  /** Makes the gate of a stage. */
  public UsageGate(UsagePlans plans, StageThrottles stage, InstantSource clock) {
    this.plans = plans;
    this.stage = new StageLimits(stage, clock);
  }

  /** The limits of the stage hold for whoever calls; what the gate is for is the key. */
  @Override
  public boolean asks(ApiOperation operation) {
    return operation.apiKey();
  }

  @Override
  public Optional<GatewayRefusal> judge(RequestContext context) {
    return (asks(context.operation()) ? key(context) : Optional.<GatewayRefusal>empty())
        .or(() -> stage.judge(context));
  }

  private Optional<GatewayRefusal> key(RequestContext context) {
    List<String> sent = context.request().headers(ApiOperation.API_KEY_HEADER);
    Optional<String> key = sent.size() == 1 ? plans.open(sent.getFirst()) : Optional.empty();
    if (key.isEmpty()) {
      return FORBIDDEN;
    }
    context.set("identity.apiKeyId", key.get());
    return plans.judge(key.get(), context.operation().methodKey());
  }
}
