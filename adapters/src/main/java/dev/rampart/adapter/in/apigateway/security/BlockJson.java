package dev.rampart.adapter.in.apigateway.security;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.rampart.adapter.in.apigateway.http.JsonText;
import dev.rampart.adapter.in.apigateway.http.Reply;
import dev.rampart.adapter.in.apigateway.http.VersionPrecondition;
import dev.rampart.domain.common.Rfc3339;
import dev.rampart.domain.detection.block.Block;
import dev.rampart.domain.detection.block.BlockOrigin;
import dev.rampart.domain.detection.block.BlockingMode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Blocks as the security team reads them. */
final class BlockJson {

  private BlockJson() {}

  /** What is written of each block of a list. */
  interface Members {
    void write(JsonGenerator json, Block block) throws IOException;
  }

  /** Returns a reply that holds one block. */
  static Reply reply(int status, Block block) {
    return Reply.json(status, JsonText.object(json -> members(json, block)))
        .with("ETag", VersionPrecondition.etag(block.version()));
  }

  /** Returns the reply that holds a page of blocks. */
  static Reply page(
      List<Block> blocks, Members members, Optional<String> cursor, BlockingMode mode) {
    return Reply.json(
        200,
        JsonText.object(
            json -> {
              json.writeStringField("mode", mode.wireName());
              json.writeArrayFieldStart("items");
              for (Block block : blocks) {
                json.writeStartObject();
                members.write(json, block);
                json.writeEndObject();
              }
              json.writeEndArray();
              if (cursor.isPresent()) {
                json.writeStringField("nextCursor", cursor.get());
              }
            }));
  }

  /** Writes the members of one block. */
  static void members(JsonGenerator json, Block block) throws IOException {
    json.writeStringField("source", block.source().text());
    json.writeStringField("reason", block.reason());
    json.writeObjectFieldStart("origin");
    origin(json, block.origin());
    json.writeEndObject();
    json.writeStringField("since", Rfc3339.format(block.since()));
    json.writeStringField("until", Rfc3339.format(block.until()));
    json.writeNumberField("strikes", block.strikes());
    json.writeStringField("state", block.state().wireName());
    json.writeNumberField("version", block.version());
  }

  /** Writes the members of one block that is over. */
  static void endedMembers(JsonGenerator json, Block block) throws IOException {
    members(json, block);
    json.writeStringField("end", block.endReason().wireName());
    if (block.endedBy().isPresent()) {
      json.writeStringField("endedBy", block.endedBy().get());
    }
  }

  private static void origin(JsonGenerator json, BlockOrigin origin) throws IOException {
    switch (origin) {
      case BlockOrigin.ByFinding by -> {
        json.writeStringField("kind", "threat");
        json.writeStringField("threatId", by.finding().text());
        json.writeStringField("detector", by.detector().text());
      }
      case BlockOrigin.ByPerson(String principal) -> {
        json.writeStringField("kind", "person");
        json.writeStringField("principal", principal);
      }
    }
  }
}
