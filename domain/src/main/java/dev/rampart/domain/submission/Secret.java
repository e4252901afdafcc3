package dev.rampart.domain.submission;

import java.security.MessageDigest;
import java.util.Arrays;

/** Key material. Shows itself to nobody; compares by content in constant time. */
public final class Secret {
  /** As many bytes as HMAC-SHA256 gives. */
  public static final int BYTES_MIN = 32;

  private final byte[] bytes;

  /**
   * Copies the material.
   *
   * @throws IllegalArgumentException for less than {@value #BYTES_MIN} bytes
   */
  public Secret(byte[] bytes) {
    if (bytes.length < BYTES_MIN) {
      throw new IllegalArgumentException("a secret has at least " + BYTES_MIN + " bytes");
    }
    this.bytes = bytes.clone();
  }

  /** Returns a copy of the material. */
  public byte[] bytes() {
    return bytes.clone();
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
