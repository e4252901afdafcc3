package dev.rampart.adapter.in.apigateway.submission;

import dev.rampart.adapter.in.apigateway.router.CursorCodec;
import dev.rampart.domain.submission.Position;
import dev.rampart.domain.submission.SubmissionId;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.UUID;

/** Lays a position out as milliseconds since the epoch, then the 16 bytes of the id. */
final class PositionBytes implements CursorCodec.PositionFormat<Position> {

  @Override
  public int sizeBytes() {
    return 8 + 16;
  }

  @Override
  public void write(Position position, ByteBuffer out) {
    UUID id = UUID.fromString(position.id().value());
    out.putLong(position.receivedAt().toEpochMilli())
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits());
  }

  @Override
  public Position read(ByteBuffer in) {
    Instant receivedAt = Instant.ofEpochMilli(in.getLong());
    UUID id = new UUID(in.getLong(), in.getLong());
    return new Position(receivedAt, new SubmissionId(id.toString()));
  }
}
