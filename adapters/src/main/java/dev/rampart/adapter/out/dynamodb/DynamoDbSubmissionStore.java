package dev.rampart.adapter.out.dynamodb;

import static dev.rampart.adapter.out.dynamodb.Attributes.number;
import static dev.rampart.adapter.out.dynamodb.Attributes.text;

import dev.rampart.domain.common.Fingerprint;
import dev.rampart.domain.common.PageSize;
import dev.rampart.domain.port.out.SubmissionStore;
import dev.rampart.domain.submission.Owner;
import dev.rampart.domain.submission.Page;
import dev.rampart.domain.submission.Position;
import dev.rampart.domain.submission.Status;
import dev.rampart.domain.submission.Submission;
import dev.rampart.domain.submission.SubmissionEvent;
import dev.rampart.domain.submission.SubmissionId;
import dev.rampart.domain.submission.Version;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/**
 * {@link SubmissionStore} in one table. Every change is one conditional write of one item, which
 * also holds the event. The clock tells what has expired: DynamoDB removes items days later.
 */
public record DynamoDbSubmissionStore(DynamoDbClient client, String table, InstantSource clock)
    implements SubmissionStore {
  private static final String ABSENT_OR_EXPIRED = "attribute_not_exists(pk) OR expiresAt <= :now";
  private static final String WRITE_ID = "writeId";
  private static final String SEEN_AND_LIVE = "#version = :seen AND expiresAt > :now";

  @Override
  public Creation create(
      Submission.Received submission, Fingerprint fingerprint, SubmissionEvent.Received event) {
    Map<String, AttributeValue> item = new HashMap<>(SubmissionItem.create(submission));
    item.putAll(SubmissionItem.state(submission, event));
    item.put("fingerprint", text(fingerprint.value()));
    AttributeValue writeId = writeId();
    item.put(WRITE_ID, writeId);
    try {
      return DynamoDbCalls.call(
          "PutItem",
          () -> {
            client.putItem(
                put ->
                    put.tableName(table)
                        .item(item)
                        .conditionExpression(ABSENT_OR_EXPIRED)
                        .expressionAttributeValues(Map.of(":now", now()))
                        .returnValuesOnConditionCheckFailure(
                            ReturnValuesOnConditionCheckFailure.ALL_OLD));
            return new Creation.Created();
          });
    } catch (ConditionalCheckFailedException taken) {
      if (isOwn(writeId, taken)) {
        return new Creation.Created();
      }
      StoredItem other = new StoredItem(taken.item());
      return other.text("fingerprint").equals(fingerprint.value())
          ? new Creation.Repeated(SubmissionItem.readFirst(other))
          : new Creation.KeyTaken();
    }
  }

  @Override
  public Optional<Submission> find(Owner owner, SubmissionId id) {
    Instant now = clock.instant();
    return DynamoDbCalls.find(client, table, SubmissionKeys.of(owner, id))
        .filter(item -> SubmissionItem.isLive(item, now))
        .map(SubmissionItem::read);
  }

  @Override
  public Write save(Submission submission, Version seen, SubmissionEvent event) {
    Map<String, AttributeValue> state = new HashMap<>(SubmissionItem.state(submission, event));
    AttributeValue writeId = writeId();
    state.put(WRITE_ID, writeId);
    try {
      return DynamoDbCalls.call("UpdateItem", () -> update(submission, seen, state));
    } catch (ConditionalCheckFailedException stale) {
      return isOwn(writeId, stale) ? new Write.Stored() : new Write.Conflict();
    }
  }

  private static AttributeValue writeId() {
    return text(UUID.randomUUID().toString());
  }

  /**
   * Whether what stands in the way of a write is that write: the SDK tries again when an answer was
   * lost.
   */
  private static boolean isOwn(AttributeValue writeId, ConditionalCheckFailedException refused) {
    return refused.hasItem() && writeId.equals(refused.item().get(WRITE_ID));
  }

  private Write update(Submission submission, Version seen, Map<String, AttributeValue> state) {
    Map<String, String> names = new HashMap<>();
    state.keySet().forEach(name -> names.put("#" + name, name));
    if (submission instanceof Submission.Received) {
      names.put("#first", "first");
    }
    Map<String, AttributeValue> values = new HashMap<>();
    state.forEach((name, value) -> values.put(":" + name, value));
    values.put(":seen", number(seen.value()));
    values.put(":now", now());
    client.updateItem(
        update ->
            update
                .tableName(table)
                .key(SubmissionKeys.of(submission.record().owner(), submission.record().id()))
                .updateExpression(assignments(submission, state))
                .conditionExpression(SEEN_AND_LIVE)
                .expressionAttributeNames(names)
                .expressionAttributeValues(values)
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD));
    return new Write.Stored();
  }

  private static String assignments(Submission submission, Map<String, AttributeValue> state) {
    String set =
        state.keySet().stream()
            .sorted()
            .map(name -> "#" + name + " = :" + name)
            .collect(Collectors.joining(", ", "SET ", ""));
    // Only an amendment changes content; operands are the item as it was before the update.
    return submission instanceof Submission.Received
        ? set + ", #first = if_not_exists(#first, #content)"
        : set;
  }

  @Override
  public Page list(Owner owner, Optional<Status> status, Optional<Position> after, PageSize size) {
    Map<String, AttributeValue> values = new HashMap<>();
    values.put(":partition", text(SubmissionKeys.partition(owner)));
    values.put(":now", now());
    QueryRequest.Builder query =
        QueryRequest.builder()
            .indexName(SubmissionKeys.BY_RECEIVED_INDEX)
            .consistentRead(true)
            .keyConditionExpression("pk = :partition")
            .filterExpression("expiresAt > :now");
    status.ifPresent(
        wanted -> {
          values.put(":status", text(wanted.wireName()));
          query
              .filterExpression("expiresAt > :now AND #status = :status")
              .expressionAttributeNames(Map.of("#status", "status"));
        });
    List<Submission> found =
        new NewestFirstQuery(client, table)
            .newest(query.expressionAttributeValues(values).build(), after, size.value() + 1);
    return NewestFirstQuery.page(found, size);
  }

  private AttributeValue now() {
    return number(clock.instant().getEpochSecond());
  }
}
