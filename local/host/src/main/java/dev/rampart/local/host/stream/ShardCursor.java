package dev.rampart.local.host.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads one shard in order; finds its place again after a fault. */
final class ShardCursor {
  private final StreamSource source;
  private final String streamArn;
  private final String shard;
  private final boolean latest;
  private Optional<String> last;
  private Optional<String> iterator = Optional.empty();
  private boolean ended;

  /**
   * Begins after a sequence number, or where a fresh shard begins.
   *
   * @param latest whether a fresh shard begins with what comes next
   */
  ShardCursor(
      StreamSource source, String streamArn, String shard, boolean latest, Optional<String> last) {
    this.source = source;
    this.streamArn = streamArn;
    this.shard = shard;
    this.latest = latest;
    this.last = last;
  }

  /** Returns the next records, perhaps none. */
  List<JsonNode> read(int max) throws StreamFault, InterruptedException {
    if (iterator.isEmpty()) {
      iterator = Optional.of(locate());
    }
    ObjectNode input =
        StreamEvents.input().put("ShardIterator", iterator.get()).put("Limit", Math.min(max, 1000));
    try {
      JsonNode page = source.call("GetRecords", input);
      iterator = StreamEvents.text(page, "NextShardIterator");
      ended = iterator.isEmpty();
      List<JsonNode> records = new ArrayList<>();
      page.path("Records").forEach(records::add);
      if (!records.isEmpty()) {
        last = Optional.of(Piece.sequence(records.getLast()));
      }
      return records;
    } catch (StreamFault fault) {
      iterator = Optional.empty();
      throw fault;
    }
  }

  /** Says whether the shard was closed and read to its end. */
  boolean ended() {
    return ended;
  }

  private String locate() throws StreamFault, InterruptedException {
    ObjectNode input = StreamEvents.input().put("StreamArn", streamArn).put("ShardId", shard);
    try {
      return iterator(
          last.isPresent()
              ? input
                  .put("ShardIteratorType", "AFTER_SEQUENCE_NUMBER")
                  .put("SequenceNumber", last.get())
              : input.put("ShardIteratorType", latest ? "LATEST" : "TRIM_HORIZON"));
    } catch (StreamFault fault) {
      if (!fault.code().equals("TrimmedDataAccessException")) {
        throw fault;
      }
      // What comes next is all that is left.
      input.remove("SequenceNumber");
      return iterator(input.put("ShardIteratorType", "TRIM_HORIZON"));
    }
  }

  private String iterator(JsonNode input) throws StreamFault, InterruptedException {
    return source.call("GetShardIterator", input).path("ShardIterator").asText();
  }
}
