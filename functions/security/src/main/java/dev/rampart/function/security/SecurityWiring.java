package dev.rampart.function.security;

import dev.rampart.adapter.in.apigateway.router.AllowedClients;
import dev.rampart.adapter.in.apigateway.router.Router;
import dev.rampart.adapter.in.apigateway.security.SecurityEndpoints;
import dev.rampart.adapter.in.apigateway.security.SecurityUseCases;
import dev.rampart.adapter.in.logs.GateEntryReader;
import dev.rampart.adapter.in.logs.RecordedLineReader;
import dev.rampart.adapter.lambda.AwsClients;
import dev.rampart.adapter.lambda.Memoized;
import dev.rampart.adapter.lambda.SecretReader;
import dev.rampart.adapter.out.dynamodb.DynamoDbAllowListStore;
import dev.rampart.adapter.out.dynamodb.DynamoDbBlockStore;
import dev.rampart.adapter.out.dynamodb.DynamoDbFindingQueries;
import dev.rampart.adapter.out.dynamodb.DynamoDbFindingStore;
import dev.rampart.adapter.out.dynamodb.DynamoDbOperatorAddresses;
import dev.rampart.adapter.out.dynamodb.DynamoDbRequestCounter;
import dev.rampart.adapter.out.eventbridge.EventBridgeBlockOrderPublisher;
import dev.rampart.adapter.out.eventbridge.EventBridgeSignalPublisher;
import dev.rampart.adapter.out.eventbridge.EventBridgeThreatPublisher;
import dev.rampart.adapter.out.logs.CloudWatchGateLogs;
import dev.rampart.adapter.out.logs.CloudWatchRecordedSignals;
import dev.rampart.domain.common.KeyedHash;
import dev.rampart.domain.common.Secret;
import dev.rampart.domain.inspection.Inspector;
import dev.rampart.domain.ratelimit.RequestLimit;
import dev.rampart.domain.usecase.CompareThresholdsUseCase;
import dev.rampart.domain.usecase.LimitRequestsUseCase;
import dev.rampart.domain.usecase.ListFindingsUseCase;
import dev.rampart.domain.usecase.ManageAllowListUseCase;
import dev.rampart.domain.usecase.ManageBlocksUseCase;
import dev.rampart.domain.usecase.NeverBlocked;
import dev.rampart.domain.usecase.ReadActorUseCase;
import dev.rampart.domain.usecase.ReadFindingUseCase;
import dev.rampart.domain.usecase.ReadFirewallCountsUseCase;
import dev.rampart.domain.usecase.ReadTrafficUseCase;
import dev.rampart.domain.usecase.ResolveFindingUseCase;
import dev.rampart.domain.usecase.TraceRequestUseCase;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** The composition root: what is made of what. */
final class SecurityWiring {

  /** In which the requests of one caller are counted together. */
  static final Duration LIMIT_WINDOW = Duration.ofSeconds(60);

  /** A hung attempt is given up while there is time for another, and for an answer. */
  private static final Duration ATTEMPT_TIMEOUT = Duration.ofSeconds(2);

  private static final Duration CALL_TIMEOUT = Duration.ofSeconds(6);

  /** Reading logs takes longer than a table. */
  private static final Duration LOG_ATTEMPT_TIMEOUT = Duration.ofSeconds(5);

  /** After this, a search looks at nothing more; a page may be on its way. */
  private static final Duration SEARCH_PATIENCE = Duration.ofSeconds(9);

  private static final String SOURCE = "rampart.security";

  private SecurityWiring() {}

  /** Wires the function to AWS. No call is made before the first request. */
  static Router wire(SecuritySettings settings) {
    InstantSource clock = InstantSource.system();
    AwsClients clients = AwsClients.withCallTimeouts(ATTEMPT_TIMEOUT, CALL_TIMEOUT, clock);
    DynamoDbClient tables = clients.build(DynamoDbClient.builder());
    EventBridgeClient bus = clients.build(EventBridgeClient.builder());
    SecretsManagerClient secrets = clients.build(SecretsManagerClient.builder());
    CloudWatchLogsClient logs =
        AwsClients.withCallTimeouts(LOG_ATTEMPT_TIMEOUT, CALL_TIMEOUT, clock)
            .build(CloudWatchLogsClient.builder());
    String table = settings.detectionTable();
    SecurityPorts ports =
        new SecurityPorts(
            new DynamoDbFindingQueries(tables, table),
            new DynamoDbFindingStore(tables, table),
            new EventBridgeThreatPublisher(bus, settings.eventBus(), SOURCE),
            new DynamoDbBlockStore(tables, table),
            new DynamoDbAllowListStore(tables, table),
            new DynamoDbOperatorAddresses(tables, table),
            new EventBridgeBlockOrderPublisher(bus, settings.eventBus()),
            new CloudWatchGateLogs(
                logs, settings.logs(), GateEntryReader::read, SEARCH_PATIENCE, clock),
            new CloudWatchRecordedSignals(
                logs,
                settings.logs(),
                new RecordedLineReader(KeyedHash.of(settings.hashKey()))::read,
                SEARCH_PATIENCE,
                clock),
            new DynamoDbRequestCounter(tables, settings.countsTable()),
            new EventBridgeSignalPublisher(bus, settings.eventBus(), SOURCE));
    return wire(
        ports, new Memoized<>(new SecretReader(secrets, settings.secretArn())), clock, settings);
  }

  /** Wires the function to any ports. */
  static Router wire(
      SecurityPorts ports,
      Supplier<Secret> secret,
      InstantSource clock,
      SecuritySettings settings) {
    return new Router(
        SecurityEndpoints.of(
            useCases(ports, settings, clock),
            ports.operators(),
            Inspector.standard(),
            secret,
            clock),
        new AllowedClients(settings.clientIds(), settings.allowedOrigins()),
        new LimitRequestsUseCase(
            ports.counter(), new RequestLimit(settings.callerLimit(), LIMIT_WINDOW), clock),
        ports.signals(),
        clock);
  }

  private static SecurityUseCases useCases(
      SecurityPorts ports, SecuritySettings settings, InstantSource clock) {
    NeverBlocked neverBlocked =
        new NeverBlocked(settings.neverBlock(), ports.allowList(), ports.operators());
    return new SecurityUseCases(
        new ListFindingsUseCase(ports.queries()),
        new ReadFindingUseCase(ports.queries(), ports.blocks(), settings.mode(), clock),
        new ResolveFindingUseCase(ports.queries(), ports.findings(), ports.threats(), clock),
        new ReadActorUseCase(ports.logs(), ports.queries(), ports.blocks(), clock),
        new TraceRequestUseCase(ports.logs()),
        new ReadTrafficUseCase(ports.logs()),
        new ReadFirewallCountsUseCase(ports.recorded()),
        new CompareThresholdsUseCase(ports.recorded(), KeyedHash.of(settings.hashKey())),
        new ManageBlocksUseCase(
            ports.blocks(), neverBlocked, ports.orders(), settings.mode(), clock),
        new ManageAllowListUseCase(ports.allowList(), ports.orders(), clock));
  }
}
