package dev.rampart.adapter.in.apigateway.router;

import dev.rampart.adapter.in.apigateway.http.Accept;
import dev.rampart.adapter.in.apigateway.http.Answer;
import dev.rampart.adapter.in.apigateway.http.ApiVersion;
import dev.rampart.adapter.in.apigateway.http.CommonProblem;
import dev.rampart.adapter.in.apigateway.http.Problem;
import dev.rampart.adapter.in.apigateway.http.ProxyEvent;
import dev.rampart.adapter.in.apigateway.http.Query;
import dev.rampart.adapter.in.apigateway.http.Refusal;
import dev.rampart.adapter.in.apigateway.http.RefusedRequest;
import dev.rampart.adapter.in.apigateway.http.Reply;
import dev.rampart.adapter.in.apigateway.http.Suspicion;
import dev.rampart.domain.common.Sha256;
import dev.rampart.domain.detection.signal.DetectionPoint;
import dev.rampart.domain.detection.signal.Signal;
import dev.rampart.domain.port.in.LimitRequests;
import dev.rampart.domain.port.out.PortUnavailable;
import dev.rampart.domain.port.out.SignalPublisher;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Answers every proxy event, whatever happens to the request in it: leads it through the checks
 * that all endpoints share to the endpoint it is for, publishes what is suspicious, writes the
 * reply, and returns what the log is to say.
 */
public final class Router {

  private static final String RETRY_AFTER_SECONDS = "2";

  private final List<Endpoint> endpoints;
  private final AllowedClients clients;
  private final CallerLimit limit;
  private final ReplyWriter writer;
  private final SignalPublisher publisher;
  private final InstantSource clock;

  /**
   * Serves the endpoints.
   *
   * @throws IllegalArgumentException if two endpoints have the same method and path
   */
  public Router(
      List<Endpoint> endpoints,
      AllowedClients clients,
      LimitRequests limits,
      SignalPublisher publisher,
      InstantSource clock) {
    if (endpoints.stream().map(one -> one.method() + one.path()).distinct().count()
        < endpoints.size()) {
      throw new IllegalArgumentException("two endpoints have the same method and path");
    }
    this.endpoints = List.copyOf(endpoints);
    this.clients = clients;
    this.limit = new CallerLimit(limits);
    this.writer = new ReplyWriter(clients.origins());
    this.publisher = publisher;
    this.clock = clock;
  }

  /**
   * Answers one event.
   *
   * @param timeout how long it may take; after that the request is given up and answered with 503
   * @return what the log is to say
   * @throws java.io.UncheckedIOException if the stream holds no JSON: then API Gateway did not call
   */
  public RequestLogLine answer(InputStream in, OutputStream out, Duration timeout) {
    Instant start = clock.instant();
    ProxyEvent event = ProxyEventReader.read(in);
    Optional<Endpoint> endpoint = endpoints.stream().filter(one -> one.matches(event)).findFirst();
    TimedCall<Answer> call = TimedCall.within(timeout, () -> answer(event, endpoint));
    Answer answer =
        switch (call) {
          case TimedCall.Done<Answer>(Answer done) -> done;
          case TimedCall.TimedOut<Answer>() -> unavailable();
          case TimedCall.Failed<Answer> _ ->
              CommonProblem.INTERNAL.because(
                  "Try again. If it happens again, report the request id.");
        };
    Reply reply =
        switch (answer) {
          case Reply good -> good;
          case Refusal refusal -> ProblemJson.reply(refusal, event);
        };
    String route = endpoint.map(Endpoint::path).orElse("unknown");
    List<Signal> signals = RequestSignals.of(answer, event, route, reply.status(), start);
    List<Signal> unpublished = publish(signals, timeout.minus(since(start)));
    writer.write(reply, event, out);
    return new RequestLogLine(
        event.requestId(),
        RequestSignals.caller(event),
        event.subject().map(Sha256::shortHex),
        event.method(),
        route,
        reply.status(),
        since(start).toMillis(),
        problem(answer).map(problem -> problem.gate().wireName()),
        problem(answer).map(Problem::type),
        signals,
        unpublished,
        call.cause());
  }

  private Answer answer(ProxyEvent event, Optional<Endpoint> endpoint) {
    try {
      Endpoint known = endpoint.orElseThrow(Router::noSuchRoute);
      Caller caller = Caller.authenticate(event, known.scope(), clients.clientIds());
      return limit.apply(event, caller, () -> answer(event, known, caller));
    } catch (RefusedRequest refused) {
      return refused.refusal();
    }
  }

  private static Answer answer(ProxyEvent event, Endpoint endpoint, Caller caller) {
    try {
      Accept.check(event);
      Query.check(event, endpoint.parameters());
      return endpoint.handler().answer(event, caller);
    } catch (RefusedRequest refused) {
      return refused.refusal();
    } catch (PortUnavailable _) {
      return unavailable();
    }
  }

  private static RefusedRequest noSuchRoute() {
    return new RefusedRequest(
        CommonProblem.NO_SUCH_ROUTE
            .because("No operation has this path and method. See " + ApiVersion.CONTRACT + ".")
            .suspecting(Suspicion.of(DetectionPoint.ROUTE_UNKNOWN)));
  }

  /** Returns the refusal if a dependency does not answer, or the time is up. */
  private static Refusal unavailable() {
    return CommonProblem.UNAVAILABLE
        .because("Try again in a few seconds; repeat a POST with the same Idempotency-Key.")
        .with("Retry-After", RETRY_AFTER_SECONDS);
  }

  /** Returns the signals that could not be published; the answer does not depend on it. */
  private List<Signal> publish(List<Signal> signals, Duration timeout) {
    if (signals.isEmpty()) {
      return List.of();
    }
    TimedCall<Boolean> call =
        TimedCall.within(
            timeout,
            () -> {
              publisher.publish(signals);
              return true;
            });
    return call instanceof TimedCall.Done<Boolean> ? List.of() : signals;
  }

  private Duration since(Instant start) {
    return Duration.between(start, clock.instant());
  }

  private static Optional<Problem> problem(Answer answer) {
    return answer instanceof Refusal refusal ? Optional.of(refusal.problem()) : Optional.empty();
  }
}
