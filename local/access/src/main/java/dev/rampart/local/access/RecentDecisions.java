package dev.rampart.local.access;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * What services were answered within the present second. Conditions know the time by the second, so
 * the same question has the same answer until the next one: a flood of events asks its policies
 * once a second, and not for each event. Safe for use by many threads.
 */
final class RecentDecisions {
  /** Questions of one second that are kept; a template with a hundred resources has fewer. */
  private static final int QUESTIONS_MAX = 1000;

  /**
   * What a service asks.
   *
   * @param sourceArn of the resource that it acts for
   * @param resource that it wants to use
   */
  record Question(String service, String sourceArn, List<String> actions, String resource) {}

  /** The answers of one second. */
  private record Second(long number, Map<Question, Optional<String>> answers) {}

  private final InstantSource clock;
  private volatile Second second;

  RecentDecisions(InstantSource clock) {
    this.clock = clock;
    this.second = new Second(clock.instant().getEpochSecond(), new ConcurrentHashMap<>());
  }

  /** Returns the answer of this second, or the one that is found now. */
  Optional<String> answer(Question question, Supplier<Optional<String>> decide) {
    Map<Question, Optional<String>> answers = now().answers();
    Optional<String> known = answers.get(question);
    if (known != null) {
      return known;
    }
    Optional<String> found = decide.get();
    if (answers.size() < QUESTIONS_MAX) {
      answers.put(question, found);
    }
    return found;
  }

  private Second now() {
    long number = clock.instant().getEpochSecond();
    Second present = second;
    if (present.number() != number) {
      present = new Second(number, new ConcurrentHashMap<>());
      second = present;
    }
    return present;
  }
}
