package dev.rampart.adapter.out.dynamodb;

import static dev.rampart.adapter.out.dynamodb.Attributes.number;
import static dev.rampart.adapter.out.dynamodb.Attributes.text;

import dev.rampart.domain.detection.finding.Finding;
import dev.rampart.domain.detection.finding.FindingId;
import dev.rampart.domain.detection.finding.FindingRecord;
import dev.rampart.domain.detection.finding.Resolution;
import dev.rampart.domain.port.out.FindingStore;
import dev.rampart.domain.port.out.PortUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Findings in DynamoDB: one item each, and one for each subject and detector that names the newest.
 * Opening writes both in one transaction; every later change is one conditional put.
 */
public final class DynamoDbFindingStore implements FindingStore {
  /** A second refusal means that somebody else is changing the same finding. */
  private static final int TRIES_MAX = 4;

  /** Longer than any finding is kept after its last change. */
  private static final Duration NAMED = Duration.ofDays(400);

  private final DynamoDbClient client;
  private final String table;

  /** Stores findings in the detection table. */
  public DynamoDbFindingStore(DynamoDbClient client, String table) {
    this.client = client;
    this.table = table;
  }

  @Override
  public FindingRecord openOrUpdate(Finding finding, Instant at) {
    for (int attempt = 0; attempt < TRIES_MAX; attempt++) {
      Optional<FindingId> newest = newest(finding);
      Optional<FindingRecord> known = newest.flatMap(this::find);
      FindingRecord next =
          known
              .map(record -> record.foundAgain(finding, at))
              .orElseGet(() -> FindingRecord.open(finding, at));
      if (known.filter(next::equals).isPresent() || write(next, known, newest)) {
        return next;
      }
    }
    throw new PortUnavailable("too many writers at one finding");
  }

  /** Returns whether it was written, with nothing else written meanwhile. */
  private boolean write(
      FindingRecord next, Optional<FindingRecord> known, Optional<FindingId> newest) {
    return known
        .filter(record -> record.id().equals(next.id()))
        .map(record -> replace(record, next).isEmpty())
        .orElseGet(() -> open(next, newest));
  }

  @Override
  public Optional<FindingRecord> resolve(FindingRecord seen, Resolution reason) {
    FindingRecord stored = seen;
    for (int attempt = 0; attempt < TRIES_MAX; attempt++) {
      FindingRecord resolved = stored.resolvedBy(reason);
      Optional<StoredItem> refusal = replace(stored, resolved);
      if (refusal.isEmpty()) {
        return Optional.of(resolved);
      }
      Optional<FindingRecord> sameVersion =
          refusal.flatMap(FindingItem::read).filter(now -> now.version() == seen.version());
      if (sameVersion.isEmpty()) {
        return Optional.empty();
      }
      stored = sameVersion.get();
    }
    throw new PortUnavailable("too many writers at one finding");
  }

  @Override
  public void markPublished(FindingRecord published) {
    Optional<FindingRecord> stored = find(published.id());
    for (int attempt = 0; attempt < TRIES_MAX; attempt++) {
      Optional<FindingRecord> behind =
          stored.filter(now -> now.publishedVersion() < published.publishedVersion());
      if (behind.isEmpty()) {
        return;
      }
      Optional<StoredItem> refusal = replace(behind.get(), behind.get().markedAs(published));
      if (refusal.isEmpty()) {
        return;
      }
      stored = refusal.flatMap(FindingItem::read);
    }
    throw new PortUnavailable("too many writers at one finding");
  }

  @Override
  public List<FindingRecord> due(Instant at, int max) {
    QueryRequest query =
        QueryRequest.builder()
            .tableName(table)
            .indexName(DetectionKeys.DUE_INDEX)
            .keyConditionExpression("watched = :watched AND dueAt <= :at")
            .expressionAttributeValues(
                Map.of(
                    ":watched", text(DetectionKeys.ALL_FINDINGS),
                    ":at", number(at.toEpochMilli())))
            .limit(max)
            .build();
    // What another release wrote and this one cannot read stays due, and holds up nothing else.
    return DynamoDbCalls.query(client, query, max, FindingItem::read);
  }

  private Optional<FindingId> newest(Finding finding) {
    return DynamoDbCalls.find(
            client, table, DetectionKeys.newestFinding(finding.subject(), finding.detector()))
        .map(item -> new FindingId(item.text("newest")));
  }

  private Optional<FindingRecord> find(FindingId id) {
    return DynamoDbCalls.find(client, table, DetectionKeys.finding(id)).flatMap(FindingItem::read);
  }

  /** Returns the item that is there instead of the one expected; empty if it was replaced. */
  private Optional<StoredItem> replace(FindingRecord expected, FindingRecord next) {
    PutItemRequest put =
        PutItemRequest.builder()
            .tableName(table)
            .item(FindingItem.write(next))
            .conditionExpression("version = :version AND told = :told")
            .expressionAttributeValues(
                Map.of(
                    ":version", number(expected.version()),
                    ":told", number(expected.publishedVersion())))
            .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
            .build();
    try {
      var _ = DynamoDbCalls.call("PutItem", () -> client.putItem(put));
      return Optional.empty();
    } catch (ConditionalCheckFailedException e) {
      return Optional.of(new StoredItem(e.item()));
    }
  }

  /** Returns whether it was opened, with nobody else opening one after {@code before}. */
  private boolean open(FindingRecord record, Optional<FindingId> before) {
    TransactWriteItem put =
        TransactWriteItem.builder()
            .put(item -> item.tableName(table).item(FindingItem.write(record)))
            .build();
    return DynamoDbCalls.transact(client, List.of(naming(record, before), put));
  }

  private TransactWriteItem naming(FindingRecord record, Optional<FindingId> before) {
    Finding finding = record.finding();
    Map<String, AttributeValue> values = new HashMap<>();
    values.put(":newest", text(record.id().text()));
    values.put(":x", number(record.openedAt().plus(NAMED).getEpochSecond()));
    before.ifPresent(id -> values.put(":before", text(id.text())));
    return TransactWriteItem.builder()
        .update(
            update ->
                update
                    .tableName(table)
                    .key(DetectionKeys.newestFinding(finding.subject(), finding.detector()))
                    .updateExpression("SET newest = :newest, expiresAt = :x")
                    .conditionExpression(
                        before.isPresent() ? "newest = :before" : "attribute_not_exists(pk)")
                    .expressionAttributeValues(values))
        .build();
  }
}
