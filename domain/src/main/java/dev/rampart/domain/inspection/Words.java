package dev.rampart.domain.inspection;

/**
 * An open-addressed table from the 64-bit hashes (FNV-1a) of lower-case words to kinds of token, so
 * that a look-up costs one probe and no text is built.
 */
final class Words {

  private static final long SEED = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private long[] hashes = new long[256];
  private short[] kinds = new short[256];
  private int size;

  static long seed() {
    return SEED;
  }

  /** Adds one lower-case character to a word's hash. */
  static long add(long hash, int c) {
    return (hash ^ c) * PRIME;
  }

  static long hash(String word) {
    long hash = SEED;
    for (int i = 0; i < word.length(); i++) {
      hash = add(hash, word.charAt(i));
    }
    return hash;
  }

  /** Returns the kind of the word with this hash, or 0. */
  int kind(long hash) {
    int mask = hashes.length - 1;
    int at = (int) (hash ^ (hash >>> 29)) & mask;
    while (kinds[at] != 0) {
      if (hashes[at] == hash) {
        return kinds[at];
      }
      at = (at + 1) & mask;
    }
    return 0;
  }

  /** Adds words that blanks stand between; a word that is there already keeps its kind. */
  void put(int kind, String words) {
    for (String word : words.split("\\s+", -1)) {
      if (!word.isEmpty()) {
        put(hash(word), kind);
      }
    }
  }

  /** Adds the words of another table. */
  void putAll(Words other) {
    for (int i = 0; i < other.kinds.length; i++) {
      if (other.kinds[i] != 0) {
        put(other.hashes[i], other.kinds[i]);
      }
    }
  }

  private void put(long hash, int kind) {
    if (kind(hash) != 0) {
      return;
    }
    if (3 * ++size > hashes.length) {
      long[] oldHashes = hashes;
      short[] oldKinds = kinds;
      hashes = new long[2 * oldHashes.length];
      kinds = new short[hashes.length];
      for (int i = 0; i < oldKinds.length; i++) {
        if (oldKinds[i] != 0) {
          place(oldHashes[i], oldKinds[i]);
        }
      }
    }
    place(hash, kind);
  }

  private void place(long hash, int kind) {
    int mask = hashes.length - 1;
    int at = (int) (hash ^ (hash >>> 29)) & mask;
    while (kinds[at] != 0) {
      at = (at + 1) & mask;
    }
    hashes[at] = hash;
    kinds[at] = (short) kind;
  }
}
