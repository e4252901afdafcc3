package dev.rampart.local.host.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.host.mapping.SourceService;
import dev.rampart.local.protocol.AwsClient;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads one shard in order; finds its place again after a fault. */
final class ShardCursor {
  private final SourceService source;
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
      SourceService source, String streamArn, String shard, boolean latest, Optional<String> last) {
    this.source = source;
    this.streamArn = streamArn;
    this.shard = shard;
    this.latest = latest;
    this.last = last;
  }

  /** Returns the next records, perhaps none. */
  List<JsonNode> read(int max) throws IOException, InterruptedException {
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
    } catch (IOException e) {
      iterator = Optional.empty();
      throw e;
    }
  }

  /** Says whether the shard was closed and read to its end. */
  boolean ended() {
    return ended;
  }

  private String locate() throws IOException, InterruptedException {
    ObjectNode input = StreamEvents.input().put("StreamArn", streamArn).put("ShardId", shard);
    try {
      return iterator(
          last.isPresent()
              ? input
                  .put("ShardIteratorType", "AFTER_SEQUENCE_NUMBER")
                  .put("SequenceNumber", last.get())
              : input.put("ShardIteratorType", latest ? "LATEST" : "TRIM_HORIZON"));
    } catch (AwsClient.Refused e) {
      if (!e.code().equals("TrimmedDataAccessException")) {
        throw e;
      }
      // What comes next is all that is left.
      input.remove("SequenceNumber");
      return iterator(input.put("ShardIteratorType", "TRIM_HORIZON"));
    }
  }

  private String iterator(JsonNode input) throws IOException, InterruptedException {
    return source.call("GetShardIterator", input).path("ShardIterator").asText();
  }
}
