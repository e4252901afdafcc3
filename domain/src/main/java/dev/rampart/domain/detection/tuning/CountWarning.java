package dev.rampart.domain.detection.tuning;

import java.util.Arrays;
import java.util.List;

/** What a reader of the report has to know of its limits. */
enum CountWarning {
  /** Nothing says who is honest. */
  NOBODY_KNOWN_GOOD,
  /** Clients are estimated. */
  SAMPLED,
  /** Some paths and rules are put together. */
  PATHS_LEFT_OUT;

  /** Returns what applies. */
  static List<CountWarning> of(CountTable table) {
    return Arrays.stream(values()).filter(warning -> warning.applies(table)).toList();
  }

  private boolean applies(CountTable table) {
    return switch (this) {
      case NOBODY_KNOWN_GOOD -> table.sample().knownGood() == 0;
      case SAMPLED -> table.sample().clientsPerMember() > 1;
      case PATHS_LEFT_OUT -> table.isIncomplete();
    };
  }

  String text(CountTable table) {
    return switch (this) {
      case NOBODY_KNOWN_GOOD ->
          "no client is known good, so no suggestion spares one: none signed in or got an object of"
              + " its own, or the access log and the sign-in log of that time are missing";
      case SAMPLED ->
          "too many clients to tell all apart: their numbers are estimated from 1 in %d, and known"
                  .formatted(table.sample().clientsPerMember())
              + " good ones may be missed";
      case PATHS_LEFT_OUT ->
          "more than %d families of paths or %d rules: the others are put together"
              .formatted(CountTable.PATHS_MAX, CountTable.RULES_MAX);
    };
  }
}
