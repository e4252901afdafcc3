package dev.rampart.function.api;

import dev.rampart.adapter.in.apigateway.router.AllowedClients;
import dev.rampart.adapter.in.apigateway.router.Endpoint;
import dev.rampart.adapter.in.apigateway.router.Router;
import dev.rampart.adapter.in.apigateway.router.ServiceEndpoints;
import dev.rampart.adapter.in.apigateway.submission.SubmissionEndpoints;
import dev.rampart.adapter.in.apigateway.submission.SubmissionUseCases;
import dev.rampart.adapter.out.dynamodb.DynamoDbReviewQueue;
import dev.rampart.adapter.out.dynamodb.DynamoDbSubmissionStore;
import dev.rampart.adapter.out.eventbridge.EventBridgeSignalAnnouncer;
import dev.rampart.domain.common.Secret;
import dev.rampart.domain.inspection.Inspector;
import dev.rampart.domain.port.out.ReviewQueue;
import dev.rampart.domain.port.out.SignalAnnouncer;
import dev.rampart.domain.port.out.SubmissionStore;
import dev.rampart.domain.submission.SubmissionIds;
import dev.rampart.domain.usecase.AmendSubmissionUseCase;
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
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** The composition root: what is made of what. */
final class ApiWiring {

  /** How long a submission, and with it its idempotency key, is kept. */
  static final Duration RETENTION = Duration.ofDays(365);

  /** A hung call is given up while there is time for another and for an answer. */
  private static final Duration ATTEMPT_MAX = Duration.ofSeconds(2);

  private static final Duration CALL_MAX = Duration.ofSeconds(6);

  private ApiWiring() {}

  /** Wires the function to AWS. No call is made before the first request. */
  static Router wire(Settings settings) {
    var http = UrlConnectionHttpClient.create();
    var limits =
        ClientOverrideConfiguration.builder()
            .apiCallAttemptTimeout(ATTEMPT_MAX)
            .apiCallTimeout(CALL_MAX)
            .build();
    var tables = DynamoDbClient.builder().httpClient(http).overrideConfiguration(limits).build();
    var bus = EventBridgeClient.builder().httpClient(http).overrideConfiguration(limits).build();
    var secrets =
        SecretsManagerClient.builder().httpClient(http).overrideConfiguration(limits).build();
    var clock = InstantSource.system();
    return wire(
        new DynamoDbSubmissionStore(tables, settings.submissionsTable(), clock),
        new DynamoDbReviewQueue(tables, settings.submissionsTable(), clock),
        new EventBridgeSignalAnnouncer(bus, settings.eventBus(), "rampart.api"),
        new Once<>(new SecretReader(secrets, settings.secretArn())),
        clock,
        settings);
  }

  /** Wires the function to any ports. */
  static Router wire(
      SubmissionStore submissions,
      ReviewQueue queue,
      SignalAnnouncer announcer,
      Supplier<Secret> secret,
      InstantSource clock,
      Settings settings) {
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
    endpoints.addAll(ServiceEndpoints.of(new Once<>(OpenApi::json)));
    return new Router(
        endpoints,
        new AllowedClients(settings.clientIds(), settings.allowedOrigins()),
        announcer,
        clock);
  }
}
