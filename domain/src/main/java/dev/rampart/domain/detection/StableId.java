package dev.rampart.domain.detection;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** Ids that anybody can make again from the same facts: SHA-256, laid out as a UUIDv8. */
final class StableId {
  private StableId() {}

  /** Each part goes in with its length, so that no two lists of parts meet in one text. */
  static String of(String... parts) {
    var hash = sha256();
    for (var part : parts) {
      var bytes = part.getBytes(UTF_8);
      hash.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
      hash.update(bytes);
    }
    var digest = ByteBuffer.wrap(hash.digest());
    var high = (digest.getLong() & 0xffff_ffff_ffff_0fffL) | 0x8000L;
    var low = (digest.getLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
    return new UUID(high, low).toString();
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
