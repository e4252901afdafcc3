package dev.rampart.adapter.out.dynamodb;

import dev.rampart.domain.port.out.PortUnavailable;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** Makes calls of DynamoDB, whose faults become {@link PortUnavailable}. */
final class DynamoDbCalls {
  private DynamoDbCalls() {}

  /**
   * Makes a call and returns its answer.
   *
   * @throws ConditionalCheckFailedException if the condition of a write does not hold
   * @throws PortUnavailable for every other fault, after the SDK's own retries
   */
  static <T> T call(String operation, Supplier<T> call) {
    try {
      return call.get();
    } catch (ConditionalCheckFailedException e) {
      throw e;
    } catch (AwsServiceException e) {
      throw new PortUnavailable(operation + ": " + code(e), e);
    } catch (SdkException e) {
      throw new PortUnavailable(operation + ": no answer", e);
    }
  }

  /** An answer that is no document of DynamoDB's, as a proxy gives it, has no details. */
  private static String code(AwsServiceException fault) {
    return Optional.ofNullable(fault.awsErrorDetails())
        .map(AwsErrorDetails::errorCode)
        .orElseGet(() -> "status " + fault.statusCode());
  }
}
