package dev.rampart.local.firewall.statement;

import dev.rampart.local.firewall.request.ByteText;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
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
    List<RateFinding.KeyValue> values = new ArrayList<>();
    for (RateKey key : keys) {
      Optional<String> value = key.value().apply(evaluation);
      if (value.isEmpty()) {
        return false;
      }
      values.add(new RateFinding.KeyValue(key.name(), value.get()));
    }
    boolean matches = counter.add(bounded(key(values)), evaluation.now()) > limit;
    if (matches) {
      evaluation.found(finding(values));
    }
    return matches;
  }

  private RateFinding finding(List<RateFinding.KeyValue> values) {
    boolean isCustom = limitKey.equals("CUSTOMKEYS");
    String value = isCustom || values.isEmpty() ? "" : values.getFirst().value();
    return new RateFinding(limitKey, limit, windowSeconds, value, isCustom ? values : List.of());
  }

  /** Joins values so that no two lists of them give the same. */
  private static String key(List<RateFinding.KeyValue> values) {
    StringBuilder key = new StringBuilder();
    values.forEach(each -> key.append(each.value().length()).append(':').append(each.value()));
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
