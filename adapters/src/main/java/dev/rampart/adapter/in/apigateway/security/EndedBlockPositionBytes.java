package dev.rampart.adapter.in.apigateway.security;

import dev.rampart.adapter.in.apigateway.router.CursorCodec;
import dev.rampart.domain.detection.block.EndedBlockPosition;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;

/**
 * Lays a position out as milliseconds since the epoch in six bytes, the length of the address and
 * its prefix in one each, and the 16 bytes for the address: as long as any other cursor.
 */
final class EndedBlockPositionBytes implements CursorCodec.PositionFormat<EndedBlockPosition> {
  private static final int BYTE = 0xff;

  @Override
  public int sizeBytes() {
    return 8 + SourceRangeBytes.ADDRESS_BYTES;
  }

  @Override
  public void write(EndedBlockPosition position, ByteBuffer out) {
    byte[] address = SourceRangeBytes.address(position.source());
    out.putLong(
            position.until().toEpochMilli() << 16
                | (long) address.length << 8
                | position.source().prefixLength())
        .put(Arrays.copyOf(address, SourceRangeBytes.ADDRESS_BYTES));
  }

  @Override
  public EndedBlockPosition read(ByteBuffer in) {
    long head = in.getLong();
    byte[] address = new byte[SourceRangeBytes.ADDRESS_BYTES];
    in.get(address);
    return new EndedBlockPosition(
        Instant.ofEpochMilli(head >>> 16),
        SourceRangeBytes.range(address, (int) (head >>> 8) & BYTE, (int) head & BYTE));
  }
}
