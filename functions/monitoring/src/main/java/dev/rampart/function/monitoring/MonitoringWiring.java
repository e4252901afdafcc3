package dev.rampart.function.monitoring;

import dev.rampart.adapter.in.apigateway.monitoring.MonitoringEndpoints;
import dev.rampart.adapter.in.apigateway.router.AllowedClients;
import dev.rampart.adapter.in.apigateway.router.Router;
import dev.rampart.adapter.lambda.AwsClients;
import dev.rampart.adapter.out.cloudwatch.CloudWatchAlarms;
import dev.rampart.adapter.out.cloudwatch.CloudWatchMetrics;
import dev.rampart.adapter.out.sqs.SqsDeadLetterQueues;
import dev.rampart.domain.port.in.ReadSystemStatus;
import dev.rampart.domain.usecase.ReadSystemStatusUseCase;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The composition root: what is made of what. */
final class MonitoringWiring {

  /** A hung attempt is given up while there is time for another, and for the other parts. */
  private static final Duration ATTEMPT_TIMEOUT = Duration.ofSeconds(3);

  private static final Duration CALL_TIMEOUT = Duration.ofSeconds(4);

  private MonitoringWiring() {}

  /** Wires the function to AWS. No call is made before the first request. */
  static Router wire(MonitoringSettings settings) {
    InstantSource clock = InstantSource.system();
    AwsClients clients = AwsClients.withCallTimeouts(ATTEMPT_TIMEOUT, CALL_TIMEOUT, clock);
    CloudWatchClient cloudWatch = clients.build(CloudWatchClient.builder());
    SqsClient queues = clients.build(SqsClient.builder());
    return wire(
        new ReadSystemStatusUseCase(
            new CloudWatchMetrics(cloudWatch, settings.watched()),
            new SqsDeadLetterQueues(queues, settings.deadLetterUrls()),
            new CloudWatchAlarms(cloudWatch, settings.alarmPrefix()),
            clock),
        clock,
        settings);
  }

  /** Wires the function to any use case. */
  static Router wire(ReadSystemStatus useCase, InstantSource clock, MonitoringSettings settings) {
    return new Router(
        MonitoringEndpoints.of(useCase),
        new AllowedClients(settings.clientIds(), settings.allowedOrigins()),
        // To count callers it would need a table; its concurrency is what bounds them.
        _ -> Optional.empty(),
        new LoggedSignals(),
        clock);
  }
}
