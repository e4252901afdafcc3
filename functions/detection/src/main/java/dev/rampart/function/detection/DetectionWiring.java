package dev.rampart.function.detection;

import dev.rampart.adapter.in.queue.SchemaValidator;
import dev.rampart.adapter.in.queue.SignalQueueConsumer;
import dev.rampart.adapter.lambda.AwsClients;
import dev.rampart.adapter.out.dynamodb.DynamoDbFindingStore;
import dev.rampart.adapter.out.dynamodb.DynamoDbStateStore;
import dev.rampart.adapter.out.eventbridge.EventBridgeThreatPublisher;
import dev.rampart.adapter.out.metrics.EmfThreatMetrics;
import dev.rampart.domain.common.KeyedHash;
import dev.rampart.domain.detection.detector.Detectors;
import dev.rampart.domain.detection.engine.DetectionEngine;
import dev.rampart.domain.port.out.FindingStore;
import dev.rampart.domain.port.out.StateStore;
import dev.rampart.domain.port.out.ThreatMetrics;
import dev.rampart.domain.port.out.ThreatPublisher;
import dev.rampart.domain.usecase.DetectThreatsUseCase;
import java.time.InstantSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;

/** The composition root: what is made of what. */
final class DetectionWiring {

  private DetectionWiring() {}

  /** Wires the function to AWS. */
  static SignalQueueConsumer wire(DetectionSettings settings) {
    AwsClients clients = AwsClients.withSocketTimeouts();
    DynamoDbClient tables = clients.build(DynamoDbClient.builder());
    EventBridgeClient bus = clients.build(EventBridgeClient.builder());
    return wire(
        new DynamoDbStateStore(tables, settings.table()),
        KeyedHash.of(settings.hashKey()),
        new DynamoDbFindingStore(tables, settings.table()),
        new EventBridgeThreatPublisher(bus, settings.bus()),
        new EmfThreatMetrics(settings.namespace(), settings.service()),
        InstantSource.system());
  }

  /** Wires the function to any ports. */
  static SignalQueueConsumer wire(
      StateStore states,
      KeyedHash hash,
      FindingStore findings,
      ThreatPublisher publisher,
      ThreatMetrics metrics,
      InstantSource clock) {
    return new SignalQueueConsumer(
        new DetectThreatsUseCase(
            states,
            new DetectionEngine(Detectors.standard()),
            hash,
            findings,
            publisher,
            metrics,
            clock),
        new SchemaValidator());
  }
}
