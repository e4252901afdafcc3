package dev.rampart.function.edgelog;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.rampart.adapter.in.logs.EdgelogConsumer;
import dev.rampart.adapter.in.logs.LogBatchResult;
import dev.rampart.adapter.out.eventbridge.EventBridgeSignalPublisher;
import dev.rampart.adapter.out.metrics.EmfRejectionMetrics;
import dev.rampart.adapter.out.sqs.SqsRejectedRecordQueue;
import dev.rampart.domain.common.KeyedHash;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequest;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResponse;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResultEntry;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageResponse;

/** The function with all that it is made of, and all that comes out of it. */
final class EdgelogRun {
  private final StringBuilder signals = new StringBuilder();
  private final StringBuilder deadLetters = new StringBuilder();
  private final EdgelogConsumer function;

  /**
   * All that came out for one delivery.
   *
   * @param signals the details of events
   * @param deadLetters the messages of the queue
   * @param metrics what was printed
   * @param logged the fields of the log line, and the answer
   */
  record Output(String signals, String deadLetters, String metrics, String logged) {
    String all() {
      return String.join("\n", signals, deadLetters, metrics, logged);
    }
  }

  EdgelogRun() {
    EventBridgeClient bus = mock(EventBridgeClient.class);
    when(bus.putEvents(any(PutEventsRequest.class))).thenAnswer(call -> put(call.getArgument(0)));
    SqsClient queues = mock(SqsClient.class);
    when(queues.sendMessage(any(SendMessageRequest.class)))
        .thenAnswer(call -> send(call.getArgument(0)));
    this.function =
        EdgelogWiring.wire(
            new EventBridgeSignalPublisher(bus, "bus", "rampart.edge"),
            new SqsRejectedRecordQueue(queues, "https://sqs.example/dead-letters"),
            new EmfRejectionMetrics("Rampart", "edgelog"),
            KeyedHash.of("names"));
  }

  Output handle(String logGroup, String line) {
    return deliver(Records.delivery(logGroup, line));
  }

  Output deliver(String delivery) {
    signals.setLength(0);
    deadLetters.setLength(0);
    PrintStream console = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    LogBatchResult result;
    try {
      System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
      result = function.handle(Records.event(delivery));
    } finally {
      System.setOut(console);
    }
    return new Output(
        signals.toString(),
        deadLetters.toString(),
        printed.toString(StandardCharsets.UTF_8),
        result.logFields() + " " + result.reply());
  }

  private PutEventsResponse put(PutEventsRequest request) {
    request.entries().forEach(entry -> signals.append(entry.detail()));
    List<PutEventsResultEntry> taken =
        request.entries().stream()
            .map(_ -> PutEventsResultEntry.builder().eventId("e").build())
            .toList();
    return PutEventsResponse.builder().entries(taken).build();
  }

  private SendMessageResponse send(SendMessageRequest request) {
    deadLetters.append(request.messageBody());
    return SendMessageResponse.builder().messageId("m").build();
  }
}
