package dev.rampart.adapter.out.dynamodb;

import dev.rampart.domain.port.out.PortUnavailable;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
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
