package dev.rampart.domain.common;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Ids that anybody can derive again from the same facts: SHA-256, laid out as a UUIDv8. */
public final class StableId {
  private StableId() {}

  /**
   * Returns the id of a list of texts. Each goes in after its length, so that no two lists have the
   * same bytes.
   */
  public static String of(String... parts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (String part : parts) {
      byte[] text = part.getBytes(StandardCharsets.UTF_8);
      bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(0, text.length).array());
      bytes.writeBytes(text);
    }
    return UuidV8.of(Sha256.hash(bytes.toByteArray()));
  }
}
