package dev.rampart.local.events.mapping;

import static dev.rampart.local.events.Desk.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.events.Desk;
import dev.rampart.local.events.Templates;
import dev.rampart.local.events.queue.Message;
import dev.rampart.local.events.queue.Queue;
import dev.rampart.local.protocol.lambda.InvocationResult;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class QueueMappingTest {
  private final Desk desk = new Desk();
  private final Queue queue = desk.queue("q", "\"VisibilityTimeout\":180");

  @Test
  void a_function_gets_a_batch_in_the_shape_of_lambda_and_its_messages_are_gone() throws Exception {
    String id = UUID.randomUUID().toString();
    queue.add(
        Message.sent(
            id,
            "hello",
            json("{\"a\":{\"DataType\":\"String\",\"StringValue\":\"b\"}}"),
            desk.instant(),
            desk.instant()));
    mapping("").pump(Duration.ZERO);
    JsonNode item = json(desk.invoked.getFirst()).at("/Records/0");
    String expected =
        """
        {"messageId":"%s","receiptHandle":%s,"body":"hello",
         "attributes":{"ApproximateFirstReceiveTimestamp":"1795510800000",
           "ApproximateReceiveCount":"1","SenderId":"AIDALOCALRUN",
           "SentTimestamp":"1795510800000"},
         "messageAttributes":{"a":{"stringValue":"b","stringListValues":[],
           "binaryListValues":[],"dataType":"String"}},
         "md5OfBody":"5d41402abc4b2a76b9719d911017c592","md5OfMessageAttributes":%s,
         "eventSource":"aws:sqs",
         "eventSourceARN":"arn:aws:sqs:eu-west-1:000000000000:q","awsRegion":"eu-west-1"}
        """
            .formatted(id, item.path("receiptHandle"), item.path("md5OfMessageAttributes"));
    assertThat(item).isEqualTo(json(expected));
    assertThat(queue.depth()).isEqualTo(new Queue.Depth(0, 0, 0));
  }

  @Test
  void a_failed_batch_stays_in_flight_until_its_visibility_timeout_ends() throws Exception {
    send("x");
    desk.answer = new InvocationResult.FunctionError("Error", "it threw");
    mapping("").pump(Duration.ZERO);
    assertThat(queue.depth()).isEqualTo(new Queue.Depth(0, 1, 0));
    desk.pass(Duration.ofMinutes(3));
    assertThat(queue.depth()).isEqualTo(new Queue.Depth(1, 0, 0));
  }

  @Test
  void messages_that_no_function_saw_come_back_at_once_as_if_never_received() throws Exception {
    send("x");
    desk.answer = new InvocationResult.Unavailable("no process can be started");
    assertThatThrownBy(() -> mapping("").pump(Duration.ZERO))
        .isInstanceOf(NotDelivered.class)
        .hasMessage("no process can be started");
    assertThat(queue.depth()).isEqualTo(new Queue.Depth(1, 0, 0));
    answer("{}");
    mapping("").pump(Duration.ZERO);
    assertThat(json(desk.invoked.getLast()).at("/Records/0/attributes/ApproximateReceiveCount"))
        .hasToString("\"1\"");
  }

  @Test
  void a_queue_that_is_deleted_and_made_again_is_read_again() throws Exception {
    QueueMapping mapping = mapping("");
    desk.queues.delete(queue);
    assertThatThrownBy(() -> mapping.pump(Duration.ZERO))
        .isInstanceOf(NotDelivered.class)
        .hasMessageContaining(queue.arn());
    desk.queue("q", "").add(Message.sent(UUID.randomUUID().toString(), "x", desk.instant()));
    mapping.pump(Duration.ZERO);
    assertThat(desk.invoked).hasSize(1);
  }

  @Test
  void only_the_messages_that_the_function_names_come_back() throws Exception {
    send("good");
    String bad = send("bad");
    answer("{\"batchItemFailures\":[{\"itemIdentifier\":\"" + bad + "\"}]}");
    mapping("\"FunctionResponseTypes\":[\"ReportBatchItemFailures\"]").pump(Duration.ZERO);
    desk.pass(Duration.ofMinutes(3));
    assertThat(Desk.take(queue)).extracting(Message::body).containsExactly("bad");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "{\"batchItemFailures\":7}",
        "{\"batchItemFailures\":[{\"itemIdentifier\":\"\"}]}",
        "{\"batchItemFailures\":[{\"itemIdentifier\":\"unknown\"}]}",
        "{\"batchItemFailures\":[{}]}"
      })
  void an_answer_that_makes_no_sense_fails_the_whole_batch(String text) throws Exception {
    send("a");
    send("b");
    answer(text);
    mapping("\"FunctionResponseTypes\":[\"ReportBatchItemFailures\"]").pump(Duration.ZERO);
    assertThat(queue.depth()).isEqualTo(new Queue.Depth(0, 2, 0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "null", "{}", "{\"batchItemFailures\":null}", "{\"batchItemFailures\":[]}"})
  void an_answer_that_names_nothing_is_a_full_success(String text) throws Exception {
    send("a");
    answer(text);
    mapping("\"FunctionResponseTypes\":[\"ReportBatchItemFailures\"]").pump(Duration.ZERO);
    assertThat(queue.depth()).isEqualTo(new Queue.Depth(0, 0, 0));
  }

  @Test
  void failures_count_only_where_the_mapping_says_that_they_are_reported() throws Exception {
    String bad = send("bad");
    answer("{\"batchItemFailures\":[{\"itemIdentifier\":\"" + bad + "\"}]}");
    mapping("").pump(Duration.ZERO);
    assertThat(queue.depth()).isEqualTo(new Queue.Depth(0, 0, 0));
  }

  @Test
  void a_batch_is_no_larger_than_its_size_and_an_empty_queue_invokes_nothing() throws Exception {
    mapping("").pump(Duration.ZERO);
    assertThat(desk.invoked).isEmpty();
    send("a");
    send("b");
    send("c");
    mapping("\"BatchSize\":2").pump(Duration.ZERO);
    assertThat(json(desk.invoked.getFirst()).path("Records")).hasSize(2);
    assertThat(queue.depth().visible()).isEqualTo(1);
  }

  private QueueMapping mapping(String properties) {
    String source = "\"EventSourceArn\":\"" + queue.arn() + "\",\"FunctionName\":\"f\"";
    String all = source + (properties.isEmpty() ? "" : ",") + properties;
    return new QueueMapping(
        desk.queues,
        QueueMappingSettings.read(
            Templates.properties("AWS::Lambda::EventSourceMapping", "{" + all + "}")),
        "eu-west-1",
        desk.functions);
  }

  private String send(String body) {
    String id = UUID.randomUUID().toString();
    queue.add(Message.sent(id, body, desk.instant()));
    return id;
  }

  private void answer(String text) {
    desk.answer = new InvocationResult.Answered(text.getBytes(StandardCharsets.UTF_8));
  }
}
