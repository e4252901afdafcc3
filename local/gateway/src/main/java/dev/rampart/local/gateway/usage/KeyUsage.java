package dev.rampart.local.gateway.usage;

import dev.rampart.local.gateway.response.GatewayRefusal;
import dev.rampart.local.gateway.response.ResponseType;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What one key has used of one plan. Safe for many threads. */
final class KeyUsage {
  static final Optional<GatewayRefusal> THROTTLED =
      Optional.of(GatewayRefusal.of(ResponseType.THROTTLED, "Too Many Requests"));
  private static final Optional<GatewayRefusal> QUOTA_EXCEEDED =
      Optional.of(GatewayRefusal.of(ResponseType.QUOTA_EXCEEDED, "Limit Exceeded"));

  private final Optional<TokenBucket> all;
  private final Map<String, TokenBucket> methods;
  private final Optional<QuotaCounter> quota;

  KeyUsage(UsagePlan plan, Instant now) {
    this.all = plan.throttle().map(throttle -> new TokenBucket(throttle, now));
    Map<String, TokenBucket> limited = new HashMap<>();
    plan.methods().forEach((key, limit) -> limited.put(key, new TokenBucket(limit, now)));
    this.methods = Map.copyOf(limited);
    this.quota = plan.quota().map(limit -> new QuotaCounter(limit, now));
  }

  /**
   * Takes a request to a method into account. The rate of a method is one beside that of the plan
   * ("Throttle requests to your REST APIs": such targets are additional). What a rate refuses does
   * not count for the quota; AWS does not say.
   */
  Optional<GatewayRefusal> judge(String methodKey, Instant now) {
    TokenBucket own = methods.get(methodKey);
    if ((own != null && !own.take(now)) || !all.map(bucket -> bucket.take(now)).orElse(true)) {
      return THROTTLED;
    }
    return quota.map(counter -> counter.take(now)).orElse(true) ? Optional.empty() : QUOTA_EXCEEDED;
  }

  /** Returns the counter of the quota; empty if the plan has none. */
  Optional<QuotaCounter> quota() {
    return quota;
  }
}
