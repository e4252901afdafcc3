package dev.rampart.adapter.in.apigateway.security;

import dev.rampart.adapter.in.apigateway.router.CursorCodec;
import dev.rampart.domain.detection.finding.FindingId;
import dev.rampart.domain.detection.finding.FindingPosition;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.UUID;

/** Lays a position out as milliseconds since the epoch, then the 16 bytes of the id. */
final class FindingPositionBytes implements CursorCodec.PositionFormat<FindingPosition> {

  @Override
  public int sizeBytes() {
    return 8 + 16;
  }

  @Override
  public void write(FindingPosition position, ByteBuffer out) {
    UUID id = UUID.fromString(position.id().text());
    out.putLong(position.openedAt().toEpochMilli())
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits());
  }

  @Override
  public FindingPosition read(ByteBuffer in) {
    Instant openedAt = Instant.ofEpochMilli(in.getLong());
    UUID id = new UUID(in.getLong(), in.getLong());
    return new FindingPosition(openedAt, new FindingId(id.toString()));
  }
}
