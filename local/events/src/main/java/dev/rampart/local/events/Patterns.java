package dev.rampart.local.events;

import dev.rampart.local.protocol.AwsError;
import software.amazon.event.ruler.JsonRuleCompiler;
import software.amazon.event.ruler.Ruler;

/** Event patterns, judged by AWS's own matcher. */
final class Patterns {
  private Patterns() {}

  /** Refuses a pattern that EventBridge would not take. */
  static void check(String pattern) {
    String fault;
    try {
      // Not RuleCompiler: it refuses valid patterns with $or and with anything-but wildcard.
      fault = JsonRuleCompiler.check(pattern);
    } catch (RuntimeException e) {
      fault = String.valueOf(e.getMessage());
    }
    if (fault != null) {
      throw invalid(fault);
    }
  }

  static boolean matches(String pattern, String event) {
    check(pattern);
    try {
      return Ruler.matchesRule(event, pattern);
    } catch (Exception e) { // The matcher declares no less.
      throw invalid(String.valueOf(e.getMessage()));
    }
  }

  private static AwsError invalid(String reason) {
    return new AwsError(
        "InvalidEventPatternException", "Event pattern is not valid. Reason: " + reason);
  }
}
