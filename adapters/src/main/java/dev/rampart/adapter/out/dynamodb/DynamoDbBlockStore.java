package dev.rampart.adapter.out.dynamodb;

import static dev.rampart.adapter.out.dynamodb.Attributes.number;
import static dev.rampart.adapter.out.dynamodb.Attributes.text;

import dev.rampart.domain.common.PageSize;
import dev.rampart.domain.common.Rfc3339;
import dev.rampart.domain.common.SourceRange;
import dev.rampart.domain.detection.block.Block;
import dev.rampart.domain.detection.block.BlockBudget;
import dev.rampart.domain.detection.block.BlockPage;
import dev.rampart.domain.detection.block.EndedBlockPage;
import dev.rampart.domain.detection.block.EndedBlockPosition;
import dev.rampart.domain.detection.response.SourceRecord;
import dev.rampart.domain.port.out.BlockStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Blocks in the detection table. One transaction writes what is remembered of a source and the copy
 * of its block in the partition of all blocks, so the two never differ. A record that has no block
 * and never had one has no copy, and is one conditional write.
 *
 * <p>The change that first knows a block as over writes, in its transaction, one more item: the
 * block in the partition of those that ended, sorted by their ends, which expires after {@link
 * #ENDED_KEPT}. That is 2 write units for each started kilobyte, mostly 2, once for each block. One
 * partition is enough: the reconciler notes 300 ends a minute at most. Nothing but the list of
 * ended blocks reads it.
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
  public boolean save(SourceRecord changed, Optional<Block> ended) {
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
    List<TransactWriteItem> writes = new ArrayList<>();
    writes.add(TransactWriteItem.builder().put(put.build()).build());
    writes.add(copy);
    ended.map(EndedBlockItem::write).map(this::put).ifPresent(writes::add);
    return DynamoDbCalls.transact(client, writes);
  }

  private TransactWriteItem putCopy(Block block) {
    Map<String, AttributeValue> item = new HashMap<>(BlockItem.write(block));
    item.putAll(BlockKeys.kept(block.source()));
    return put(item);
  }

  private TransactWriteItem put(Map<String, AttributeValue> item) {
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
  public EndedBlockPage ended(Optional<EndedBlockPosition> after, PageSize size, Instant now) {
    Instant from = now.minus(ENDED_KEPT);
    if (after.filter(last -> last.until().isBefore(from)).isPresent()) {
      // A query whose start lies outside of what it asks for is refused.
      return new EndedBlockPage(List.of(), Optional.empty());
    }
    int oneMore = size.value() + 1;
    QueryRequest.Builder query =
        QueryRequest.builder()
            .tableName(table)
            .consistentRead(true)
            .keyConditionExpression("pk = :pk AND sk >= :from")
            .expressionAttributeValues(
                Map.of(":pk", text(BlockKeys.ENDED), ":from", text(Rfc3339.format(from))))
            .scanIndexForward(false)
            .limit(oneMore);
    after.map(BlockKeys::ended).ifPresent(query::exclusiveStartKey);
    return EndedBlockPage.of(
        DynamoDbCalls.query(
            client, query.build(), oneMore, item -> Optional.of(BlockItem.read(item))),
        size);
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
