package dev.rampart.local.gateway.usage;

import dev.rampart.local.gateway.response.GatewayRefusal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The API keys and usage plans of an API, and what was used of them. Safe for many threads. */
public final class UsagePlans {
  private final InstantSource clock;
  private final Map<String, UsagePlan> plans = new LinkedHashMap<>();
  private final Map<String, ApiKey> keys = new LinkedHashMap<>();
  private final Map<String, String> idsByDigest = new LinkedHashMap<>();

  /** By plan, then by key. */
  private final Map<String, Map<String, KeyUsage>> members = new LinkedHashMap<>();

  private UsagePlans(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * Makes the keys and plans of a template; nothing is used yet.
   *
   * @param values the value of each key, by its logical id
   */
  public static UsagePlans of(
      UsageSettings settings, UnaryOperator<String> values, InstantSource clock) {
    UsagePlans usage = new UsagePlans(clock);
    Instant now = clock.instant();
    for (UsagePlan plan : settings.plans()) {
      usage.plans.put(plan.id(), plan);
      usage.members.put(plan.id(), new LinkedHashMap<>());
    }
    for (UsageSettings.Key key : settings.keys()) {
      usage.put(
          new ApiKey(
              key.id(),
              key.name(),
              key.description(),
              values.apply(key.logicalId()),
              key.enabled(),
              now,
              now));
    }
    settings.members().forEach(member -> usage.join(member.planId(), member.keyId()));
    return usage;
  }

  /** Returns what has no keys, so that it opens nothing. */
  public static UsagePlans none() {
    return new UsagePlans(InstantSource.system());
  }

  private void put(ApiKey key) {
    keys.put(key.id(), key);
    idsByDigest.put(digest(key.value()), key.id());
  }

  private void join(String planId, String keyId) {
    members.get(planId).put(keyId, new KeyUsage(plans.get(planId), clock.instant()));
  }

  /**
   * Returns the id of the key with a value, if it is enabled and in a plan of the stage ("Choose an
   * API key source": a key without such a plan is of no use).
   */
  synchronized Optional<String> open(String value) {
    return Optional.ofNullable(idsByDigest.get(digest(value)))
        .filter(id -> keys.get(id).enabled() && usage(id).isPresent());
  }

  /** Takes a request into account; returns why it is refused. */
  Optional<GatewayRefusal> judge(String keyId, String methodKey) {
    Optional<KeyUsage> used;
    synchronized (this) {
      used = usage(keyId);
    }
    return used.isPresent() ? used.get().judge(methodKey, clock.instant()) : UsageGate.FORBIDDEN;
  }

  private Optional<KeyUsage> usage(String keyId) {
    return plans.values().stream()
        .filter(UsagePlan::opensStage)
        .flatMap(plan -> Optional.ofNullable(members.get(plan.id()).get(keyId)).stream())
        .findFirst();
  }

  /** A digest is looked up in a time that tells nothing of a value that is nearly right. */
  private static String digest(String value) {
    try {
      byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
