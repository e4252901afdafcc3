package dev.rampart.adapter.in.apigateway.security;

import static dev.rampart.domain.detection.signal.SignalExamples.NOON;

import dev.rampart.adapter.in.apigateway.router.AllowedClients;
import dev.rampart.adapter.in.apigateway.router.Endpoint;
import dev.rampart.adapter.in.apigateway.router.RequestLogLine;
import dev.rampart.adapter.in.apigateway.router.Router;
import dev.rampart.adapter.in.apigateway.submission.Answered;
import dev.rampart.adapter.in.apigateway.submission.Call;
import dev.rampart.adapter.in.apigateway.submission.PublishedContract;
import dev.rampart.domain.common.KeyedHash;
import dev.rampart.domain.detection.block.BlockingMode;
import dev.rampart.domain.detection.finding.DetectorKind;
import dev.rampart.domain.detection.finding.Finding;
import dev.rampart.domain.detection.finding.FindingExamples;
import dev.rampart.domain.detection.finding.FindingId;
import dev.rampart.domain.detection.finding.FindingRecord;
import dev.rampart.domain.detection.finding.Severity;
import dev.rampart.domain.detection.finding.Threat;
import dev.rampart.domain.detection.signal.Signal;
import dev.rampart.domain.detection.signal.Subject;
import dev.rampart.domain.detection.tuning.Recording;
import dev.rampart.domain.inspection.Inspector;
import dev.rampart.domain.port.out.InMemoryAllowListStore;
import dev.rampart.domain.port.out.InMemoryBlockStore;
import dev.rampart.domain.port.out.InMemoryFindingStore;
import dev.rampart.domain.port.out.InMemoryGateLogs;
import dev.rampart.domain.port.out.InMemoryOperatorAddresses;
import dev.rampart.domain.port.out.MovableClock;
import dev.rampart.domain.port.out.ThreatPublisher;
import dev.rampart.domain.submission.Examples;
import dev.rampart.domain.usecase.CompareThresholdsUseCase;
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
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** The API of the security team over ports in memory; its answers are checked as they come. */
public final class TestSecurityApi {
  static final String SAM = "0a1b2c3d-0000-4000-8000-000000000005";
  static final String ALL_SCOPES =
      "rampart/threats.read rampart/threats.write rampart/blocks.write";

  private static final PublishedContract CONTRACT = PublishedContract.read();
  private static final Duration TIMEOUT = Duration.ofSeconds(20);

  final MovableClock clock = new MovableClock(NOON.plusSeconds(60));
  final InMemoryFindingStore findings = new InMemoryFindingStore();
  final InMemoryBlockStore blocks = new InMemoryBlockStore();
  final InMemoryAllowListStore allowList = new InMemoryAllowListStore();
  final InMemoryOperatorAddresses operators = new InMemoryOperatorAddresses();
  final InMemoryGateLogs logs = new InMemoryGateLogs();
  final List<Signal> signals = new CopyOnWriteArrayList<>();
  final List<Threat> published = new CopyOnWriteArrayList<>();
  Recording recording = new Recording(List.of(), List.of(), Instant.EPOCH);
  private final Router router;

  TestSecurityApi() {
    router = router(wire(published::addAll));
  }

  /** With a publisher of threats of its own, such as one that fails. */
  TestSecurityApi(ThreatPublisher publisher) {
    router = router(wire(publisher));
  }

  /** Returns the endpoints, over ports in memory. */
  public static List<Endpoint> endpoints() {
    return new TestSecurityApi().wire(_ -> {});
  }

  private List<Endpoint> wire(ThreatPublisher publisher) {
    NeverBlocked neverBlocked = new NeverBlocked(Set.of(), allowList, operators);
    SecurityUseCases useCases =
        new SecurityUseCases(
            new ListFindingsUseCase(findings),
            new ReadFindingUseCase(findings, blocks, BlockingMode.DRY_RUN, clock),
            new ResolveFindingUseCase(findings, findings, publisher, clock),
            new ReadActorUseCase(logs, findings, blocks, clock),
            new TraceRequestUseCase(logs),
            new ReadTrafficUseCase(logs),
            new ReadFirewallCountsUseCase(_ -> recording),
            new CompareThresholdsUseCase(_ -> recording, KeyedHash.of("test")),
            new ManageBlocksUseCase(
                blocks, neverBlocked, (_, _, _) -> {}, BlockingMode.DRY_RUN, clock),
            new ManageAllowListUseCase(allowList, (_, _, _) -> {}, clock));
    return SecurityEndpoints.of(
        useCases, operators, Inspector.standard(), () -> Examples.SECRET, clock);
  }

  private Router router(List<Endpoint> endpoints) {
    return new Router(
        endpoints,
        new AllowedClients(Set.of(Call.CLIENT), Set.of()),
        _ -> Optional.empty(),
        signals::addAll,
        clock);
  }

  /** Sends a request as somebody of the security team. */
  Answered send(String method, String resource, Call call) {
    return sendAs(ALL_SCOPES, method, resource, call);
  }

  /** Sends a request with some scopes. */
  Answered sendAs(String scopes, String method, String resource, Call call) {
    ByteArrayOutputStream reply = new ByteArrayOutputStream();
    RequestLogLine line =
        router.answer(new ByteArrayInputStream(call.as(SAM, scopes).event()), reply, TIMEOUT);
    Answered answer = Answered.of(reply.toByteArray(), line);
    CONTRACT.check(method, resource, answer);
    return answer;
  }

  /** Opens a finding, so many seconds after noon. */
  FindingRecord opened(Subject subject, long second, Severity severity) {
    Finding example = FindingExamples.finding("f", subject, second, severity);
    return findings.openOrUpdate(
        example.withId(FindingId.of(DetectorKind.SCHEMA_FUZZ, subject, second)),
        NOON.plusSeconds(second));
  }
}
