package dev.rampart.local.events.bus;

import dev.rampart.local.protocol.AwsError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
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

  /**
   * How many states the wildcards of a field may have at once. EventBridge has such a limit and
   * does not publish it; this one takes a wildcard with a dozen stars.
   */
  private static final int STATES_MAX = 25;

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

  /** Returns a pattern that was checked, for events that are no replays. */
  static String withoutReplays(String pattern) {
    // As text: a tree would drop the first of two members with one name.
    String members = pattern.strip().substring(1).strip();
    return "{\"replay-name\":[{\"exists\":false}]" + (members.equals("}") ? "" : ",") + members;
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
      Optional<String> fault = Optional.ofNullable(JsonRuleCompiler.check(pattern));
      return fault.isPresent() || cost(pattern).states() <= STATES_MAX
          ? fault
          : Optional.of("its wildcards are too complex; use fewer of them.");
    } catch (IOException _) {
      return Optional.of("it is not JSON.");
    } catch (RuntimeException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  /** Returns what a pattern that was checked may cost. */
  static PatternCost cost(String pattern) {
    try {
      return PatternCost.of(pattern, Combinations.count(pattern, COMBINATIONS_MAX));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static boolean matches(String pattern, String event) {
    check(pattern);
    if (event.length() > EVENT_CHARS_MAX) {
      throw new AwsError(
          "ValidationException", "Event is longer than " + EVENT_CHARS_MAX + " characters.");
    }
    try {
      new MatchingBudget().spend(MatchingWork.of(PatternCosts.of(List.of(cost(pattern))), event));
      return Ruler.matchesRule(event, pattern);
    } catch (AwsError e) {
      throw e;
    } catch (Exception e) { // The matcher declares no less.
      throw invalid(String.valueOf(e.getMessage()));
    }
  }

  private static AwsError invalid(String reason) {
    return new AwsError(
        "InvalidEventPatternException", "Event pattern is not valid. Reason: " + reason);
  }
}
