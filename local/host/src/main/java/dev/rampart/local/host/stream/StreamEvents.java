package dev.rampart.local.host.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/** The documents of a stream mapping in Lambda's shapes. */
final class StreamEvents {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private StreamEvents() {}

  /** The event that the function gets. */
  static byte[] event(Piece piece, String streamArn) {
    ObjectNode event = JSON.createObjectNode();
    ArrayNode records = event.putArray("Records");
    for (JsonNode given : piece.records()) {
      ObjectNode item = given.deepCopy();
      item.put("eventSourceARN", streamArn);
      JsonNode identity = given.path("userIdentity");
      if (identity.isObject()) {
        // The stream's API writes these members in capitals, Lambda does not.
        item.putObject("userIdentity")
            .put("type", identity.path("Type").asText())
            .put("principalId", identity.path("PrincipalId").asText());
      }
      records.add(item);
    }
    return event.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** What Lambda sends to the destination of failures: where the records are, not the records. */
  static String givenUp(
      Piece piece, String shard, StreamSettings settings, String condition, Instant now) {
    ObjectNode document = JSON.createObjectNode();
    document
        .putObject("requestContext")
        .put("functionArn", settings.functionArn())
        .put("condition", condition)
        .put("approximateInvokeCount", piece.failures());
    document
        .putObject("responseContext")
        .put("statusCode", 200)
        .put("executedVersion", "$LATEST")
        .put("functionError", "Unhandled");
    document.put("version", "1.0");
    document.put("timestamp", now.toString());
    document
        .putObject("DDBStreamBatchInfo")
        .put("shardId", shard)
        .put("startSequenceNumber", piece.first())
        .put("endSequenceNumber", piece.last())
        .put("approximateArrivalOfFirstRecord", Piece.at(piece.records().getFirst()).toString())
        .put("approximateArrivalOfLastRecord", Piece.at(piece.records().getLast()).toString())
        .put("batchSize", piece.records().size())
        .put("streamArn", settings.streamArn());
    return document.toString();
  }

  static ObjectNode input() {
    return JSON.createObjectNode();
  }

  static Optional<String> text(JsonNode document, String member) {
    return Optional.ofNullable(document.path(member).textValue());
  }
}
