package dev.rampart.domain.detection.signal;

import dev.rampart.domain.common.StableId;
import java.util.Optional;

/** The id of a signal; a repeated delivery carries the same id. */
public record SignalId(String text) {
  /** Longest id, in characters. */
  public static final int LENGTH_MAX = 128;

  public SignalId {
    if (!wellFormed(text)) {
      throw new IllegalArgumentException("a signal id is 1 to 128 visible ASCII characters");
    }
  }

  /** Returns the id in a text from outside; empty if it is not well formed. */
  public static Optional<SignalId> parse(String text) {
    return wellFormed(text) ? Optional.of(new SignalId(text)) : Optional.empty();
  }

  /**
   * Returns the id derived from the observer, the unique id of the request, and whatever
   * distinguishes two signals about that request.
   */
  public static SignalId derive(String observer, String requestId, String... more) {
    String[] parts = new String[more.length + 2];
    parts[0] = observer;
    parts[1] = requestId;
    System.arraycopy(more, 0, parts, 2, more.length);
    return new SignalId(StableId.of(parts));
  }

  private static boolean wellFormed(String text) {
    if (text.isEmpty() || text.length() > LENGTH_MAX) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) <= ' ' || text.charAt(i) >= 0x7f) {
        return false;
      }
    }
    return true;
  }
}
