package dev.rampart.domain.submission;

import dev.rampart.domain.common.IdempotencyKey;
import dev.rampart.domain.common.Secret;
import dev.rampart.domain.common.UuidV8;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/**
 * Derives the id of a submission from its owner and idempotency key, so that the same request
 * always finds the same item: HMAC-SHA256 over both, laid out as a UUID of version 8. 122 bits of
 * the hash remain, and nobody without the secret can guess them.
 */
public record SubmissionIds(Supplier<Secret> secret) {
  private static final String PURPOSE = "rampart/submission-id/v1";

  /** Returns the one id for this owner and key. */
  public SubmissionId of(Owner owner, IdempotencyKey key) {
    // An owner holds no NUL, so owner and key cannot run into each other.
    byte[] hash =
        secret
            .get()
            .hmac(
                PURPOSE,
                owner.sub().getBytes(StandardCharsets.US_ASCII),
                key.value().getBytes(StandardCharsets.US_ASCII));
    return new SubmissionId(UuidV8.of(hash));
  }
}
