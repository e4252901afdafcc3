package dev.rampart.local.identity.crypto;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Locale;

/** One-time codes from the time (RFC 6238): six digits, SHA-1, steps of 30 seconds. */
public final class TotpCode {
  /** How long one code stands, in seconds. */
  public static final int STEP_SECONDS = 30;

  private static final int MODULUS = 1_000_000;

  private TotpCode() {}

  /** Returns the number of the time step of a moment. */
  public static long step(Instant moment) {
    return Math.floorDiv(moment.getEpochSecond(), STEP_SECONDS);
  }

  /**
   * Returns the code of a time step.
   *
   * @param secret in base32, as an authenticator app takes it
   * @throws IllegalArgumentException if the secret is not base32
   */
  public static String ofStep(String secret, long step) {
    byte[] moment = ByteBuffer.allocate(Long.BYTES).putLong(step).array();
    byte[] hash = Hashes.hmac("HmacSHA1", Base32.decode(secret), moment);
    int offset = hash[hash.length - 1] & 0x0f;
    int number = ByteBuffer.wrap(hash).getInt(offset) & Integer.MAX_VALUE;
    return String.format(Locale.ROOT, "%06d", number % MODULUS);
  }

  /** Returns a new secret for an authenticator app: 160 bits in base32. */
  public static String newSecret() {
    return Base32.encode(RandomText.bytes(20));
  }
}
