package dev.rampart.domain.common;

import java.nio.ByteBuffer;

/**
 * SipHash-2-4 (Aumasson and Bernstein, 2012) over the UTF-16 units of a text: a fast hash whose
 * values nobody can aim at without its key.
 */
public final class KeyedHash {
  private static final int UNITS_PER_WORD = 4;
  private static final int UNIT_BITS = 16;
  private static final int LENGTH_SHIFT = 56;

  private final long key0;
  private final long key1;

  /** Hashes with a key of 128 bits. */
  public KeyedHash(long key0, long key1) {
    this.key0 = key0;
    this.key1 = key1;
  }

  /** Returns a hash with the key that a secret text stands for. */
  public static KeyedHash of(String secret) {
    ByteBuffer bytes = ByteBuffer.wrap(Sha256.hash(secret));
    return new KeyedHash(bytes.getLong(), bytes.getLong());
  }

  /** Returns 64 bits that depend on every character of a text and on the key. */
  public long hash(String text) {
    long v0 = key0 ^ 0x736f6d6570736575L;
    long v1 = key1 ^ 0x646f72616e646f6dL;
    long v2 = key0 ^ 0x6c7967656e657261L;
    long v3 = key1 ^ 0x7465646279746573L;
    int whole = text.length() / UNITS_PER_WORD;
    for (int word = 0; word <= whole + 1; word++) {
      // The last word holds what is left and the length; one more with nothing finishes.
      long m = word <= whole ? word(text, word, whole) : 0;
      v3 ^= m;
      v2 ^= word > whole ? 0xff : 0;
      int rounds = word > whole ? 4 : 2;
      for (int round = 0; round < rounds; round++) {
        v0 += v1;
        v1 = Long.rotateLeft(v1, 13) ^ v0;
        v0 = Long.rotateLeft(v0, 32);
        v2 += v3;
        v3 = Long.rotateLeft(v3, 16) ^ v2;
        v0 += v3;
        v3 = Long.rotateLeft(v3, 21) ^ v0;
        v2 += v1;
        v1 = Long.rotateLeft(v1, 17) ^ v2;
        v2 = Long.rotateLeft(v2, 32);
      }
      v0 ^= m;
    }
    return v0 ^ v1 ^ v2 ^ v3;
  }

  private static long word(String text, int word, int whole) {
    long m = word == whole ? (long) text.length() << LENGTH_SHIFT : 0;
    int from = word * UNITS_PER_WORD;
    int to = word == whole ? text.length() : from + UNITS_PER_WORD;
    for (int i = from; i < to; i++) {
      m |= (long) text.charAt(i) << (UNIT_BITS * (i - from));
    }
    return m;
  }
}
