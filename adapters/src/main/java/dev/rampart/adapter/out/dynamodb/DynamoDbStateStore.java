package dev.rampart.adapter.out.dynamodb;

import dev.rampart.domain.detection.signal.Subject;
import dev.rampart.domain.detection.state.GroupState;
import dev.rampart.domain.detection.state.Observation;
import dev.rampart.domain.detection.state.ObservationId;
import dev.rampart.domain.detection.state.SubjectState;
import dev.rampart.domain.port.out.PortUnavailable;
import dev.rampart.domain.port.out.StateStore;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * States in DynamoDB: one item each, changed by one update a batch, never read. The answer to an
 * update holds the whole item as it was before, whether the update was made or refused, so the
 * detectors need no further call.
 */
public final class DynamoDbStateStore implements StateStore {
  /** A second refusal means that somebody else is adding the same observations. */
  private static final int TRIES_MAX = 4;

  private static final int REMOVALS_MAX = 200;

  private final DynamoDbClient client;
  private final String table;
  private final KnownBounds known = new KnownBounds();

  /** Keeps states in a table with the keys {@code pk} and {@code sk}. */
  public DynamoDbStateStore(DynamoDbClient client, String table) {
    this.client = client;
    this.table = table;
  }

  @Override
  public SubjectState add(Subject subject, List<Observation> observations) {
    Map<String, AttributeValue> key = DetectionKeys.state(subject);
    List<Observation> all = distinct(observations);
    int first = Math.min(all.size(), StateUpdate.OBSERVATIONS_MAX);
    StateItem before = addPart(subject, all.subList(0, first));
    for (int from = first; from < all.size(); from += StateUpdate.OBSERVATIONS_MAX) {
      int to = Math.min(all.size(), from + StateUpdate.OBSERVATIONS_MAX);
      var _ = addPart(subject, all.subList(from, to));
    }
    if (before.mayBeStale()) {
      SubjectState after = before.subjectState();
      for (Observation seen : all) {
        var _ = after.add(seen);
      }
      cleanUp(key, before.stale(after.cellList(), after.ids()));
    }
    return before.subjectState();
  }

  @Override
  public GroupState addToGroup(Subject group, GroupState news) {
    Map<String, AttributeValue> key = DetectionKeys.state(group);
    StateUpdate update = StateUpdate.of(news.cellList(), news.newestMillis());
    StateItem before = update(key, update, news.newestMillis());
    if (before.mayBeStale()) {
      GroupState after = before.groupState();
      after.addAll(news);
      cleanUp(key, before.stale(after.cellList(), List.of()));
    }
    return before.groupState();
  }

  private static List<Observation> distinct(Collection<Observation> observations) {
    SequencedMap<ObservationId, Observation> byId = new LinkedHashMap<>();
    observations.forEach(seen -> byId.putIfAbsent(seen.observationId(), seen));
    return List.copyOf(byId.values());
  }

  /** Adds observations, and returns the item as it was before. */
  private StateItem addPart(Subject subject, List<Observation> observations) {
    long newest = observations.stream().mapToLong(Observation::timeMillis).max().orElseThrow();
    long halfHour =
        observations.stream()
            .mapToLong(seen -> seen.observationId().halfHour())
            .max()
            .orElseThrow();
    StateBounds bounds = known.of(subject, halfHour);
    StateItem stored = new StateItem(Map.of(), newest);
    for (int attempt = 0; attempt < TRIES_MAX; attempt++) {
      StateItem last = stored;
      List<Observation> unknown =
          observations.stream().filter(seen -> !last.knows(seen.observationId())).toList();
      if (unknown.isEmpty()) {
        return stored;
      }
      try {
        StateUpdate update = StateUpdate.of(unknown, last, bounds);
        StateItem before = update(DetectionKeys.state(subject), update, newest);
        known.note(subject, StateBounds.of(before, halfHour));
        return before;
      } catch (ConditionalCheckFailedException e) {
        stored = new StateItem(e.item(), newest);
        bounds = StateBounds.of(stored, halfHour);
      }
    }
    throw new PortUnavailable("too many writers at one state");
  }

  private StateItem update(Map<String, AttributeValue> key, StateUpdate update, long newest) {
    String expression = update.expression();
    UpdateItemRequest.Builder request =
        UpdateItemRequest.builder()
            .tableName(table)
            .key(key)
            .updateExpression(expression)
            .expressionAttributeNames(update.names())
            .expressionAttributeValues(update.values())
            .returnValues(ReturnValue.ALL_OLD)
            .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD);
    if (!update.condition().isEmpty()) {
      request.conditionExpression(update.condition());
    }
    return new StateItem(
        DynamoDbCalls.call("UpdateItem", () -> client.updateItem(request.build())).attributes(),
        newest);
  }

  private void cleanUp(Map<String, AttributeValue> key, List<String> stale) {
    if (stale.size() < StateItem.STALE_MIN) {
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
