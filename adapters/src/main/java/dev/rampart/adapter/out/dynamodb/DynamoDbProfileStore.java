package dev.rampart.adapter.out.dynamodb;

import dev.rampart.domain.detection.signal.Signal;
import dev.rampart.domain.detection.signal.Subject;
import dev.rampart.domain.detection.state.Profile;
import dev.rampart.domain.port.out.PortUnavailable;
import dev.rampart.domain.port.out.ProfileStore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * Profiles in DynamoDB: one item each, changed by one update a batch, never read. The answer to an
 * update holds the whole item, whether it was made or refused, so the detectors need no further
 * call.
 */
public final class DynamoDbProfileStore implements ProfileStore {
  /** A second refusal means that somebody else is adding the same signals. */
  private static final int TRIES_MAX = 4;

  /** Cleaning up costs a write, so it waits until there is enough to remove. */
  private static final int STALE_MIN = 16;

  private static final int REMOVALS_MAX = 200;

  private final DynamoDbClient client;
  private final String table;

  /** Keeps profiles in a table with the keys {@code pk} and {@code sk}. */
  public DynamoDbProfileStore(DynamoDbClient client, String table) {
    this.client = client;
    this.table = table;
  }

  @Override
  public Profile add(Subject subject, List<Signal> signals) {
    Map<String, AttributeValue> key = DetectionKeys.profile(subject);
    List<Signal> all = Signal.distinct(signals);
    ProfileItem item = new ProfileItem(Map.of());
    for (int from = 0; from < all.size(); from += ProfileUpdate.SIGNALS_MAX) {
      int to = Math.min(all.size(), from + ProfileUpdate.SIGNALS_MAX);
      item = add(key, all.subList(from, to));
    }
    cleanUp(key, item);
    return item.profile(subject);
  }

  private ProfileItem add(Map<String, AttributeValue> key, List<Signal> signals) {
    ProfileItem seen = new ProfileItem(Map.of());
    for (int attempt = 0; attempt < TRIES_MAX; attempt++) {
      ProfileItem known = seen;
      List<Signal> unknown = signals.stream().filter(signal -> !knows(known, signal)).toList();
      if (unknown.isEmpty()) {
        return seen;
      }
      try {
        UpdateItemRequest request = request(key, new ProfileUpdate(unknown, known));
        return new ProfileItem(
            DynamoDbCalls.call("UpdateItem", () -> client.updateItem(request)).attributes());
      } catch (ConditionalCheckFailedException e) {
        seen = new ProfileItem(e.item());
      }
    }
    throw new PortUnavailable("too many writers at one profile");
  }

  private static boolean knows(ProfileItem item, Signal signal) {
    return item.ids(Profile.halfHour(signal.observedAt()))
        .contains(ProfileItem.shortId(signal.id()));
  }

  private UpdateItemRequest request(Map<String, AttributeValue> key, ProfileUpdate update) {
    UpdateItemRequest.Builder request =
        UpdateItemRequest.builder()
            .tableName(table)
            .key(key)
            .updateExpression(update.expression())
            .expressionAttributeNames(update.names())
            .expressionAttributeValues(update.values())
            .returnValues(ReturnValue.ALL_NEW)
            .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD);
    if (!update.condition().isEmpty()) {
      request.conditionExpression(update.condition());
    }
    return request.build();
  }

  private void cleanUp(Map<String, AttributeValue> key, ProfileItem item) {
    List<String> stale = item.stale();
    if (stale.size() < STALE_MIN) {
      return;
    }
    Map<String, String> names = new LinkedHashMap<>();
    stale.stream().limit(REMOVALS_MAX).forEach(name -> names.put("#r" + names.size(), name));
    var _ =
        DynamoDbCalls.call(
            "UpdateItem",
            () ->
                client.updateItem(
                    request ->
                        request
                            .tableName(table)
                            .key(key)
                            .updateExpression("REMOVE " + String.join(", ", names.keySet()))
                            .expressionAttributeNames(names)));
  }
}
