package dev.rampart.local.template;

/**
 * A text that can be read so often and no more: a regular expression may try more ways to match a
 * text than there is time for.
 */
public final class CountedText implements CharSequence {
  /** In characters read; a pattern without nested repetition reads each only some times. */
  public static final int READS_MAX = 200_000;

  private final String text;
  private int left;

  /**
   * A text that was not read yet.
   *
   * @param left how many characters of it may be read
   */
  public CountedText(String text, int left) {
    this.text = text;
    this.left = left;
  }

  /** Returns how many characters may still be read. */
  int left() {
    return left;
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public char charAt(int index) {
    if (--left < 0) {
      throw new ReadTooOften();
    }
    return text.charAt(index);
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return text.subSequence(start, end);
  }

  @Override
  public String toString() {
    return text;
  }

  /** Ends a match. */
  public static final class ReadTooOften extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
