package dev.rampart.function.detection;

import dev.rampart.adapter.in.queue.SchemaCheck;
import dev.rampart.adapter.in.queue.SignalQueue;
import dev.rampart.adapter.out.dynamodb.DynamoDbFindingStore;
import dev.rampart.adapter.out.dynamodb.DynamoDbProfileStore;
import dev.rampart.adapter.out.eventbridge.EventBridgeThreatAnnouncer;
import dev.rampart.adapter.out.metrics.EmfThreatMetrics;
import dev.rampart.domain.detection.Detector;
import dev.rampart.domain.detection.SignalCount;
import dev.rampart.domain.port.out.FindingStore;
import dev.rampart.domain.port.out.ProfileStore;
import dev.rampart.domain.port.out.ThreatAnnouncer;
import dev.rampart.domain.port.out.ThreatMetrics;
import dev.rampart.domain.usecase.DetectThreatsUseCase;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.lambda.powertools.metrics.MetricsBuilder;

/** The composition root. */
final class DetectionWiring {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
  private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(5);

  private DetectionWiring() {}

  static SignalQueue wire(Settings settings) {
    var http =
        UrlConnectionHttpClient.builder()
            .connectionTimeout(CONNECT_TIMEOUT)
            .socketTimeout(ANSWER_TIMEOUT)
            .build();
    var tables = DynamoDbClient.builder().httpClient(http).build();
    var bus = EventBridgeClient.builder().httpClient(http).build();
    var metrics =
        MetricsBuilder.builder()
            .withNamespace(settings.namespace())
            .withService(settings.service())
            .build();
    return wire(
        new DynamoDbProfileStore(tables, settings.table()),
        new SignalCount(settings.signalsMin(), settings.window()),
        new DynamoDbFindingStore(tables, settings.table()),
        new EventBridgeThreatAnnouncer(bus, settings.bus()),
        new EmfThreatMetrics(metrics, settings.namespace(), settings.service()),
        InstantSource.system());
  }

  static SignalQueue wire(
      ProfileStore profiles,
      Detector detector,
      FindingStore findings,
      ThreatAnnouncer announcer,
      ThreatMetrics metrics,
      InstantSource clock) {
    return new SignalQueue(
        new DetectThreatsUseCase(profiles, List.of(detector), findings, announcer, metrics, clock),
        new SchemaCheck());
  }
}
