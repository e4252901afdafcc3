package dev.rampart.domain.detection;

import java.util.Optional;

/** Names one signal; a repeated delivery carries the same id. */
public record SignalId(String text) {
  /** Longest id, in characters. */
  public static final int LENGTH_MAX = 128;

  public SignalId {
    if (!wellFormed(text)) {
      throw new IllegalArgumentException("a signal id is 1 to 128 visible ASCII characters");
    }
  }

  /** Reads an id that came from outside; empty where it is not well formed. */
  public static Optional<SignalId> parse(String text) {
    return wellFormed(text) ? Optional.of(new SignalId(text)) : Optional.empty();
  }

  /**
   * Makes the id from what names the occurrence: the observer, the unique id of the request, and
   * whatever tells two signals about that request apart.
   */
  public static SignalId derive(String observer, String requestId, String... more) {
    String[] parts = new String[more.length + 2];
    parts[0] = observer;
    parts[1] = requestId;
    System.arraycopy(more, 0, parts, 2, more.length);
    return new SignalId(StableId.of(parts));
  }

  private static boolean wellFormed(String text) {
    return !text.isEmpty()
        && text.length() <= LENGTH_MAX
        && text.chars().allMatch(c -> c > ' ' && c < 0x7f);
  }
}
