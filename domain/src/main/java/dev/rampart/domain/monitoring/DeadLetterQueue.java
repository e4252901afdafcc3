package dev.rampart.domain.monitoring;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

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

  /**
   * Returns when the oldest letter was sent; empty if there is none or not all are told, since one
   * of the others may be older.
   */
  public Optional<Instant> oldest() {
    return letters.size() < waiting
        ? Optional.empty()
        : letters.stream().map(DeadLetter::at).min(Comparator.naturalOrder());
  }
}
