package dev.rampart.local.firewall.statement;

import dev.rampart.local.firewall.request.ByteText;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Matches the requests of a group that come too fast. Every request that the statement sees counts,
 * also those that it matches.
 */
final class RateLimit implements RuleStatement {
  /** A longer key is counted by its digest, so that clients do not choose how much is kept. */
  private static final int KEY_CHARS_MAX = 64;

  private final String limitKey;
  private final List<RateKey> keys;
  private final int limit;
  private final int windowSeconds;
  private final Optional<RuleStatement> scopeDown;
  private final RateCounter counter;

  /**
   * Makes a statement.
   *
   * @param limitKey what it aggregates by, in the words of the log
   * @param keys none to count all requests together
   * @param scopeDown which requests are counted; empty for all
   */
  RateLimit(
      String limitKey,
      List<RateKey> keys,
      int limit,
      int windowSeconds,
      Optional<RuleStatement> scopeDown) {
    this.limitKey = limitKey;
    this.keys = List.copyOf(keys);
    this.limit = limit;
    this.windowSeconds = windowSeconds;
    this.scopeDown = scopeDown;
    this.counter = new RateCounter(windowSeconds);
  }

  @Override
  public boolean matches(RequestEvaluation evaluation) {
    if (!scopeDown.map(statement -> statement.matches(evaluation)).orElse(true)) {
      return false;
    }
    Map<String, String> values = new LinkedHashMap<>();
    for (RateKey key : keys) {
      Optional<String> value = key.value().apply(evaluation);
      if (value.isEmpty()) {
        return false;
      }
      values.put(key.name(), value.get());
    }
    boolean matches = counter.add(bounded(key(values.values())), evaluation.now()) > limit;
    if (matches) {
      evaluation.found(finding(values));
    }
    return matches;
  }

  private RateFinding finding(Map<String, String> values) {
    boolean isCustom = limitKey.equals("CUSTOMKEYS");
    String value = isCustom ? "" : values.values().stream().findFirst().orElse("");
    return new RateFinding(limitKey, limit, windowSeconds, value, isCustom ? values : Map.of());
  }

  /** Joins values so that no two lists of them give the same. */
  private static String key(Collection<String> values) {
    StringBuilder key = new StringBuilder();
    values.forEach(value -> key.append(value.length()).append(':').append(value));
    return key.toString();
  }

  private static String bounded(String key) {
    if (key.length() <= KEY_CHARS_MAX) {
      return key;
    }
    try {
      byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
      return ByteText.of(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  @Override
  public int capacity() {
    int custom = limitKey.equals("CUSTOMKEYS") ? RateKey.CAPACITY * keys.size() : 0;
    return 2 + custom + scopeDown.map(RuleStatement::capacity).orElse(0);
  }
}
