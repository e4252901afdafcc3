package dev.rampart.local.tables.operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.protocol.AwsError;
import dev.rampart.local.tables.request.Request;
import dev.rampart.local.tables.request.ResponseJson;
import dev.rampart.local.tables.table.Catalog;
import dev.rampart.local.tables.table.StreamRecords;
import dev.rampart.local.tables.table.Table;
import dev.rampart.local.tables.table.TableNameReader;
import dev.rampart.local.tables.table.TableStream;
import dev.rampart.local.tables.value.Refusals;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The operations of DynamoDB Streams. */
public record StreamOperations(Catalog catalog, InstantSource clock) {
  private static final int RECORDS_MAX = 1000;
  private static final int STREAMS_MAX = 100;
  private static final int PAGE_BYTES_MAX = 1024 * 1024;

  public JsonNode list(Request request) {
    Optional<String> table = request.text("TableName").map(TableNameReader::tableName);
    Optional<String> start = request.text("ExclusiveStartStreamArn");
    int limit = request.number("Limit").orElse(STREAMS_MAX);
    List<TableStream> streams =
        catalog.all().stream()
            .filter(t -> table.map(t.name()::equals).orElse(true))
            .flatMap(t -> t.stream().stream())
            .sorted(Comparator.comparing(TableStream::arn))
            .filter(stream -> start.map(s -> stream.arn().compareTo(s) > 0).orElse(true))
            .toList();
    ObjectNode answer = ResponseJson.empty();
    ArrayNode shown = answer.putArray("Streams");
    streams.stream()
        .limit(limit)
        .forEach(
            stream ->
                shown
                    .addObject()
                    .put("StreamArn", stream.arn())
                    .put("TableName", stream.table())
                    .put("StreamLabel", stream.label()));
    if (streams.size() > limit) {
      answer.put("LastEvaluatedStreamArn", streams.get(limit - 1).arn());
    }
    return answer;
  }

  public JsonNode describe(Request request) {
    Table table = require(request.requiredText("StreamArn"));
    TableStream stream = table.stream().orElseThrow();
    ObjectNode answer = ResponseJson.empty();
    ObjectNode description = answer.putObject("StreamDescription");
    description
        .put("StreamArn", stream.arn())
        .put("StreamLabel", stream.label())
        .put("StreamStatus", "ENABLED")
        .put("StreamViewType", stream.view())
        .put("CreationRequestDateTime", stream.createdAt().toEpochMilli() / 1000.0)
        .put("TableName", stream.table());
    description.set("KeySchema", new Request(table.definition().request()).required("KeySchema"));
    ArrayNode shards = description.putArray("Shards");
    // There is one shard, so nothing comes after it.
    if (request.text("ExclusiveStartShardId").isEmpty()) {
      ObjectNode shard = shards.addObject();
      shard.put("ShardId", stream.shardId());
      shard
          .putObject("SequenceNumberRange")
          .put("StartingSequenceNumber", StreamRecords.sequence(1));
    }
    return answer;
  }

  public JsonNode iterator(Request request) {
    TableStream stream = require(request.requiredText("StreamArn")).stream().orElseThrow();
    if (!request.requiredText("ShardId").equals(stream.shardId())) {
      throw new AwsError(
          "ResourceNotFoundException", "Requested resource not found: Shard does not exist");
    }
    long position =
        switch (request.requiredText("ShardIteratorType")) {
          case "TRIM_HORIZON" -> stream.oldest();
          case "LATEST" -> stream.next();
          case "AT_SEQUENCE_NUMBER" -> untrimmed(stream, sequence(request));
          default -> untrimmed(stream, sequence(request)) + 1;
        };
    return ResponseJson.empty().put("ShardIterator", iterator(stream, position));
  }

  public JsonNode records(Request request) {
    int limit = request.number("Limit").orElse(RECORDS_MAX);
    ShardIterator iterator =
        ShardIterator.read(request.requiredText("ShardIterator"), clock.instant());
    TableStream stream = require(iterator.streamArn()).stream().orElseThrow();
    ObjectNode answer = ResponseJson.empty();
    ArrayNode records = answer.putArray("Records");
    long position = Math.max(iterator.position(), stream.oldest());
    for (TableStream.Entry entry : stream.read(position, limit, PAGE_BYTES_MAX)) {
      records.add(StreamRecords.json(entry, stream));
      position = entry.position() + 1;
    }
    answer.put("NextShardIterator", iterator(stream, position));
    return answer;
  }

  private String iterator(TableStream stream, long position) {
    return new ShardIterator(stream.arn(), position, clock.instant()).text();
  }

  private static long sequence(Request request) {
    try {
      return StreamRecords.position(request.requiredText("SequenceNumber"));
    } catch (NumberFormatException _) {
      throw Refusals.invalid("Invalid SequenceNumber: " + request.requiredText("SequenceNumber"));
    }
  }

  private static long untrimmed(TableStream stream, long position) {
    if (position < stream.oldest()) {
      throw new AwsError(
          "TrimmedDataAccessException",
          "The operation attempted to read past the oldest stream record in a shard.");
    }
    return position;
  }

  private Table require(String arn) {
    return catalog.all().stream()
        .filter(t -> t.stream().map(s -> s.arn().equals(arn)).orElse(false))
        .findFirst()
        .orElseThrow(
            () ->
                new AwsError(
                    "ResourceNotFoundException",
                    "Requested resource not found: Stream: " + arn + " not found"));
  }
}
