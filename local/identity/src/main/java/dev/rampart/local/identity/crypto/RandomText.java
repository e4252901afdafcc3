package dev.rampart.local.identity.crypto;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** Texts that nobody can guess. */
public final class RandomText {
  private static final SecureRandom RANDOM = new SecureRandom();

  private RandomText() {}

  /** Returns a text of so many random bytes, safe in URLs and cookies. */
  public static String of(int count) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(count));
  }

  /** Returns so many random bytes as hexadecimal digits. */
  public static String hex(int count) {
    return HexFormat.of().formatHex(bytes(count));
  }

  /** Returns so many random bytes. */
  public static byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    RANDOM.nextBytes(bytes);
    return bytes;
  }
}
