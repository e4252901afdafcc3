package dev.rampart.adapter.out.dynamodb;

import static dev.rampart.adapter.out.dynamodb.Attributes.number;

import dev.rampart.domain.detection.block.Block;
import dev.rampart.domain.detection.block.EndedBlockPosition;
import dev.rampart.domain.port.out.BlockStore;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A block that is over, as {@link BlockItem} with its key and when the table may drop it. */
final class EndedBlockItem {
  private EndedBlockItem() {}

  static Map<String, AttributeValue> write(Block block) {
    Map<String, AttributeValue> item = new HashMap<>(BlockItem.write(block));
    item.putAll(BlockKeys.ended(EndedBlockPosition.of(block)));
    item.put("expiresAt", number(block.until().plus(BlockStore.ENDED_KEPT).getEpochSecond()));
    return item;
  }
}
