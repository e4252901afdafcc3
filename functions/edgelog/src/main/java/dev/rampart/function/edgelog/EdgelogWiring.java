package dev.rampart.function.edgelog;

import dev.rampart.adapter.in.logs.EdgelogConsumer;
import dev.rampart.adapter.lambda.AwsClients;
import dev.rampart.adapter.out.eventbridge.EventBridgeSignalPublisher;
import dev.rampart.adapter.out.metrics.EmfRejectionMetrics;
import dev.rampart.adapter.out.sqs.SqsRejectedRecordQueue;
import dev.rampart.domain.common.KeyedHash;
import dev.rampart.domain.port.out.RejectedRecordQueue;
import dev.rampart.domain.port.out.RejectionMetrics;
import dev.rampart.domain.port.out.SignalPublisher;
import dev.rampart.domain.usecase.RejectRecordsUseCase;
import dev.rampart.domain.usecase.ReportSignalsUseCase;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The composition root: what is made of what. */
final class EdgelogWiring {
  private static final String SOURCE = "rampart.edge";

  private EdgelogWiring() {}

  /** Wires the function to AWS. */
  static EdgelogConsumer wire(EdgelogSettings settings) {
    AwsClients clients = AwsClients.withSocketTimeouts();
    EventBridgeClient bus = clients.build(EventBridgeClient.builder());
    SqsClient queues = clients.build(SqsClient.builder());
    return wire(
        new EventBridgeSignalPublisher(bus, settings.bus(), SOURCE),
        new SqsRejectedRecordQueue(queues, settings.deadLetters()),
        new EmfRejectionMetrics(settings.namespace(), settings.service()),
        KeyedHash.of(settings.hashKey()));
  }

  /** Wires the function to any ports. */
  static EdgelogConsumer wire(
      SignalPublisher publisher,
      RejectedRecordQueue rejected,
      RejectionMetrics metrics,
      KeyedHash names) {
    return new EdgelogConsumer(
        new ReportSignalsUseCase(publisher), new RejectRecordsUseCase(rejected, metrics), names);
  }
}
