package dev.rampart.local.events;

import dev.rampart.local.protocol.AwsError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import software.amazon.event.ruler.JsonRuleCompiler;
import software.amazon.event.ruler.Ruler;

/** Event patterns, judged by AWS's own matcher. */
final class Patterns {
  /** EventBridge's limit, in characters. */
  private static final int CHARS_MAX = 4096;

  /** As long as an event of PutEvents may be. */
  private static final int EVENT_CHARS_MAX = 1_048_576;

  /** EventBridge's limit on what the {@code $or} of a pattern multiply out to, in combinations. */
  private static final int COMBINATIONS_MAX = 1000;

  private Patterns() {}

  /** Refuses a pattern that EventBridge would not take. */
  static void check(String pattern) {
    if (pattern.length() > CHARS_MAX) {
      throw new AwsError(
          "ValidationException", "EventPattern is longer than " + CHARS_MAX + " characters.");
    }
    fault(pattern)
        .ifPresent(
            fault -> {
              throw invalid(fault);
            });
  }

  /** Returns what the {@code $or} of a pattern that was checked multiply out to. */
  static long combinations(String pattern) {
    try {
      return Combinations.count(pattern, COMBINATIONS_MAX);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<String> fault(String pattern) {
    try {
      // Before the compiler, which keeps every combination in memory.
      if (Combinations.count(pattern, COMBINATIONS_MAX) > COMBINATIONS_MAX) {
        return Optional.of("its $or make more than " + COMBINATIONS_MAX + " combinations.");
      }
      // Not RuleCompiler: it refuses valid patterns with $or and with anything-but wildcard.
      return Optional.ofNullable(JsonRuleCompiler.check(pattern));
    } catch (IOException _) {
      return Optional.of("it is not JSON.");
    } catch (RuntimeException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  static boolean matches(String pattern, String event) {
    check(pattern);
    if (event.length() > EVENT_CHARS_MAX) {
      throw new AwsError(
          "ValidationException", "Event is longer than " + EVENT_CHARS_MAX + " characters.");
    }
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
