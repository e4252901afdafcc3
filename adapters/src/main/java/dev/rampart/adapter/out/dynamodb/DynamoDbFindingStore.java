package dev.rampart.adapter.out.dynamodb;

import dev.rampart.domain.detection.Finding;
import dev.rampart.domain.port.out.FindingStore;
import dev.rampart.domain.port.out.PortUnavailable;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * Open findings in DynamoDB: one item for each subject and detector. Opening is one conditional
 * write; its refusal returns the finding that is open.
 */
public final class DynamoDbFindingStore implements FindingStore {
  private static final int TRIES_MAX = 4;
  private static final Duration KEPT = Duration.ofDays(7);

  private final DynamoDbClient client;
  private final String table;

  /** Keeps findings in a table with the keys {@code pk} and {@code sk}. */
  public DynamoDbFindingStore(DynamoDbClient client, String table) {
    this.client = client;
    this.table = table;
  }

  @Override
  public Standing keep(Finding finding) {
    try {
      for (var attempt = 0; attempt < TRIES_MAX; attempt++) {
        var opened = open(finding);
        if (opened instanceof Write.Made(var item)) {
          return item.standing();
        }
        var standing = note(finding, opened.item());
        if (standing.isPresent()) {
          return standing.get();
        }
      }
    } catch (SdkException e) {
      throw new PortUnavailable("the detection table did not take a finding", e);
    }
    throw new PortUnavailable("too many writers at one finding");
  }

  @Override
  public void told(Finding finding, Standing told) {
    try {
      var _ =
          update(
              finding,
              "SET told = :v",
              "uid = :uid AND told < :v",
              Map.of(":v", number(told.version()), ":uid", text(told.id().text())));
    } catch (SdkException e) {
      throw new PortUnavailable("the detection table did not take a mark", e);
    }
  }

  private Write open(Finding finding) {
    var seen = finding.lastSeen();
    return update(
        finding,
        "SET uid = :uid, lastAt = :t, sev = :sev, ver = :one, told = :zero, expiresAt = :x",
        "attribute_not_exists(pk) OR lastAt < :silent",
        Map.of(
            ":uid", text(finding.id().text()),
            ":t", number(seen.toEpochMilli()),
            ":sev", number(FindingRecord.rank(finding.severity())),
            ":one", number(1),
            ":zero", number(0),
            ":x", number(seen.plus(KEPT).getEpochSecond()),
            ":silent", number(seen.minus(Finding.SILENCE).toEpochMilli())));
  }

  /** Empty where somebody else changed the finding meanwhile. */
  private Optional<Standing> note(Finding finding, FindingRecord open) {
    var standing = open.standing();
    if (!open.isNews(finding)) {
      return Optional.of(standing);
    }
    var seen = Math.max(open.lastAt(), finding.lastSeen().toEpochMilli());
    var noted =
        update(
            finding,
            "SET lastAt = :t, sev = :sev, expiresAt = :x ADD ver :one",
            "uid = :uid AND ver = :ver",
            Map.of(
                ":uid", text(standing.id().text()),
                ":ver", number(standing.version()),
                ":t", number(seen),
                ":sev", number(FindingRecord.rank(finding.severity())),
                ":one", number(1),
                ":x", number(seen / 1_000 + KEPT.toSeconds())));
    return noted instanceof Write.Made(var item) ? Optional.of(item.standing()) : Optional.empty();
  }

  private Write update(
      Finding finding, String expression, String condition, Map<String, AttributeValue> values) {
    var request =
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
      return new Write.Made(new FindingRecord(client.updateItem(request).attributes()));
    } catch (ConditionalCheckFailedException e) {
      return new Write.Refused(new FindingRecord(e.item()));
    }
  }

  private static AttributeValue number(long value) {
    return AttributeValue.fromN(Long.toString(value));
  }

  private static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }

  /** What became of a conditional write, with the item as it then is. */
  private sealed interface Write {
    FindingRecord item();

    record Made(FindingRecord item) implements Write {}

    record Refused(FindingRecord item) implements Write {}
  }
}
