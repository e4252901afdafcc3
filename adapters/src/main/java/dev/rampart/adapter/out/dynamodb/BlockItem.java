package dev.rampart.adapter.out.dynamodb;

import static dev.rampart.adapter.out.dynamodb.Attributes.number;
import static dev.rampart.adapter.out.dynamodb.Attributes.text;

import dev.rampart.domain.common.SourceRange;
import dev.rampart.domain.detection.block.Block;
import dev.rampart.domain.detection.block.BlockEnd;
import dev.rampart.domain.detection.block.BlockOrigin;
import dev.rampart.domain.detection.block.BlockState;
import dev.rampart.domain.detection.finding.DetectorName;
import dev.rampart.domain.detection.finding.FindingId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A block as attributes: {@code src}, {@code why}, {@code since}, {@code until}, {@code strikes},
 * {@code state}, {@code bver}; {@code fid} and {@code det}, or {@code by}; {@code over} if it ended
 * early, {@code overBy} if a person ended it; {@code told} if it is announced, {@code tellings} if
 * it was. Times are in milliseconds.
 *
 * <p>What another release wrote and this one does not know stops nobody: all blocks are read
 * together. A state is found out anew, and a block that ended for an unknown reason is over.
 */
final class BlockItem {
  private BlockItem() {}

  static Map<String, AttributeValue> write(Block block) {
    Map<String, AttributeValue> item = new HashMap<>();
    item.put("src", text(block.source().text()));
    item.put("why", text(block.reason()));
    item.put("since", number(block.since().toEpochMilli()));
    item.put("until", number(block.until().toEpochMilli()));
    item.put("strikes", number(block.strikes()));
    item.put("state", text(block.state().wireName()));
    item.put("bver", number(block.version()));
    switch (block.origin()) {
      case BlockOrigin.ByFinding(FindingId finding, DetectorName detector) -> {
        item.put("fid", text(finding.text()));
        item.put("det", text(detector.text()));
      }
      case BlockOrigin.ByPerson(String principal) -> item.put("by", text(principal));
    }
    block.end().ifPresent(end -> item.put("over", text(end.wireName())));
    block.endedBy().ifPresent(principal -> item.put("overBy", text(principal)));
    block.announcedUntil().ifPresent(end -> item.put("told", number(end.toEpochMilli())));
    if (block.announcements() > 0) {
      item.put("tellings", number(block.announcements()));
    }
    return item;
  }

  static Block read(StoredItem item) {
    return new Block(
        SourceRange.parse(item.text("src")).orElseThrow(),
        origin(item),
        item.text("why"),
        Instant.ofEpochMilli(item.number("since")),
        Instant.ofEpochMilli(item.number("until")),
        (int) item.number("strikes"),
        item.find("over")
            .flatMap(end -> WireNames.find(BlockEnd.values(), BlockEnd::wireName, end.s())),
        item.find("overBy").map(AttributeValue::s),
        WireNames.find(BlockState.values(), BlockState::wireName, item.text("state"))
            .orElse(BlockState.PENDING),
        item.find("told").map(end -> Instant.ofEpochMilli(Long.parseLong(end.n()))),
        item.find("tellings").map(count -> Long.parseLong(count.n())).orElse(0L),
        item.number("bver"));
  }

  private static BlockOrigin origin(StoredItem item) {
    Optional<AttributeValue> person = item.find("by");
    return person.isPresent()
        ? new BlockOrigin.ByPerson(person.get().s())
        : new BlockOrigin.ByFinding(
            new FindingId(item.text("fid")), new DetectorName(item.text("det")));
  }
}
