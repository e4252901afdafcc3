package dev.rampart.local.firewall.statement;

import java.util.Map;

/**
 * A rate-based statement that has acted.
 *
 * @param limitKey what it aggregates by, in the words of the log
 * @param values the custom keys with their values, as far as there are any
 */
public record RateFinding(
    String limitKey, int limit, int windowSeconds, String limitValue, Map<String, String> values) {
  public RateFinding {
    values = Map.copyOf(values);
  }
}
