package dev.rampart.adapter.out.eventbridge;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.domain.common.Rfc3339;
import dev.rampart.domain.detection.block.Block;
import dev.rampart.domain.detection.block.BlockEvent;
import dev.rampart.domain.detection.block.BlockOrigin;
import dev.rampart.domain.detection.finding.DetectorName;
import dev.rampart.domain.detection.finding.FindingId;

/** {@code SourceBlocked} and {@code SourceUnblocked}, version 1. */
record SourceBlockV1(BlockEvent event) {
  private static final int SCHEMA_VERSION = 1;

  String detailType() {
    return switch (event.change()) {
      case BLOCKED -> "SourceBlocked";
      case UNBLOCKED -> "SourceUnblocked";
    };
  }

  ObjectNode json() {
    Block block = event.block();
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("schemaVersion", SCHEMA_VERSION)
            .put("eventId", event.id())
            .put("occurredAt", Rfc3339.format(event.at()))
            .put("source", block.source().text())
            .put("since", Rfc3339.format(block.since()))
            .put("until", Rfc3339.format(block.until()))
            .put("reason", block.reason());
    switch (block.origin()) {
      case BlockOrigin.ByFinding(FindingId finding, DetectorName detector) ->
          json.put("findingId", finding.text())
              .put("detector", detector.text())
              .put("strikes", block.strikes());
      case BlockOrigin.ByPerson(String principal) -> json.put("principal", principal);
    }
    event.end().ifPresent(end -> json.put("end", end.wireName()));
    block.endedBy().ifPresent(principal -> json.put("endedBy", principal));
    return json;
  }
}
