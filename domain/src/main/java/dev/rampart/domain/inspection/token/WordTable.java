package dev.rampart.domain.inspection.token;

import dev.rampart.domain.inspection.text.WordHash;

/**
 * An open-addressed table from the {@link WordHash hashes} of words to kinds of token, so that a
 * look-up costs one probe and no string is built.
 */
final class WordTable {

  private long[] hashes = new long[256];
  private short[] kinds = new short[256];
  private int size;

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
        put(WordHash.of(word), kind);
      }
    }
  }

  /** Adds the words of another table. */
  void putAll(WordTable other) {
    other.forEach(0, (_, hash, kind) -> put(hash, kind));
  }

  /** Hands every word to the visitor. */
  void forEach(int table, Vocabulary.WordVisitor visitor) {
    for (int i = 0; i < kinds.length; i++) {
      if (kinds[i] != 0) {
        visitor.visit(table, hashes[i], kinds[i]);
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
