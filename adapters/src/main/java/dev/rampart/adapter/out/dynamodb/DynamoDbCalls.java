package dev.rampart.adapter.out.dynamodb;

import dev.rampart.domain.port.out.PortUnavailable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Makes calls of DynamoDB, whose faults become {@link PortUnavailable}. */
final class DynamoDbCalls {
  private static final Set<String> REFUSALS =
      Set.of("ConditionalCheckFailed", "TransactionConflict");

  private DynamoDbCalls() {}

  /**
   * Makes a call and returns its answer.
   *
   * @throws ConditionalCheckFailedException if the condition of a write does not hold
   * @throws TransactionCanceledException if that of a write in a transaction does not, or somebody
   *     else is writing the same item
   * @throws PortUnavailable for every other fault, after the SDK's own retries
   */
  static <T> T call(String operation, Supplier<T> call) {
    try {
      return call.get();
    } catch (ConditionalCheckFailedException e) {
      throw e;
    } catch (TransactionCanceledException e) {
      if (isRefusal(e)) {
        throw e;
      }
      throw new PortUnavailable(operation + ": " + code(e), e);
    } catch (AwsServiceException e) {
      throw new PortUnavailable(operation + ": " + code(e), e);
    } catch (SdkException e) {
      throw new PortUnavailable(operation + ": no answer", e);
    }
  }

  /**
   * Returns an item as it is by now.
   *
   * @throws PortUnavailable if the table does not answer
   */
  static Optional<StoredItem> find(
      DynamoDbClient client, String table, Map<String, AttributeValue> key) {
    GetItemResponse answer =
        call(
            "GetItem",
            () -> client.getItem(get -> get.tableName(table).key(key).consistentRead(true)));
    return answer.hasItem() ? Optional.of(new StoredItem(answer.item())) : Optional.empty();
  }

  /**
   * Makes several writes or none, and returns whether they were made: a condition did not hold, or
   * somebody else was writing the same item.
   *
   * @throws PortUnavailable if the table does not answer; they may or may not be made
   */
  static boolean transact(DynamoDbClient client, List<TransactWriteItem> writes) {
    try {
      var _ =
          call(
              "TransactWriteItems",
              () -> client.transactWriteItems(request -> request.transactItems(writes)));
      return true;
    } catch (TransactionCanceledException _) {
      return false;
    }
  }

  /**
   * Returns the first of the items of a query that can be read, as many as wanted or as there are,
   * page by page: a filter may leave a page short or empty although more follow.
   *
   * @param wanted at least 1
   * @param read empty for an item that is passed over
   * @throws PortUnavailable if the table does not answer
   */
  static <T> List<T> query(
      DynamoDbClient client,
      QueryRequest query,
      int wanted,
      Function<StoredItem, Optional<T>> read) {
    List<T> found = new ArrayList<>();
    QueryRequest next = query;
    while (true) {
      QueryRequest page = next;
      QueryResponse answer = call("Query", () -> client.query(page));
      answer.items().stream()
          .map(StoredItem::new)
          .map(read)
          .flatMap(Optional::stream)
          .limit(wanted - (long) found.size())
          .forEach(found::add);
      if (found.size() >= wanted || !answer.hasLastEvaluatedKey()) {
        return found;
      }
      next = query.toBuilder().exclusiveStartKey(answer.lastEvaluatedKey()).build();
    }
  }

  private static boolean isRefusal(TransactionCanceledException e) {
    return e.cancellationReasons().stream()
        .anyMatch(reason -> REFUSALS.contains(Objects.requireNonNullElse(reason.code(), "")));
  }

  /** An answer that is no document of DynamoDB's, as a proxy gives it, has no details. */
  private static String code(AwsServiceException fault) {
    return Optional.ofNullable(fault.awsErrorDetails())
        .map(AwsErrorDetails::errorCode)
        .orElseGet(() -> "status " + fault.statusCode());
  }
}
