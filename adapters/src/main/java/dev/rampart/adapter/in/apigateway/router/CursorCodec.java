package dev.rampart.adapter.in.apigateway.router;

import dev.rampart.domain.common.Secret;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Writes and reads cursors: texts that say where the next page of a list starts, and that only this
 * API can make. A cursor holds version, expiry and position under an HMAC, which also covers the
 * list, its filter and the caller.
 *
 * @param format how positions are laid out
 * @param secret is asked for when a cursor is first written or read
 */
public record CursorCodec<T>(
    PositionFormat<T> format, Supplier<Secret> secret, InstantSource clock) {

  /** How long a client may wait before it asks for the next page. */
  private static final Duration LIFETIME = Duration.ofHours(1);

  private static final String PURPOSE = "rampart/cursor/v1";
  private static final byte VERSION = 1;
  private static final int HEADER_BYTES = 1 + 8;
  private static final int TAG_BYTES = 18;

  /** How positions of a list are laid out in the bytes of a cursor. */
  public interface PositionFormat<T> {

    /** Returns the length of every position, in bytes; a multiple of three. */
    int sizeBytes();

    /** Appends a position to a buffer that has room for it. */
    void write(T position, ByteBuffer out);

    /** Returns the position that {@link #write} wrote. */
    T read(ByteBuffer in);
  }

  /**
   * Checks the format.
   *
   * @throws IllegalArgumentException if cursors had spare bits in their Base64: then several texts
   *     would be one cursor
   */
  public CursorCodec {
    if (format.sizeBytes() % 3 != 0) {
      throw new IllegalArgumentException("the size of a position is a multiple of three bytes");
    }
  }

  /** Returns the cursor for what follows a position; {@code list} names list and filter. */
  public String write(T position, String list, Caller caller) {
    ByteBuffer signed =
        ByteBuffer.allocate(signedBytes())
            .put(VERSION)
            .putLong(clock.instant().plus(LIFETIME).getEpochSecond());
    format.write(position, signed);
    byte[] whole =
        ByteBuffer.allocate(signedBytes() + TAG_BYTES)
            .put(signed.array())
            .put(tag(signed.array(), list, caller))
            .array();
    return Base64.getUrlEncoder().encodeToString(whole);
  }

  /** Returns the position in a cursor; empty if it is not one for this list and caller, now. */
  Optional<T> read(String cursor, String list, Caller caller) {
    if (cursor.length() != (signedBytes() + TAG_BYTES) * 4 / 3) {
      return Optional.empty();
    }
    byte[] whole;
    try {
      whole = Base64.getUrlDecoder().decode(cursor);
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
    if (whole.length != signedBytes() + TAG_BYTES) {
      return Optional.empty();
    }
    byte[] signed = Arrays.copyOf(whole, signedBytes());
    byte[] tag = Arrays.copyOfRange(whole, signedBytes(), whole.length);
    return MessageDigest.isEqual(tag, tag(signed, list, caller))
        ? position(ByteBuffer.wrap(signed))
        : Optional.empty();
  }

  private int signedBytes() {
    return HEADER_BYTES + format.sizeBytes();
  }

  private Optional<T> position(ByteBuffer bytes) {
    byte version = bytes.get();
    Instant expiry = Instant.ofEpochSecond(bytes.getLong());
    return version == VERSION && clock.instant().isBefore(expiry)
        ? Optional.of(format.read(bytes))
        : Optional.empty();
  }

  /** Neither the name of a list nor a subject holds NUL, so the parts cannot run together. */
  private byte[] tag(byte[] signed, String list, Caller caller) {
    byte[] whole =
        secret
            .get()
            .hmac(
                PURPOSE,
                list.getBytes(StandardCharsets.UTF_8),
                caller.subject().getBytes(StandardCharsets.UTF_8),
                signed);
    return Arrays.copyOf(whole, TAG_BYTES);
  }
}
