package dev.rampart.function.api;

import dev.rampart.adapter.in.apigateway.router.AllowedClients;
import dev.rampart.adapter.in.apigateway.router.Endpoint;
import dev.rampart.adapter.in.apigateway.router.Router;
import dev.rampart.adapter.in.apigateway.router.ServiceEndpoints;
import dev.rampart.adapter.in.apigateway.submission.SubmissionEndpoints;
import dev.rampart.adapter.in.apigateway.submission.SubmissionUseCases;
import dev.rampart.adapter.lambda.AwsClients;
import dev.rampart.adapter.lambda.Memoized;
import dev.rampart.adapter.lambda.SecretReader;
import dev.rampart.adapter.out.dynamodb.DynamoDbRequestCounter;
import dev.rampart.adapter.out.dynamodb.DynamoDbReviewQueue;
import dev.rampart.adapter.out.dynamodb.DynamoDbSubmissionStore;
import dev.rampart.adapter.out.eventbridge.EventBridgeSignalPublisher;
import dev.rampart.domain.common.Secret;
import dev.rampart.domain.inspection.Inspector;
import dev.rampart.domain.port.out.RequestCounter;
import dev.rampart.domain.port.out.ReviewQueue;
import dev.rampart.domain.port.out.SignalPublisher;
import dev.rampart.domain.port.out.SubmissionStore;
import dev.rampart.domain.ratelimit.RequestLimit;
import dev.rampart.domain.submission.SubmissionIds;
import dev.rampart.domain.usecase.AmendSubmissionUseCase;
import dev.rampart.domain.usecase.LimitRequestsUseCase;
import dev.rampart.domain.usecase.ListReviewQueueUseCase;
import dev.rampart.domain.usecase.ListSubmissionsUseCase;
import dev.rampart.domain.usecase.ReadSubmissionUseCase;
import dev.rampart.domain.usecase.ReceiveSubmissionUseCase;
import dev.rampart.domain.usecase.ReviewSubmissionUseCase;
import dev.rampart.domain.usecase.WithdrawSubmissionUseCase;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** The composition root: what is made of what. */
final class ApiWiring {

  /** How long a submission, and with it its idempotency key, is kept. */
  static final Duration RETENTION = Duration.ofDays(365);

  /** In which the requests of one caller are counted together. */
  static final Duration LIMIT_WINDOW = Duration.ofSeconds(60);

  /** A hung attempt is given up while there is time for another, and for an answer. */
  private static final Duration ATTEMPT_TIMEOUT = Duration.ofSeconds(2);

  private static final Duration CALL_TIMEOUT = Duration.ofSeconds(6);

  private ApiWiring() {}

  /** Wires the function to AWS. No call is made before the first request. */
  static Router wire(ApiSettings settings) {
    InstantSource clock = InstantSource.system();
    AwsClients clients = AwsClients.withCallTimeouts(ATTEMPT_TIMEOUT, CALL_TIMEOUT, clock);
    DynamoDbClient tables = clients.build(DynamoDbClient.builder());
    EventBridgeClient bus = clients.build(EventBridgeClient.builder());
    SecretsManagerClient secrets = clients.build(SecretsManagerClient.builder());
    return wire(
        new DynamoDbSubmissionStore(tables, settings.submissionsTable(), clock),
        new DynamoDbReviewQueue(tables, settings.submissionsTable(), clock),
        new DynamoDbRequestCounter(tables, settings.countsTable()),
        new EventBridgeSignalPublisher(bus, settings.eventBus(), "rampart.api"),
        new Memoized<>(new SecretReader(secrets, settings.secretArn())),
        clock,
        settings);
  }

  /** Wires the function to any ports. */
  static Router wire(
      SubmissionStore submissions,
      ReviewQueue queue,
      RequestCounter counter,
      SignalPublisher publisher,
      Supplier<Secret> secret,
      InstantSource clock,
      ApiSettings settings) {
    SubmissionUseCases useCases =
        new SubmissionUseCases(
            new ReceiveSubmissionUseCase(submissions, new SubmissionIds(secret), RETENTION, clock),
            new ReadSubmissionUseCase(submissions),
            new ListSubmissionsUseCase(submissions),
            new AmendSubmissionUseCase(submissions, clock),
            new WithdrawSubmissionUseCase(submissions, clock),
            new ReviewSubmissionUseCase(queue, submissions, clock),
            new ListReviewQueueUseCase(queue));
    List<Endpoint> endpoints = new ArrayList<>();
    endpoints.addAll(SubmissionEndpoints.of(useCases, Inspector.standard(), secret, clock));
    endpoints.addAll(ServiceEndpoints.of(new Memoized<>(OpenApiDocument::json)));
    return new Router(
        endpoints,
        new AllowedClients(settings.clientIds(), settings.allowedOrigins()),
        new LimitRequestsUseCase(
            counter, new RequestLimit(settings.callerLimit(), LIMIT_WINDOW), clock),
        publisher,
        clock);
  }
}
