package dev.rampart.adapter.out.dynamodb;

import static dev.rampart.adapter.out.dynamodb.Attributes.number;

import dev.rampart.domain.common.PageSize;
import dev.rampart.domain.common.SourceRange;
import dev.rampart.domain.detection.block.Block;
import dev.rampart.domain.detection.block.BlockBudget;
import dev.rampart.domain.detection.block.BlockPage;
import dev.rampart.domain.detection.response.SourceRecord;
import dev.rampart.domain.port.out.BlockStore;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Blocks in the detection table. One transaction writes what is remembered of a source and the copy
 * of its block in the partition of all blocks, so the two never differ. A record that has no block
 * and never had one has no copy, and is one conditional write.
 */
public final class DynamoDbBlockStore implements BlockStore {
  private final DynamoDbClient client;
  private final String table;

  /** Keeps blocks in a table with the keys {@code pk} and {@code sk}. */
  public DynamoDbBlockStore(DynamoDbClient client, String table) {
    this.client = client;
    this.table = table;
  }

  @Override
  public SourceRecord find(SourceRange source) {
    return DynamoDbCalls.find(client, table, BlockKeys.record(source))
        .map(item -> SourceRecordItem.read(source, item))
        .orElseGet(() -> SourceRecord.unknown(source));
  }

  @Override
  public boolean save(SourceRecord changed) {
    Map<String, AttributeValue> item = SourceRecordItem.write(changed);
    long before = changed.version() - 1;
    if (changed.block().isEmpty() && changed.lastEnd().equals(Instant.EPOCH) && before == 0) {
      return ConditionalPut.put(client, table, item, before);
    }
    Put.Builder put = Put.builder().tableName(table).item(item);
    if (before == 0) {
      put.conditionExpression(ConditionalPut.NEW);
    } else {
      put.conditionExpression(ConditionalPut.UNCHANGED)
          .expressionAttributeValues(Map.of(":before", number(before)));
    }
    TransactWriteItem copy =
        changed.block().map(this::putCopy).orElseGet(() -> deleteCopy(changed.source()));
    return DynamoDbCalls.transact(
        client, List.of(TransactWriteItem.builder().put(put.build()).build(), copy));
  }

  private TransactWriteItem putCopy(Block block) {
    Map<String, AttributeValue> item = new HashMap<>(BlockItem.write(block));
    item.putAll(BlockKeys.kept(block.source()));
    return TransactWriteItem.builder()
        .put(Put.builder().tableName(table).item(item).build())
        .build();
  }

  private TransactWriteItem deleteCopy(SourceRange source) {
    return TransactWriteItem.builder()
        .delete(Delete.builder().tableName(table).key(BlockKeys.kept(source)).build())
        .build();
  }

  @Override
  public boolean isEmpty() {
    return kept().after(Optional.empty(), 1, _ -> true).isEmpty();
  }

  @Override
  public List<Block> all() {
    return kept().all().stream().map(BlockItem::read).toList();
  }

  @Override
  public BlockPage inForce(Optional<SourceRange> after, PageSize size, Instant now) {
    List<Block> found =
        kept()
            .after(
                after.map(SourceRange::text),
                size.value() + 1,
                item -> BlockItem.read(item).isInForce(now))
            .stream()
            .map(BlockItem::read)
            .toList();
    if (found.size() <= size.value()) {
      return new BlockPage(found, Optional.empty());
    }
    List<Block> page = found.subList(0, size.value());
    return new BlockPage(page, Optional.of(page.getLast().source()));
  }

  @Override
  public BlockBudget budget() {
    return DynamoDbCalls.find(client, table, BlockKeys.budget())
        .map(
            item ->
                new BlockBudget(
                    item.list("spent").stream()
                        .map(at -> Instant.ofEpochMilli(Long.parseLong(at.n())))
                        .toList(),
                    item.number("ver")))
        .orElseGet(BlockBudget::untouched);
  }

  @Override
  public boolean save(BlockBudget changed) {
    Map<String, AttributeValue> item = new HashMap<>(BlockKeys.budget());
    item.put("ver", number(changed.version()));
    item.put(
        "spent",
        AttributeValue.fromL(
            changed.spent().stream().map(at -> number(at.toEpochMilli())).toList()));
    return ConditionalPut.put(client, table, item, changed.version() - 1);
  }

  private PartitionQuery kept() {
    return new PartitionQuery(client, table, BlockKeys.KEPT);
  }
}
