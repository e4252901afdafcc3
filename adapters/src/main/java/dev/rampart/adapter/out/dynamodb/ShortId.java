package dev.rampart.adapter.out.dynamodb;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import software.amazon.awssdk.core.SdkBytes;

/**
 * Six bytes for an id. Among the 64 ids of one set two meet by chance once in 10^11 sets; meeting
 * on purpose takes 2^47 tries and hides one signal from the one who tried.
 */
final class ShortId {
  private static final int BYTES = 6;

  private ShortId() {}

  static SdkBytes of(String id) {
    try {
      var hash = MessageDigest.getInstance("SHA-256").digest(id.getBytes(UTF_8));
      return SdkBytes.fromByteArray(Arrays.copyOf(hash, BYTES));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
