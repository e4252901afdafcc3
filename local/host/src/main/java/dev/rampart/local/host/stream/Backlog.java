package dev.rampart.local.host.stream;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What of a stream is still to be done.
 *
 * @param oldest when the oldest record of it was written; empty if there is none
 */
record Backlog(long records, Optional<Instant> oldest) {
  static final Backlog NONE = new Backlog(0, Optional.empty());

  /** Counting further would keep whoever asks waiting, and tells nobody anything new. */
  static final long RECORDS_MAX = 10_000;

  private static final int PAGE_RECORDS = 1_000;

  /** Counts the records of one shard from a cursor on. */
  static Backlog of(ShardCursor cursor) throws IOException, InterruptedException {
    Backlog backlog = NONE;
    while (backlog.records < RECORDS_MAX && !cursor.ended()) {
      List<JsonNode> page = cursor.read(PAGE_RECORDS);
      if (page.isEmpty()) {
        break;
      }
      backlog = backlog.plus(new Backlog(page.size(), Optional.of(Piece.at(page.getFirst()))));
    }
    return backlog;
  }

  Backlog plus(Backlog other) {
    Optional<Instant> older =
        oldest.isEmpty() || other.oldest.filter(oldest.get()::isAfter).isPresent()
            ? other.oldest
            : oldest;
    return new Backlog(records + other.records, older);
  }
}
