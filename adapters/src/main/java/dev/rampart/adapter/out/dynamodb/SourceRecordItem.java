package dev.rampart.adapter.out.dynamodb;

import static dev.rampart.adapter.out.dynamodb.Attributes.number;
import static dev.rampart.adapter.out.dynamodb.Attributes.text;

import dev.rampart.domain.common.SourceRange;
import dev.rampart.domain.detection.block.Block;
import dev.rampart.domain.detection.finding.DetectorName;
import dev.rampart.domain.detection.finding.FindingId;
import dev.rampart.domain.detection.response.ProposalReason;
import dev.rampart.domain.detection.response.Response;
import dev.rampart.domain.detection.response.ResponseDecision;
import dev.rampart.domain.detection.response.SourceRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What is remembered of a source, as one item with its block inside. */
final class SourceRecordItem {
  /** Longer than strikes count and findings are open; what is older is without effect anyway. */
  private static final Duration KEPT = Duration.ofDays(35);

  private SourceRecordItem() {}

  static Map<String, AttributeValue> write(SourceRecord record) {
    Map<String, AttributeValue> item = new HashMap<>(BlockKeys.record(record.source()));
    item.put("ver", number(record.version()));
    item.put("strikes", number(record.strikes()));
    item.put("lastEnd", number(record.lastEnd().toEpochMilli()));
    item.put(
        "undone",
        AttributeValue.fromL(record.undone().stream().map(id -> text(id.text())).toList()));
    item.put(
        "decisions",
        AttributeValue.fromL(record.decisions().stream().map(SourceRecordItem::decision).toList()));
    record
        .block()
        .ifPresent(block -> item.put("block", AttributeValue.fromM(BlockItem.write(block))));
    item.put("expiresAt", number(newest(record).plus(KEPT).getEpochSecond()));
    return item;
  }

  static SourceRecord read(SourceRange source, StoredItem item) {
    return new SourceRecord(
        source,
        item.number("ver"),
        item.find("block").map(block -> BlockItem.read(new StoredItem(block.m()))),
        (int) item.number("strikes"),
        Instant.ofEpochMilli(item.number("lastEnd")),
        item.list("undone").stream().map(id -> new FindingId(id.s())).toList(),
        item.list("decisions").stream()
            .map(decision -> decision(new StoredItem(decision.m())))
            .toList());
  }

  private static Instant newest(SourceRecord record) {
    return Stream.of(
            Stream.of(record.lastEnd()),
            record.block().map(Block::until).stream(),
            record.decisions().stream().map(ResponseDecision::lastSeen))
        .flatMap(times -> times)
        .max(Instant::compareTo)
        .orElseThrow();
  }

  private static AttributeValue decision(ResponseDecision decision) {
    Map<String, AttributeValue> map = new HashMap<>();
    map.put("fid", text(decision.finding().text()));
    map.put("det", text(decision.detector().text()));
    map.put("seen", number(decision.lastSeen().toEpochMilli()));
    switch (decision.response()) {
      case Response.NoResponse() -> {
        // Neither of the two members says so.
      }
      case Response.Proposed(ProposalReason reason) -> map.put("why", text(reason.wireName()));
      case Response.Blocked(Instant until) -> map.put("until", number(until.toEpochMilli()));
    }
    return AttributeValue.fromM(map);
  }

  private static ResponseDecision decision(StoredItem item) {
    return new ResponseDecision(
        new FindingId(item.text("fid")),
        new DetectorName(item.text("det")),
        Instant.ofEpochMilli(item.number("seen")),
        response(item));
  }

  private static Response response(StoredItem item) {
    if (item.find("until").isPresent()) {
      return new Response.Blocked(Instant.ofEpochMilli(item.number("until")));
    }
    return item.find("why")
        .<Response>map(
            why ->
                new Response.Proposed(
                    WireNames.find(ProposalReason.values(), ProposalReason::wireName, why.s())
                        .orElse(ProposalReason.OTHER)))
        .orElseGet(Response.NoResponse::new);
  }
}
