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
  private final Map<String, UsedPlan> plans = new LinkedHashMap<>();
  private final Map<String, ApiKey> keys = new LinkedHashMap<>();
  private final Map<String, String> idsByDigest = new LinkedHashMap<>();

  private UsagePlans(InstantSource clock) {
    this.clock = clock;
  }

  /** A plan, and what each of its keys has used of it. */
  private record UsedPlan(UsagePlan plan, Map<String, KeyUsage> keys) {}

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
      usage.plans.put(plan.id(), new UsedPlan(plan, new LinkedHashMap<>()));
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
    settings.members().forEach(member -> usage.join(usage.used(member.planId()), member.keyId()));
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

  private void join(UsedPlan used, String keyId) {
    KeyUsage _ = used.keys().put(keyId, new KeyUsage(used.plan(), clock.instant()));
  }

  private UsedPlan used(String planId) {
    return found(plans.get(planId), "Invalid Usage Plan ID specified");
  }

  /**
   * Returns the id of the key with a value, if it is enabled and in a plan of the stage ("Choose an
   * API key source": a key without such a plan is of no use).
   */
  synchronized Optional<String> open(String value) {
    return Optional.ofNullable(idsByDigest.get(digest(value)))
        .filter(id -> key(id).enabled() && usage(id).isPresent());
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
        .filter(used -> used.plan().opensStage())
        .flatMap(used -> Optional.ofNullable(used.keys().get(keyId)).stream())
        .findFirst();
  }

  synchronized List<UsagePlan> plans() {
    return plans.values().stream().map(UsedPlan::plan).toList();
  }

  /**
   * Returns a plan.
   *
   * @throws AwsError if there is none
   */
  synchronized UsagePlan plan(String id) {
    return used(id).plan();
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
    plans.values().forEach(used -> used.keys().remove(id));
  }

  /**
   * Puts a key into a plan, in which it has used nothing.
   *
   * @throws AwsError if there is no such plan or key, or the key is in a plan of the stage already
   */
  synchronized ApiKey add(String planId, String keyId) {
    UsedPlan used = used(planId);
    ApiKey key = key(keyId);
    boolean isElsewhere = used.plan().opensStage() && usage(keyId).isPresent();
    if (used.keys().containsKey(keyId) || isElsewhere) {
      throw new AwsError(
          409,
          "ConflictException",
          "Usage Plan Key could not be added: the API key is in a plan of the stage already");
    }
    join(used, keyId);
    return key;
  }

  /** Returns the keys of a plan. */
  synchronized List<ApiKey> keysOf(String planId) {
    return used(planId).keys().keySet().stream().map(this::key).toList();
  }

  /**
   * Returns what a key has used of a plan.
   *
   * @throws AwsError if there is no such plan, or the key is not in it
   */
  synchronized KeyUsage usage(String planId, String keyId) {
    return found(used(planId).keys().get(keyId), "Invalid API Key identifier specified");
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
