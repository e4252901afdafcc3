package dev.rampart.domain.detection;

import dev.rampart.domain.common.Sha256;
import dev.rampart.domain.common.UuidV8;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Ids that anybody can derive again from the same facts: SHA-256, laid out as a UUIDv8. */
final class StableId {
  private StableId() {}

  /** Each part goes in after its length, so that no two lists of parts have the same bytes. */
  static String of(String... parts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (String part : parts) {
      byte[] text = part.getBytes(StandardCharsets.UTF_8);
      bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(0, text.length).array());
      bytes.writeBytes(text);
    }
    return UuidV8.of(Sha256.hash(bytes.toByteArray()));
  }
}
