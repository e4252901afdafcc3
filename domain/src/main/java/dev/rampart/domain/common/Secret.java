package dev.rampart.domain.common;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A key that authenticates messages. It never shows itself, and is compared in constant time. */
public final class Secret {
  /** The length of an HMAC-SHA256. */
  public static final int BYTES_MIN = 32;

  private static final String ALGORITHM = "HmacSHA256";

  private final byte[] bytes;

  /**
   * Copies the key.
   *
   * @throws IllegalArgumentException if it has less than {@value #BYTES_MIN} bytes
   */
  public Secret(byte[] bytes) {
    if (bytes.length < BYTES_MIN) {
      throw new IllegalArgumentException("a secret has at least " + BYTES_MIN + " bytes");
    }
    this.bytes = bytes.clone();
  }

  /**
   * Returns the HMAC-SHA256 of a purpose and some parts, each after a NUL. The purpose keeps one
   * use of the secret apart from every other.
   *
   * @param purpose in ASCII
   * @param parts without NUL, but for the last, so that they cannot run into each other
   */
  public byte[] hmac(String purpose, byte[]... parts) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(bytes, ALGORITHM));
      mac.update(purpose.getBytes(StandardCharsets.US_ASCII));
      for (byte[] part : parts) {
        mac.update((byte) 0);
        mac.update(part);
      }
      return mac.doFinal();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Secret that && MessageDigest.isEqual(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return "***";
  }
}
