package dev.rampart.domain.submission;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.UUID;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes the id of a submission from its owner and idempotency key, so that the same request always
 * meets the same item: HMAC-SHA256 over both, laid out as a UUID of version 8. 122 bits of the hash
 * remain, and nobody without the secret can guess them.
 */
public record SubmissionIds(Supplier<Secret> secret) {
  /** Keeps this use of the secret apart from every other. */
  private static final byte[] PURPOSE =
      "rampart/submission-id/v1".getBytes(StandardCharsets.US_ASCII);

  private static final long VERSION_8 = 0x8000L;
  private static final long VARIANT_RFC = 0x8000_0000_0000_0000L;

  /** Returns the one id for this owner and key. */
  public SubmissionId of(Owner owner, IdempotencyKey key) {
    ByteBuffer hash = ByteBuffer.wrap(hash(owner, key));
    long high = (hash.getLong() & ~0xF000L) | VERSION_8;
    long low = (hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | VARIANT_RFC;
    return new SubmissionId(new UUID(high, low).toString());
  }

  private byte[] hash(Owner owner, IdempotencyKey key) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.get().bytes(), "HmacSHA256"));
      mac.update(PURPOSE);
      mac.update((byte) 0);
      mac.update(owner.sub().getBytes(StandardCharsets.US_ASCII));
      // An owner holds no NUL, so owner and key cannot run into each other.
      mac.update((byte) 0);
      return mac.doFinal(key.value().getBytes(StandardCharsets.US_ASCII));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }
}
