package dev.rampart.adapter.in.apigateway.submission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.adapter.in.apigateway.router.AllowedClients;
import dev.rampart.adapter.in.apigateway.router.Endpoint;
import dev.rampart.adapter.in.apigateway.router.RequestLogLine;
import dev.rampart.adapter.in.apigateway.router.Router;
import dev.rampart.adapter.in.apigateway.router.ServiceEndpoints;
import dev.rampart.domain.detection.signal.Signal;
import dev.rampart.domain.inspection.Inspector;
import dev.rampart.domain.port.in.LimitRequests;
import dev.rampart.domain.port.out.InMemoryRequestCounter;
import dev.rampart.domain.port.out.InMemorySubmissionStore;
import dev.rampart.domain.port.out.MovableClock;
import dev.rampart.domain.port.out.ReviewQueue;
import dev.rampart.domain.port.out.SignalPublisher;
import dev.rampart.domain.port.out.SubmissionStore;
import dev.rampart.domain.ratelimit.RequestLimit;
import dev.rampart.domain.submission.Examples;
import dev.rampart.domain.submission.Owner;
import dev.rampart.domain.usecase.AmendSubmissionUseCase;
import dev.rampart.domain.usecase.LimitRequestsUseCase;
import dev.rampart.domain.usecase.ListReviewQueueUseCase;
import dev.rampart.domain.usecase.ListSubmissionsUseCase;
import dev.rampart.domain.usecase.ReadSubmissionUseCase;
import dev.rampart.domain.usecase.ReceiveSubmissionUseCase;
import dev.rampart.domain.usecase.ReviewSubmissionUseCase;
import dev.rampart.domain.usecase.WithdrawSubmissionUseCase;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** The whole API over ports in memory. */
final class TestApi {

  static final String GOOD =
      """
      {"title": "Roof", "description": "It leaks.\\nSince Monday.", "category": "bug",
       "contactEmail": "ann@example.com", "tags": ["roof"], "details": {"Room": "4 < 5"}}\
      """;

  static final Duration TIMEOUT = Duration.ofSeconds(20);

  final MovableClock clock = new MovableClock(Examples.MORNING);
  final InMemorySubmissionStore store = new InMemorySubmissionStore(clock);
  final List<Signal> signals = new CopyOnWriteArrayList<>();
  private final LimitRequests limits;

  /** Counts no requests. */
  TestApi() {
    limits = _ -> Optional.empty();
  }

  /** Lets so many requests of one caller pass in a minute. */
  TestApi(int quota) {
    RequestLimit limit = new RequestLimit(quota, Duration.ofMinutes(1));
    limits = new LimitRequestsUseCase(new InMemoryRequestCounter(), limit, clock);
  }

  Answered send(Call call) {
    return send(call, router(store, store, signals::addAll), TIMEOUT);
  }

  /** Sends what has to go well for the test to mean anything. */
  void given(Call call) {
    assertThat(send(call).status()).isBetween(200, 299);
  }

  /** Over a store of its own, such as one that fails. */
  Answered send(Call call, SubmissionStore submissions) {
    return send(call, router(submissions, store, signals::addAll), TIMEOUT);
  }

  /** With an publisher of its own, such as one that fails. */
  Answered send(Call call, SignalPublisher publisher) {
    return send(call, router(store, store, publisher), TIMEOUT);
  }

  static Answered send(Call call, Router router, Duration timeout) {
    ByteArrayOutputStream reply = new ByteArrayOutputStream();
    RequestLogLine line = router.answer(new ByteArrayInputStream(call.event()), reply, timeout);
    return Answered.of(reply.toByteArray(), line);
  }

  /** Stores a submission and returns its id. */
  String created(Owner owner, String key) {
    return send(Call.create(GOOD).as(owner).header("Idempotency-Key", '"' + key + '"')).id();
  }

  Router router(SubmissionStore submissions, ReviewQueue queue, SignalPublisher publisher) {
    SubmissionUseCases useCases = useCases(submissions, queue);
    List<Endpoint> endpoints = new ArrayList<>();
    endpoints.addAll(
        SubmissionEndpoints.of(useCases, Inspector.standard(), () -> Examples.SECRET, clock));
    endpoints.addAll(ServiceEndpoints.of(() -> "{\"openapi\":\"3.1.0\",\"info\":{},\"paths\":{}}"));
    return new Router(
        endpoints,
        new AllowedClients(Set.of(Call.CLIENT, "machine1"), Set.of("https://app.example.com")),
        limits,
        publisher,
        clock);
  }

  SubmissionUseCases useCases(SubmissionStore submissions, ReviewQueue queue) {
    return new SubmissionUseCases(
        new ReceiveSubmissionUseCase(submissions, Examples.IDS, Examples.RETENTION, clock),
        new ReadSubmissionUseCase(submissions),
        new ListSubmissionsUseCase(submissions),
        new AmendSubmissionUseCase(submissions, clock),
        new WithdrawSubmissionUseCase(submissions, clock),
        new ReviewSubmissionUseCase(queue, submissions, clock),
        new ListReviewQueueUseCase(queue));
  }
}
