package dev.rampart.local.gateway.usage;

import dev.rampart.local.gateway.response.GatewayRefusal;
import dev.rampart.local.protocol.AwsError;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The API keys and usage plans of an API, and what was used of them. Safe for many threads. */
public final class UsagePlans {
  /** Keys of an account in a region ("Amazon API Gateway quotas"). */
  static final int KEYS_MAX = 10_000;

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

  /** Returns what tells the time for keys and limits. */
  InstantSource clock() {
    return clock;
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

  synchronized List<UsagePlan> plans() {
    return List.copyOf(plans.values());
  }

  /**
   * Returns a plan.
   *
   * @throws AwsError if there is none
   */
  synchronized UsagePlan plan(String id) {
    return found(plans.get(id), "Invalid Usage Plan ID specified");
  }

  synchronized List<ApiKey> keys() {
    return List.copyOf(keys.values());
  }

  /**
   * Returns a key.
   *
   * @throws AwsError if there is none
   */
  synchronized ApiKey key(String id) {
    return found(keys.get(id), "Invalid API Key identifier specified");
  }

  /**
   * Adds a key, which is in no plan yet.
   *
   * @throws AwsError if there is one of this value, or there are as many as an account may have
   */
  synchronized ApiKey create(ApiKey key) {
    if (keys.size() >= KEYS_MAX) {
      throw new AwsError(429, "LimitExceededException", "Maximum API Keys limit reached");
    }
    if (idsByDigest.containsKey(digest(key.value()))) {
      throw new AwsError(409, "ConflictException", "API Key already exists");
    }
    put(key);
    return key;
  }

  /**
   * Puts another key in place of one, with the same id and value.
   *
   * @throws AwsError if there is none
   */
  synchronized ApiKey update(String id, UnaryOperator<ApiKey> change) {
    ApiKey changed = change.apply(key(id));
    keys.put(id, changed);
    return changed;
  }

  /**
   * Removes a key, and takes it from its plans.
   *
   * @throws AwsError if there is none
   */
  synchronized void delete(String id) {
    String _ = idsByDigest.remove(digest(key(id).value()));
    ApiKey _ = keys.remove(id);
    members.values().forEach(each -> each.remove(id));
  }

  /**
   * Puts a key into a plan, in which it has used nothing.
   *
   * @throws AwsError if there is no such plan or key, or the key is in a plan of the stage already
   */
  synchronized ApiKey add(String planId, String keyId) {
    UsagePlan plan = plan(planId);
    ApiKey key = key(keyId);
    boolean isThere = members.get(planId).containsKey(keyId);
    if (isThere || plan.opensStage() && usage(keyId).isPresent()) {
      throw new AwsError(
          409,
          "ConflictException",
          "Usage Plan Key could not be added: the API key is in a plan of the stage already");
    }
    join(planId, keyId);
    return key;
  }

  /** Returns the keys of a plan. */
  synchronized List<ApiKey> keysOf(String planId) {
    return members.get(plan(planId).id()).keySet().stream().map(keys::get).toList();
  }

  /**
   * Returns what a key has used of a plan.
   *
   * @throws AwsError if there is no such plan, or the key is not in it
   */
  synchronized KeyUsage usage(String planId, String keyId) {
    return found(members.get(plan(planId).id()).get(keyId), "Invalid API Key identifier specified");
  }

  private static <T> T found(@Nullable T found, String otherwise) {
    if (found == null) {
      throw new AwsError(404, "NotFoundException", otherwise);
    }
    return found;
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
