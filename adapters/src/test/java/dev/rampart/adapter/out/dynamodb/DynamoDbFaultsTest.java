package dev.rampart.adapter.out.dynamodb;

import static dev.rampart.domain.submission.Examples.ANN;
import static dev.rampart.domain.submission.Examples.FINGERPRINT;
import static dev.rampart.domain.submission.Examples.MORNING;
import static dev.rampart.domain.submission.Examples.event;
import static dev.rampart.domain.submission.Examples.received;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.rampart.domain.port.out.PortUnavailable;
import dev.rampart.domain.port.out.SubmissionStore;
import dev.rampart.domain.submission.Submission;
import dev.rampart.domain.submission.SubmissionEvent;
import dev.rampart.domain.submission.Version;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentMatchers;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** Faults that no engine shows on demand. */
final class DynamoDbFaultsTest {
  private final DynamoDbClient client = mock();
  private final SubmissionStore store =
      new DynamoDbSubmissionStore(client, "Submissions", () -> MORNING);
  private final Submission.Received submission = received(ANN, "a", MORNING);

  @Test
  void a_throttled_table_is_unavailable() {
    when(client.putItem(ArgumentMatchers.<Consumer<PutItemRequest.Builder>>any()))
        .thenThrow(
            ProvisionedThroughputExceededException.builder()
                .awsErrorDetails(
                    AwsErrorDetails.builder()
                        .errorCode("ProvisionedThroughputExceededException")
                        .build())
                .build());
    assertThatExceptionOfType(PortUnavailable.class)
        .isThrownBy(() -> store.create(submission, FINGERPRINT, event(submission)))
        .withMessage("PutItem: ProvisionedThroughputExceededException");
  }

  @Test
  void a_refusal_that_is_not_in_the_words_of_dynamodb_is_unavailable() {
    when(client.putItem(ArgumentMatchers.<Consumer<PutItemRequest.Builder>>any()))
        .thenThrow(DynamoDbException.builder().statusCode(502).build());
    assertThatExceptionOfType(PortUnavailable.class)
        .isThrownBy(() -> store.create(submission, FINGERPRINT, event(submission)))
        .withMessage("PutItem: status 502");
  }

  @Test
  void a_table_that_does_not_answer_is_unavailable() {
    when(client.getItem(ArgumentMatchers.<Consumer<GetItemRequest.Builder>>any()))
        .thenThrow(SdkClientException.create("connect timed out"));
    assertThatExceptionOfType(PortUnavailable.class)
        .isThrownBy(() -> store.find(ANN, submission.record().id()))
        .withMessage("GetItem: no answer");
  }

  @Test
  void a_write_whose_answer_was_lost_is_recognised_when_it_is_tried_again() {
    assertThat(saveAfter(sent -> Map.of("writeId", sent.get(":writeId"))))
        .isEqualTo(new SubmissionStore.Write.Stored());
  }

  @Test
  void a_write_that_another_overtook_is_stale() {
    assertThat(saveAfter(_ -> Map.of("writeId", AttributeValue.fromS("another"))))
        .isEqualTo(new SubmissionStore.Write.Conflict());
  }

  @Test
  void a_new_submission_whose_answer_was_lost_is_recognised_when_it_is_tried_again() {
    assertThat(createAfter(sent -> sent)).isEqualTo(new SubmissionStore.Creation.Created());
  }

  @Test
  void a_submission_that_another_request_with_the_key_made_is_a_repeat() {
    assertThat(
            createAfter(
                sent -> {
                  Map<String, AttributeValue> other = new HashMap<>(sent);
                  other.put("writeId", AttributeValue.fromS("another"));
                  return other;
                }))
        .isEqualTo(new SubmissionStore.Creation.Repeated(submission));
  }

  private SubmissionStore.Creation createAfter(
      Function<Map<String, AttributeValue>, Map<String, AttributeValue>> stored) {
    when(client.putItem(ArgumentMatchers.<Consumer<PutItemRequest.Builder>>any()))
        .thenAnswer(
            call -> {
              Consumer<PutItemRequest.Builder> request = call.getArgument(0);
              PutItemRequest sent = PutItemRequest.builder().applyMutation(request).build();
              throw ConditionalCheckFailedException.builder()
                  .item(stored.apply(sent.item()))
                  .build();
            });
    return store.create(submission, FINGERPRINT, event(submission));
  }

  private SubmissionStore.Write saveAfter(
      Function<Map<String, AttributeValue>, Map<String, AttributeValue>> stored) {
    when(client.updateItem(ArgumentMatchers.<Consumer<UpdateItemRequest.Builder>>any()))
        .thenAnswer(
            call -> {
              Consumer<UpdateItemRequest.Builder> request = call.getArgument(0);
              UpdateItemRequest sent = UpdateItemRequest.builder().applyMutation(request).build();
              throw ConditionalCheckFailedException.builder()
                  .item(stored.apply(sent.expressionAttributeValues()))
                  .build();
            });
    Submission.Withdrawn withdrawn = submission.withdraw(MORNING.plusSeconds(1));
    return store.save(
        withdrawn,
        Version.FIRST,
        new SubmissionEvent.Withdrawn(SubmissionEvent.Snapshot.of(withdrawn)));
  }
}
