package dev.rampart.adapter.in.apigateway;

import dev.rampart.domain.submission.Position;
import dev.rampart.domain.submission.Secret;
import dev.rampart.domain.submission.SubmissionId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Where the next page of a list starts, as a text that only this API can make: version, expiry and
 * position under an HMAC, which also covers the list, its filter and the caller.
 */
record Cursor(Supplier<Secret> secret, InstantSource clock) {

  /** How long a client may wait before it asks for the next page. */
  static final Duration LIFETIME = Duration.ofHours(1);

  private static final byte[] PURPOSE = "rampart/cursor/v1".getBytes(StandardCharsets.US_ASCII);
  private static final byte VERSION = 1;
  private static final int POSITION_BYTES = 1 + 8 + 8 + 16;

  /** Cut so that position and tag are a multiple of three bytes: no spare bits in the Base64. */
  private static final int TAG_BYTES = 18;

  private static final int CHARS = (POSITION_BYTES + TAG_BYTES) * 4 / 3;

  /** Returns the cursor for what follows this position; {@code list} names list and filter. */
  String write(Position next, String list, Caller caller) {
    var id = UUID.fromString(next.id().value());
    var position =
        ByteBuffer.allocate(POSITION_BYTES)
            .put(VERSION)
            .putLong(clock.instant().plus(LIFETIME).getEpochSecond())
            .putLong(next.receivedAt().toEpochMilli())
            .putLong(id.getMostSignificantBits())
            .putLong(id.getLeastSignificantBits())
            .array();
    var whole =
        ByteBuffer.allocate(POSITION_BYTES + TAG_BYTES)
            .put(position)
            .put(tag(position, list, caller))
            .array();
    return Base64.getUrlEncoder().encodeToString(whole);
  }

  /** Returns the position in a cursor; empty where it is not one for this list and caller, now. */
  Optional<Position> read(String cursor, String list, Caller caller) {
    if (cursor.length() != CHARS) {
      return Optional.empty();
    }
    byte[] whole;
    try {
      whole = Base64.getUrlDecoder().decode(cursor);
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
    if (whole.length != POSITION_BYTES + TAG_BYTES) {
      return Optional.empty();
    }
    var position = Arrays.copyOf(whole, POSITION_BYTES);
    var tag = Arrays.copyOfRange(whole, POSITION_BYTES, whole.length);
    return MessageDigest.isEqual(tag, tag(position, list, caller))
        ? position(ByteBuffer.wrap(position))
        : Optional.empty();
  }

  private Optional<Position> position(ByteBuffer bytes) {
    var version = bytes.get();
    var expiry = Instant.ofEpochSecond(bytes.getLong());
    var receivedAt = Instant.ofEpochMilli(bytes.getLong());
    var id = new SubmissionId(new UUID(bytes.getLong(), bytes.getLong()).toString());
    return version == VERSION && clock.instant().isBefore(expiry)
        ? Optional.of(new Position(receivedAt, id))
        : Optional.empty();
  }

  private byte[] tag(byte[] position, String list, Caller caller) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.get().bytes(), "HmacSHA256"));
      mac.update(PURPOSE);
      // Neither a subject nor the name of a list holds NUL, so the parts cannot run together.
      for (var part : new String[] {list, caller.subject()}) {
        mac.update((byte) 0);
        mac.update(part.getBytes(StandardCharsets.UTF_8));
      }
      mac.update((byte) 0);
      return Arrays.copyOf(mac.doFinal(position), TAG_BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }
}
