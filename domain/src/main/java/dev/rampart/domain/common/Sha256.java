package dev.rampart.domain.common;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The hash function SHA-256, of texts in UTF-8. */
public final class Sha256 {

  private static final int SHORT_HEX_LENGTH = 16;

  private Sha256() {}

  /** Returns the 32 bytes of the hash of a text. */
  public static byte[] hash(String text) {
    return hash(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Returns the 32 bytes of the hash of some bytes. */
  public static byte[] hash(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Returns the hash of a text in 64 hexadecimal digits of lower case. */
  public static String hex(String text) {
    return HexFormat.of().formatHex(hash(text));
  }

  /**
   * Returns the first 64 bits of the hash in 16 hexadecimal digits. They stand for a text that must
   * not be shown, so that equal texts can be recognised.
   */
  public static String shortHex(String text) {
    return hex(text).substring(0, SHORT_HEX_LENGTH);
  }
}
