package dev.rampart.local.identity.token;

import dev.rampart.local.identity.crypto.Hashes;
import dev.rampart.local.identity.crypto.RandomText;
import dev.rampart.local.identity.store.BlobStore;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * Makes refresh tokens. Each names its session and carries a tag that only this pool can make. So a
 * token that was replaced long ago is still known as one of its session, though nothing is kept of
 * it.
 */
final class RefreshTokens {
  private static final int KEY_BYTES = 32;
  private static final int SESSION_BYTES = 2 * Long.BYTES;
  private static final int RANDOM_BYTES = 24;
  private static final int TAG_BYTES = 16;
  private static final int CONTENT_BYTES = SESSION_BYTES + RANDOM_BYTES;

  private final byte[] key;

  RefreshTokens(BlobStore store) {
    this.key = store.readOrCreate("refresh.key", () -> RandomText.bytes(KEY_BYTES));
  }

  /** Returns a new token of a session. */
  String next(String originJti) {
    UUID session = UUID.fromString(originJti);
    byte[] content =
        ByteBuffer.allocate(CONTENT_BYTES)
            .putLong(session.getMostSignificantBits())
            .putLong(session.getLeastSignificantBits())
            .put(RandomText.bytes(RANDOM_BYTES))
            .array();
    byte[] token =
        ByteBuffer.allocate(CONTENT_BYTES + TAG_BYTES).put(content).put(tag(content)).array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
  }

  /** Returns the session that a token names; empty if this pool never made the token. */
  Optional<String> originJti(String token) {
    byte[] bytes = decoded(token);
    if (bytes.length != CONTENT_BYTES + TAG_BYTES) {
      return Optional.empty();
    }
    byte[] content = Arrays.copyOf(bytes, CONTENT_BYTES);
    byte[] tag = Arrays.copyOfRange(bytes, CONTENT_BYTES, bytes.length);
    ByteBuffer session = ByteBuffer.wrap(content);
    return MessageDigest.isEqual(tag, tag(content))
        ? Optional.of(new UUID(session.getLong(), session.getLong()).toString())
        : Optional.empty();
  }

  private byte[] tag(byte[] content) {
    return Arrays.copyOf(Hashes.hmacSha256(key, content), TAG_BYTES);
  }

  private static byte[] decoded(String token) {
    try {
      return Base64.getUrlDecoder().decode(token);
    } catch (IllegalArgumentException _) {
      return new byte[0];
    }
  }
}
