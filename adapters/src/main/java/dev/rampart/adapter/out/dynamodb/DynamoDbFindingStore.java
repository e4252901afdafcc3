package dev.rampart.adapter.out.dynamodb;

import static dev.rampart.adapter.out.dynamodb.Attributes.number;
import static dev.rampart.adapter.out.dynamodb.Attributes.text;

import dev.rampart.domain.detection.finding.Finding;
import dev.rampart.domain.detection.finding.Incident;
import dev.rampart.domain.port.out.FindingStore;
import dev.rampart.domain.port.out.PortUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * Open findings in DynamoDB: one item for each subject and detector. Opening is one conditional
 * write; if it is refused, the answer holds the finding that is open.
 */
public final class DynamoDbFindingStore implements FindingStore {
  private static final int TRIES_MAX = 4;
  private static final Duration KEPT = Duration.ofDays(7);

  private final DynamoDbClient client;
  private final String table;

  /** Stores findings in a table with the keys {@code pk} and {@code sk}. */
  public DynamoDbFindingStore(DynamoDbClient client, String table) {
    this.client = client;
    this.table = table;
  }

  @Override
  public PublicationState openOrUpdate(Finding finding) {
    for (int attempt = 0; attempt < TRIES_MAX; attempt++) {
      Write opened = open(finding);
      if (opened instanceof Write.Made(FindingItem item)) {
        return item.state();
      }
      Optional<PublicationState> state = update(finding, opened.item());
      if (state.isPresent()) {
        return state.get();
      }
    }
    throw new PortUnavailable("too many writers at one finding");
  }

  @Override
  public void markPublished(Finding finding, PublicationState state) {
    var _ =
        update(
            finding,
            "SET told = :v",
            "uid = :uid AND told < :v",
            Map.of(":v", number(state.version()), ":uid", text(state.id().text())));
  }

  private Write open(Finding finding) {
    Instant seen = finding.lastSeen();
    return update(
        finding,
        "SET uid = :uid, lastAt = :t, sev = :sev, ver = :one, told = :zero, expiresAt = :x",
        "attribute_not_exists(pk) OR lastAt < :silent",
        Map.of(
            ":uid", text(finding.id().text()),
            ":t", number(seen.toEpochMilli()),
            ":sev", number(FindingItem.rank(finding.severity())),
            ":one", number(1),
            ":zero", number(0),
            ":x", number(seen.plus(KEPT).getEpochSecond()),
            ":silent", number(seen.minus(Incident.CLOSED_AFTER).toEpochMilli())));
  }

  /** Returns the state after the update; empty if somebody else changed the finding meanwhile. */
  private Optional<PublicationState> update(Finding finding, FindingItem open) {
    Incident incident = open.incident();
    if (!incident.isChangedBy(finding.severity(), finding.lastSeen())) {
      return Optional.of(open.state());
    }
    Incident changed = incident.changedBy(finding.severity(), finding.lastSeen());
    Write updated =
        update(
            finding,
            "SET lastAt = :t, sev = :sev, expiresAt = :x ADD ver :one",
            "uid = :uid AND ver = :ver",
            Map.of(
                ":uid", text(incident.id().text()),
                ":ver", number(incident.version()),
                ":t", number(changed.lastSeen().toEpochMilli()),
                ":sev", number(FindingItem.rank(changed.severity())),
                ":one", number(1),
                ":x", number(changed.lastSeen().plus(KEPT).getEpochSecond())));
    return updated instanceof Write.Made(FindingItem item)
        ? Optional.of(item.state())
        : Optional.empty();
  }

  private Write update(
      Finding finding, String expression, String condition, Map<String, AttributeValue> values) {
    UpdateItemRequest request =
        UpdateItemRequest.builder()
            .tableName(table)
            .key(DetectionKeys.finding(finding.subject(), finding.detector()))
            .updateExpression(expression)
            .conditionExpression(condition)
            .expressionAttributeValues(values)
            .returnValues(ReturnValue.ALL_NEW)
            .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
            .build();
    try {
      return new Write.Made(
          new FindingItem(
              DynamoDbCalls.call("UpdateItem", () -> client.updateItem(request)).attributes()));
    } catch (ConditionalCheckFailedException e) {
      return new Write.Refused(new FindingItem(e.item()));
    }
  }

  /** What became of a conditional write, with the item after it. */
  private sealed interface Write {
    FindingItem item();

    record Made(FindingItem item) implements Write {}

    record Refused(FindingItem item) implements Write {}
  }
}
