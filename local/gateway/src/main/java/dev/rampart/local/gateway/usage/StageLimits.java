package dev.rampart.local.gateway.usage;

import dev.rampart.local.gateway.definition.ApiOperation;
import dev.rampart.local.gateway.definition.StageThrottles;
import dev.rampart.local.gateway.definition.Throttle;
import dev.rampart.local.gateway.request.RequestContext;
import dev.rampart.local.gateway.response.GatewayRefusal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The limit of each method of the stage, over all clients, and then that of the account. */
final class StageLimits {
  private final StageThrottles throttles;
  private final InstantSource clock;
  private final TokenBucket account;

  /** As many as the API has methods. */
  private final Map<String, TokenBucket> methods = new ConcurrentHashMap<>();

  StageLimits(StageThrottles throttles, InstantSource clock) {
    this.throttles = throttles;
    this.clock = clock;
    this.account = new TokenBucket(Throttle.ACCOUNT, clock.instant());
  }

  Optional<GatewayRefusal> judge(RequestContext context) {
    ApiOperation operation = context.operation();
    if (operation.integration() instanceof ApiOperation.Integration.None) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    TokenBucket method =
        methods.computeIfAbsent(
            operation.methodKey(), _ -> new TokenBucket(throttles.of(operation), now));
    return method.take(now) && account.take(now) ? Optional.empty() : KeyUsage.THROTTLED;
  }
}
