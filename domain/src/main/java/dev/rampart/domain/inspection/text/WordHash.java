package dev.rampart.domain.inspection.text;

/**
 * The 64-bit hash of a lower-case word (FNV-1a: Fowler, Noll and Vo; RFC 9923), taken character by
 * character so that no string is built. Two words of the vocabulary never share one; that a word
 * from outside shares one with them by chance is about as likely as 2,000 in 2⁶⁴.
 */
public final class WordHash {

  private static final long SEED = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private WordHash() {}

  /** Returns the hash of the empty word. */
  public static long seed() {
    return SEED;
  }

  /** Returns the hash of a word that goes on with this character. */
  public static long add(long hash, int c) {
    return (hash ^ c) * PRIME;
  }

  /** Returns the hash of a whole word. */
  public static long of(String word) {
    long hash = SEED;
    for (int i = 0; i < word.length(); i++) {
      hash = add(hash, word.charAt(i));
    }
    return hash;
  }
}
