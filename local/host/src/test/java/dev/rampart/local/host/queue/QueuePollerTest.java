package dev.rampart.local.host.queue;

import static dev.rampart.local.host.queue.TestQueue.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.protocol.lambda.InvocationResult;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class QueuePollerTest {
  private static final String REPORTS = ",'FunctionResponseTypes':['ReportBatchItemFailures']";
  private static final InvocationResult UNAVAILABLE =
      new InvocationResult.Unavailable("no process can be started");

  @TempDir private Path directory;
  private TestQueue queue;

  @BeforeEach
  void create() throws Exception {
    queue = new TestQueue(directory);
    queue.create("'VisibilityTimeout':'180'");
  }

  @AfterEach
  void close() throws Exception {
    queue.close();
  }

  @Test
  void a_function_gets_a_batch_in_the_shape_of_lambda_and_its_messages_are_gone() throws Exception {
    String id =
        queue
            .sqs(
                "SendMessage",
                ",'MessageBody':'hello',"
                    + "'MessageAttributes':{'a':{'DataType':'String','StringValue':'b'}}")
            .path("MessageId")
            .asText();
    poll("");
    JsonNode item = queue.invoked.getFirst().at("/Records/0");
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
    assertThat(queue.depth()).isEqualTo(List.of(0, 0));
  }

  @Test
  void a_failed_batch_stays_in_flight_until_its_visibility_timeout_ends() throws Exception {
    var _ = queue.send("x");
    queue.answer = new InvocationResult.FunctionError("Error", "it threw");
    poll("");
    assertThat(queue.depth()).isEqualTo(List.of(0, 1));
    queue.pass(Duration.ofMinutes(3));
    assertThat(queue.depth()).isEqualTo(List.of(1, 0));
  }

  @Test
  void messages_that_no_function_saw_come_again_at_once_as_if_never_received() throws Exception {
    var _ = queue.send("x");
    queue.answer = UNAVAILABLE;
    QueuePoller poller = queue.poller("");
    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(() -> poller.poll(Duration.ZERO))
          .isInstanceOf(NotDelivered.class)
          .hasMessage("no process can be started");
      // Longer than the timeout in all: nobody else gets them meanwhile.
      queue.pass(Duration.ofMinutes(2));
      assertThat(queue.depth()).isEqualTo(List.of(0, 1));
    }
    queue.answer("{}");
    poller.poll(Duration.ZERO);
    assertThat(queue.invoked).hasSize(4);
    assertThat(queue.invoked.getLast().at("/Records/0/attributes/ApproximateReceiveCount"))
        .hasToString("\"1\"");
    assertThat(queue.depth()).isEqualTo(List.of(0, 0));
  }

  @Test
  void messages_that_no_function_saw_outlast_a_queue_that_cannot_be_reached() throws Exception {
    var _ = queue.send("x");
    queue.answer = UNAVAILABLE;
    QueuePoller poller = queue.poller("");
    assertThatThrownBy(() -> poller.poll(Duration.ZERO)).isInstanceOf(NotDelivered.class);
    queue.faults.add(new IOException("nobody answers"));
    assertThatThrownBy(() -> poller.poll(Duration.ZERO)).hasMessage("nobody answers");
    queue.answer("{}");
    poller.poll(Duration.ZERO);
    assertThat(queue.invoked).hasSize(2);
    assertThat(queue.depth()).isEqualTo(List.of(0, 0));
  }

  @Test
  void messages_that_no_function_saw_and_that_are_purged_are_gone() throws Exception {
    var _ = queue.send("x");
    queue.answer = UNAVAILABLE;
    QueuePoller poller = queue.poller("");
    assertThatThrownBy(() -> poller.poll(Duration.ZERO)).isInstanceOf(NotDelivered.class);
    var _ = queue.sqs("PurgeQueue", "");
    poller.poll(Duration.ZERO);
    assertThat(queue.invoked).hasSize(1);
  }

  @Test
  void a_queue_that_is_deleted_and_made_again_is_read_again() throws Exception {
    QueuePoller poller = queue.poller("");
    var _ = queue.sqs("DeleteQueue", "");
    assertThatThrownBy(() -> poller.poll(Duration.ZERO))
        .isInstanceOf(NotDelivered.class)
        .hasMessage("there is no queue " + TestQueue.ARN);
    queue.create("");
    var _ = queue.send("x");
    poller.poll(Duration.ZERO);
    assertThat(queue.invoked).hasSize(1);
  }

  @Test
  void only_the_messages_that_the_function_names_come_back() throws Exception {
    var _ = queue.send("good");
    String bad = queue.send("bad");
    queue.answer("{\"batchItemFailures\":[{\"itemIdentifier\":\"" + bad + "\"}]}");
    poll(REPORTS);
    queue.pass(Duration.ofMinutes(3));
    assertThat(queue.sqs("ReceiveMessage", ",'MaxNumberOfMessages':10").path("Messages"))
        .extracting(message -> message.path("Body").asText())
        .containsExactly("bad");
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
    var _ = queue.send("a");
    var _ = queue.send("b");
    queue.answer(text);
    poll(REPORTS);
    assertThat(queue.depth()).isEqualTo(List.of(0, 2));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "null", "{}", "{\"batchItemFailures\":null}", "{\"batchItemFailures\":[]}"})
  void an_answer_that_names_nothing_is_a_full_success(String text) throws Exception {
    var _ = queue.send("a");
    queue.answer(text);
    poll(REPORTS);
    assertThat(queue.depth()).isEqualTo(List.of(0, 0));
  }

  @Test
  void failures_count_only_if_the_mapping_says_that_they_are_reported() throws Exception {
    String bad = queue.send("bad");
    queue.answer("{\"batchItemFailures\":[{\"itemIdentifier\":\"" + bad + "\"}]}");
    poll("");
    assertThat(queue.depth()).isEqualTo(List.of(0, 0));
  }

  @Test
  void a_batch_is_no_larger_than_its_size_and_an_empty_queue_invokes_nothing() throws Exception {
    poll("");
    assertThat(queue.invoked).isEmpty();
    var _ = queue.send("a");
    var _ = queue.send("b");
    var _ = queue.send("c");
    poll(",'BatchSize':2");
    assertThat(queue.invoked.getFirst().path("Records")).hasSize(2);
    assertThat(queue.depth()).isEqualTo(List.of(1, 0));
  }

  @Test
  void a_batch_of_more_messages_than_a_request_of_sqs_is_received_and_deleted_whole()
      throws Exception {
    for (int i = 0; i < 25; i++) {
      var _ = queue.send("m" + i);
    }
    poll(",'BatchSize':23,'MaximumBatchingWindowInSeconds':60");
    assertThat(queue.invoked.getFirst().path("Records")).hasSize(23);
    assertThat(queue.depth()).isEqualTo(List.of(2, 0));
  }

  @Test
  void a_window_of_a_second_is_long_enough_for_all_that_waits() throws Exception {
    for (int i = 0; i < 105; i++) {
      var _ = queue.send("m" + i);
    }
    poll(",'BatchSize':100,'MaximumBatchingWindowInSeconds':1");
    assertThat(queue.invoked.getFirst().path("Records")).hasSize(100);
    assertThat(queue.depth()).isEqualTo(List.of(5, 0));
  }

  @Test
  void a_queue_that_is_lost_while_a_batch_is_collected_costs_no_attempt() throws Exception {
    var _ = queue.send("x");
    QueuePoller poller = queue.poller(",'BatchSize':2,'MaximumBatchingWindowInSeconds':60");
    queue.faultsAfter(1, new IOException("nobody answers"));
    assertThatThrownBy(() -> poller.poll(Duration.ZERO)).hasMessage("nobody answers");
    queue.pass(Duration.ofMinutes(2));
    poller.poll(Duration.ZERO);
    assertThat(queue.invoked.getFirst().at("/Records/0/attributes/ApproximateReceiveCount"))
        .hasToString("\"1\"");
  }

  @Test
  void a_batch_that_is_not_full_waits_for_the_end_of_its_window() throws Exception {
    var _ = queue.send("a");
    long start = System.nanoTime();
    poll(",'BatchSize':2,'MaximumBatchingWindowInSeconds':1");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(900));
    assertThat(queue.invoked.getFirst().path("Records")).hasSize(1);
  }

  private void poll(String properties) throws Exception {
    queue.poller(properties).poll(Duration.ZERO);
  }
}
