package dev.rampart.adapter.out.sqs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.adapter.lambda.LocalClients;
import dev.rampart.domain.port.out.DeadLetterQueues;
import dev.rampart.domain.port.out.DeadLetterQueuesContract;
import dev.rampart.local.events.queue.Message;
import dev.rampart.local.events.queue.Queue;
import dev.rampart.local.events.queue.QueueAttributes;
import dev.rampart.local.events.queue.QueueMemory;
import dev.rampart.local.events.queue.Queues;
import dev.rampart.local.events.queue.SqsService;
import dev.rampart.local.protocol.AwsServer;
import dev.rampart.local.template.PseudoParameters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/** The contract on the local queues over HTTP. */
final class SqsDeadLetterQueuesTest implements DeadLetterQueuesContract {
  private final Queues queues =
      new Queues(
          PseudoParameters.local("test"),
          () -> NOON.plusSeconds(60),
          new QueueMemory(QueueMemory.BYTES_MAX, () -> NOON));
  private final AwsServer server = start();
  private final SqsClient client = LocalClients.of(server.url(), SqsClient.builder());

  private AwsServer start() {
    try {
      return AwsServer.start(0, List.of(new SqsService(queues)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @AfterEach
  void stop() {
    client.close();
    server.close();
  }

  @Override
  public FillableQueues newQueues() {
    for (String name : List.of(ONE, OTHER)) {
      var _ = queues.create(name, new QueueAttributes(Map.of()));
    }
    return new FillableQueues() {
      @Override
      public void put(String queue, Instant at, String code, String words) {
        ObjectNode attributes = JsonNodeFactory.instance.objectNode();
        Map.of("ERROR_CODE", code, "ERROR_MESSAGE", words)
            .forEach(
                (name, value) ->
                    attributes.putObject(name).put("DataType", "String").put("StringValue", value));
        add(queue, at, "{\"detail\":\"secret\"}", attributes);
      }

      @Override
      public void lose(String queue) {
        queues.delete(queue(queue));
      }

      @Override
      public DeadLetterQueues queues() {
        return reader();
      }
    };
  }

  private void add(String queue, Instant at, String body, ObjectNode attributes) {
    queue(queue).add(Message.sent(UUID.randomUUID().toString(), body, attributes, at, at));
  }

  private Queue queue(String name) {
    return queues.all().stream().filter(each -> each.name().equals(name)).findAny().orElseThrow();
  }

  private DeadLetterQueues reader() {
    return new SqsDeadLetterQueues(client, Stream.of(ONE, OTHER).map(this::url).toList());
  }

  private String url(String name) {
    return server.url() + "/000000000000/" + name;
  }

  /** SQS counts receives, and treats a message otherwise after three. */
  @Test
  void letters_are_received_once_where_one_answer_has_all() {
    FillableQueues filled = newQueues();
    filled.put(ONE, NOON, "A", "a");
    filled.put(ONE, NOON, "B", "b");
    var _ = filled.queues().read();

    assertThat(
            client
                .receiveMessage(
                    ask ->
                        ask.queueUrl(url(ONE))
                            .maxNumberOfMessages(10)
                            .messageSystemAttributeNames(
                                MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT))
                .messages())
        .hasSize(2)
        .allSatisfy(
            message ->
                assertThat(message.attributes())
                    .containsEntry(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT, "2"));
  }

  /** The largest messages that there are, in the largest answer. */
  @Test
  void large_messages_are_read_and_what_is_in_them_is_not_told() {
    FillableQueues filled = newQueues();
    String large = "\"" + "secret ".repeat(100_000) + "\"";
    for (int i = 0; i < 12; i++) {
      add(ONE, NOON, large, JsonNodeFactory.instance.objectNode());
    }

    assertThat(filled.queues().read().toString()).contains("waiting=12").doesNotContain("secret");
  }
}
