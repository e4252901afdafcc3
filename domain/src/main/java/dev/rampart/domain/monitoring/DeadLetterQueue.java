package dev.rampart.domain.monitoring;

import java.util.List;

/**
 * What lies in a dead-letter queue.
 *
 * @param waiting how many messages there are, approximately
 * @param letters some of them, {@link #LETTERS_MAX} at most, in any order
 */
public record DeadLetterQueue(String name, long waiting, List<DeadLetter> letters) {
  /** Most messages that are told one by one. */
  public static final int LETTERS_MAX = 20;

  public DeadLetterQueue {
    letters = List.copyOf(letters);
    if (letters.size() > LETTERS_MAX) {
      throw new IllegalArgumentException("at most 20 letters of a queue are told");
    }
  }
}
