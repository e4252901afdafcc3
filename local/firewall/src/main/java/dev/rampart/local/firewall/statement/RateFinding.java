package dev.rampart.local.firewall.statement;

import java.util.List;

/**
 * A rate-based statement that has acted.
 *
 * @param limitKey what it aggregates by, in the words of the log
 * @param values the custom keys with their values, as far as there are any
 */
public record RateFinding(
    String limitKey, int limit, int windowSeconds, String limitValue, List<KeyValue> values) {
  public RateFinding {
    values = List.copyOf(values);
  }

  /**
   * One custom key of a request.
   *
   * @param key what the log calls it; for a named part of a request a colon and its name follow
   */
  public record KeyValue(String key, String value) {}
}
