package dev.rampart.function.detection;

import dev.rampart.adapter.in.queue.SchemaValidator;
import dev.rampart.adapter.in.queue.SignalQueueConsumer;
import dev.rampart.adapter.in.schedule.FollowUpConsumer;
import dev.rampart.adapter.lambda.AwsClients;
import dev.rampart.adapter.out.dynamodb.DynamoDbFindingStore;
import dev.rampart.adapter.out.dynamodb.DynamoDbNotificationBudget;
import dev.rampart.adapter.out.dynamodb.DynamoDbStateStore;
import dev.rampart.adapter.out.eventbridge.EventBridgeThreatPublisher;
import dev.rampart.adapter.out.metrics.EmfThreatMetrics;
import dev.rampart.domain.common.KeyedHash;
import dev.rampart.domain.detection.detector.Detectors;
import dev.rampart.domain.detection.engine.DetectionEngine;
import dev.rampart.domain.port.out.StateStore;
import dev.rampart.domain.usecase.DetectThreatsUseCase;
import dev.rampart.domain.usecase.FindingPublication;
import dev.rampart.domain.usecase.FollowUpFindingsUseCase;
import java.time.InstantSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;

/** The composition root: what is made of what. */
final class DetectionWiring {

  private DetectionWiring() {}

  /** Wires the function to AWS. */
  static DetectionHandler.Consumers wire(DetectionSettings settings) {
    AwsClients clients = AwsClients.withSocketTimeouts();
    DynamoDbClient tables = clients.build(DynamoDbClient.builder());
    EventBridgeClient bus = clients.build(EventBridgeClient.builder());
    return wire(
        new DynamoDbStateStore(tables, settings.table()),
        KeyedHash.of(settings.hashKey()),
        new FindingPublication(
            new DynamoDbFindingStore(tables, settings.table()),
            new EventBridgeThreatPublisher(bus, settings.bus()),
            new DynamoDbNotificationBudget(tables, settings.table()),
            new EmfThreatMetrics(settings.namespace(), settings.service())),
        InstantSource.system());
  }

  /** Wires the function to any ports. */
  static DetectionHandler.Consumers wire(
      StateStore states, KeyedHash hash, FindingPublication publication, InstantSource clock) {
    return new DetectionHandler.Consumers(
        new SignalQueueConsumer(
            new DetectThreatsUseCase(
                states, new DetectionEngine(Detectors.standard()), hash, publication, clock),
            new SchemaValidator()),
        new FollowUpConsumer(
            new FollowUpFindingsUseCase(publication, clock), publication.metrics()));
  }
}
