package dev.rampart.local.events.queue;

import static dev.rampart.local.events.Desk.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.events.Desk;
import dev.rampart.local.protocol.http.Field;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SqsServiceTest {
  private static final String URL = "http://127.0.0.1:4566/000000000000/inbox";

  private final Desk desk = new Desk();

  @Test
  void a_queue_is_made_found_listed_and_deleted() {
    assertThat(desk.sqs("CreateQueue", "{\"QueueName\":\"inbox\"}").path("QueueUrl").asText())
        .isEqualTo(URL);
    assertThat(desk.sqs("GetQueueUrl", "{\"QueueName\":\"inbox\"}").path("QueueUrl").asText())
        .isEqualTo(URL);
    assertThat(desk.sqs("ListQueues", "{\"QueueNamePrefix\":\"in\"}").at("/QueueUrls/0").asText())
        .isEqualTo(URL);
    assertThat(desk.sqs("ListQueues", "{\"QueueNamePrefix\":\"x\"}").path("QueueUrls")).isEmpty();
    call("DeleteQueue", "");
    assertThat(error("GetQueueUrl", "{\"QueueName\":\"inbox\"}"))
        .isEqualTo("com.amazonaws.sqs#QueueDoesNotExist");
    assertThat(error("SendMessage", "{\"QueueUrl\":\"" + URL + "\",\"MessageBody\":\"x\"}"))
        .isEqualTo("com.amazonaws.sqs#QueueDoesNotExist");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GetQueueUrl | {\"QueueName\":\"none\"} | AWS.SimpleQueueService.NonExistentQueue;Sender",
        "CreateQueue | {\"QueueName\":\"a.b\"} | InvalidParameterValue;Sender",
        "Odd | {} | AWS.SimpleQueueService.UnsupportedOperation;Sender",
        "ListQueues | [] | SerializationException;Sender",
      })
  void a_refusal_has_the_code_of_the_query_protocol_in_a_field(
      String operation, String input, String code) {
    assertThat(desk.reply("AmazonSQS." + operation, input).fields())
        .contains(new Field("x-amzn-query-error", code));
  }

  @Test
  void making_a_queue_again_needs_the_same_attributes() {
    String made = "{\"QueueName\":\"inbox\",\"Attributes\":{\"VisibilityTimeout\":\"%s\"}}";
    desk.sqs("CreateQueue", made.formatted("60"));
    assertThat(desk.sqs("CreateQueue", made.formatted("60")).path("QueueUrl").asText())
        .isEqualTo(URL);
    assertThat(error("CreateQueue", made.formatted("61")))
        .isEqualTo("com.amazonaws.sqs#QueueNameExists");
    assertThat(desk.reply("AmazonSQS.CreateQueue", made.formatted("61")).fields())
        .contains(new Field("x-amzn-query-error", "QueueAlreadyExists;Sender"));
  }

  @Test
  void a_message_comes_back_with_its_sums_and_is_gone_once_deleted() {
    desk.queue("inbox", "");
    JsonNode sent =
        call(
            "SendMessage",
            "\"MessageBody\":\"hello\",\"MessageAttributes\":{\"a\":{\"DataType\":\"String\",\"StringValue\":\"b\"}}");
    assertThat(sent.path("MD5OfMessageBody").asText())
        .isEqualTo("5d41402abc4b2a76b9719d911017c592");
    JsonNode got =
        call("ReceiveMessage", "\"AttributeNames\":[\"All\"],\"MessageAttributeNames\":[\"All\"]")
            .at("/Messages/0");
    assertThat(got.path("Body").asText()).isEqualTo("hello");
    assertThat(got.path("MessageId")).isEqualTo(sent.path("MessageId"));
    assertThat(got.path("MD5OfMessageAttributes")).isEqualTo(sent.path("MD5OfMessageAttributes"));
    assertThat(got.at("/Attributes/ApproximateReceiveCount").asText()).isEqualTo("1");
    assertThat(got.at("/Attributes/SentTimestamp").asText()).isEqualTo("1795510800000");
    assertThat(call("ReceiveMessage", "").path("Messages")).isEmpty();
    call("DeleteMessage", "\"ReceiptHandle\":" + got.path("ReceiptHandle"));
    desk.pass(Duration.ofMinutes(10));
    assertThat(call("ReceiveMessage", "").path("Messages")).isEmpty();
  }

  @Test
  void only_what_is_asked_for_is_shown() {
    desk.queue("inbox", "");
    call(
        "SendMessage",
        "\"MessageBody\":\"x\",\"MessageAttributes\":{\"a.b\":{\"DataType\":\"String\",\"StringValue\":\"1\"},\"c\":{\"DataType\":\"Binary\",\"BinaryValue\":\"AQI=\"}}");
    JsonNode got = call("ReceiveMessage", "\"MessageAttributeNames\":[\"a.*\"]").at("/Messages/0");
    assertThat(got.has("Attributes")).isFalse();
    assertThat(got.path("MessageAttributes").size()).isEqualTo(1);
  }

  @Test
  void attributes_are_changed_and_shown() {
    desk.queue("inbox", "\"VisibilityTimeout\":180,\"KmsMasterKeyId\":\"key\"");
    call("SetQueueAttributes", "\"Attributes\":{\"DelaySeconds\":\"5\"}");
    call("SendMessage", "\"MessageBody\":\"x\"");
    JsonNode shown = call("GetQueueAttributes", "\"AttributeNames\":[\"All\"]").path("Attributes");
    assertThat(shown.path("DelaySeconds").asText()).isEqualTo("5");
    assertThat(shown.path("VisibilityTimeout").asText()).isEqualTo("180");
    assertThat(shown.path("KmsMasterKeyId").asText()).isEqualTo("key");
    assertThat(shown.path("ApproximateNumberOfMessagesDelayed").asText()).isEqualTo("1");
    assertThat(shown.path("ApproximateNumberOfMessages").asText()).isEqualTo("0");
    assertThat(shown.path("QueueArn").asText())
        .isEqualTo("arn:aws:sqs:eu-west-1:000000000000:inbox");
    assertThat(call("GetQueueAttributes", "").has("Attributes")).isFalse();
  }

  @Test
  void a_batch_names_what_failed_and_keeps_the_rest() {
    desk.queue("inbox", "");
    JsonNode sent =
        call(
            "SendMessageBatch",
            "\"Entries\":[{\"Id\":\"a\",\"MessageBody\":\"x\"},{\"Id\":\"b\",\"MessageBody\":\"\"}]");
    assertThat(sent.at("/Successful/0/Id").asText()).isEqualTo("a");
    assertThat(sent.at("/Failed/0/Id").asText()).isEqualTo("b");
    assertThat(sent.at("/Failed/0/Code").asText()).isEqualTo("MissingParameter");
    JsonNode handle = call("ReceiveMessage", "").at("/Messages/0/ReceiptHandle");
    JsonNode deleted =
        call(
            "DeleteMessageBatch",
            "\"Entries\":[{\"Id\":\"a\",\"ReceiptHandle\":"
                + handle
                + "},{\"Id\":\"b\",\"ReceiptHandle\":\"no\"}]");
    assertThat(deleted.at("/Successful/0/Id").asText()).isEqualTo("a");
    assertThat(deleted.at("/Failed/0/Code").asText()).isEqualTo("ReceiptHandleIsInvalid");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          SendMessage | | MissingParameter
          SendMessage | "MessageBody":7 | SerializationException
          SendMessage | "MessageBody":"\\u0000" | InvalidMessageContents
          SendMessage | "MessageBody":"x","DelaySeconds":901 | InvalidParameterValue
          SendMessage | "MessageBody":"x","MessageAttributes":{"a":{"DataType":"Odd","StringValue":"b"}} | InvalidParameterValue
          SendMessage | "MessageBody":"x","MessageAttributes":{"a":{"DataType":"Binary","BinaryValue":"%"}} | SerializationException
          SendMessageBatch | "Entries":[] | EmptyBatchRequest
          SendMessageBatch | "Entries":[{"Id":"a","MessageBody":"x"},{"Id":"a","MessageBody":"x"}] | BatchEntryIdsNotDistinct
          SendMessageBatch | "Entries":[{"Id":"a b","MessageBody":"x"}] | InvalidBatchEntryId
          ReceiveMessage | "MaxNumberOfMessages":11 | InvalidParameterValue
          ReceiveMessage | "WaitTimeSeconds":21 | InvalidParameterValue
          DeleteMessage | "ReceiptHandle":"no" | ReceiptHandleIsInvalid
          DeleteMessage | | MissingParameter
          ChangeMessageVisibility | "ReceiptHandle":"no","VisibilityTimeout":1 | ReceiptHandleIsInvalid
          SetQueueAttributes | "Attributes":{"VisibilityTimeout":"43201"} | InvalidAttributeValue
          SetQueueAttributes | "Attributes":{"VisibilityTimeout":"soon"} | InvalidAttributeValue
          SetQueueAttributes | "Attributes":{"RedrivePolicy":"{"} | InvalidAttributeValue
          SetQueueAttributes | "Attributes":{"RedrivePolicy":"{\\"deadLetterTargetArn\\":\\"a\\",\\"maxReceiveCount\\":1}}"} | InvalidAttributeValue
          SetQueueAttributes | "Attributes":{"Odd":"1"} | InvalidAttributeName
          ListDeadLetterSourceQueues | | UnsupportedOperation
          """)
  void a_bad_request_is_refused_with_the_code_of_sqs(
      String operation, String members, String code) {
    desk.queue("inbox", "");
    assertThat(call(operation, members == null ? "" : members).path("__type").asText())
        .isEqualTo("com.amazonaws.sqs#" + code);
  }

  @Test
  void a_message_at_the_limit_is_taken_and_one_byte_more_is_not() {
    desk.queue("inbox", "\"MaximumMessageSize\":1024");
    assertThat(call("SendMessage", "\"MessageBody\":\"" + "x".repeat(1024) + "\"").has("MessageId"))
        .isTrue();
    assertThat(
            call("SendMessage", "\"MessageBody\":\"" + "x".repeat(1025) + "\"")
                .path("__type")
                .asText())
        .isEqualTo("com.amazonaws.sqs#InvalidParameterValue");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "orders.fifo", "a b"})
  void a_queue_name_that_sqs_or_the_local_run_does_not_take_is_refused(String name) {
    assertThat(error("CreateQueue", "{\"QueueName\":\"" + name + "\"}"))
        .isEqualTo("com.amazonaws.sqs#InvalidParameterValue");
  }

  @Test
  void a_purged_queue_is_empty() {
    desk.queue("inbox", "");
    call("SendMessage", "\"MessageBody\":\"x\"");
    call("PurgeQueue", "");
    assertThat(call("ReceiveMessage", "").path("Messages")).isEmpty();
  }

  @Test
  void a_waiting_receiver_gets_the_message_that_comes_meanwhile() throws Exception {
    desk.queue("inbox", "");
    CompletableFuture<JsonNode> receiver =
        CompletableFuture.supplyAsync(() -> call("ReceiveMessage", "\"WaitTimeSeconds\":20"));
    call("SendMessage", "\"MessageBody\":\"late\"");
    assertThat(receiver.get(60, TimeUnit.SECONDS).at("/Messages/0/Body").asText())
        .isEqualTo("late");
  }

  private JsonNode call(String operation, String members) {
    String input = "{\"QueueUrl\":\"" + URL + "\"" + (members.isEmpty() ? "" : ",") + members + "}";
    assertThat(json(input)).isNotEmpty();
    return desk.sqs(operation, input);
  }

  private String error(String operation, String input) {
    return desk.sqs(operation, input).path("__type").asText();
  }
}
