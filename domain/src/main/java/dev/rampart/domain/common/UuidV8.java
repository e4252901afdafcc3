package dev.rampart.domain.common;

import java.nio.ByteBuffer;
import java.util.UUID;

/**
 * UUIDs of version 8 (RFC 9562, section 5.8), whose 122 free bits come from a hash: whoever hashes
 * the same facts gets the same id.
 */
public final class UuidV8 {

  private static final int LENGTH = 36;
  private static final long VERSION_MASK = 0xF000L;
  private static final long VERSION_8 = 0x8000L;
  private static final long VARIANT_MASK = 0xC000_0000_0000_0000L;
  private static final long VARIANT_RFC = 0x8000_0000_0000_0000L;

  private UuidV8() {}

  /**
   * Returns the first 128 bits of a hash as a UUID in lower case; version and variant replace six
   * of them.
   *
   * @param hash at least 16 bytes
   */
  public static String of(byte[] hash) {
    ByteBuffer bits = ByteBuffer.wrap(hash);
    long high = (bits.getLong() & ~VERSION_MASK) | VERSION_8;
    long low = (bits.getLong() & ~VARIANT_MASK) | VARIANT_RFC;
    return new UUID(high, low).toString();
  }

  /** Returns whether a text is a UUID of version 8, in lower case. */
  public static boolean isValid(String text) {
    if (text.length() != LENGTH || text.charAt(14) != '8' || "89ab".indexOf(text.charAt(19)) < 0) {
      return false;
    }
    for (int i = 0; i < LENGTH; i++) {
      boolean hyphen = i == 8 || i == 13 || i == 18 || i == 23;
      char c = text.charAt(i);
      if (hyphen ? c != '-' : !Ascii.isLowerCaseHexDigit(c)) {
        return false;
      }
    }
    return true;
  }
}
