package dev.rampart.adapter.in.apigateway;

import dev.rampart.domain.detection.DetectionPoint;
import dev.rampart.domain.detection.Signal;
import dev.rampart.domain.inspection.Inspector;
import dev.rampart.domain.port.out.SignalAnnouncer;
import dev.rampart.domain.submission.Secret;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Answers proxy events, whatever happens: asks the routes, announces what is suspicious, writes the
 * reply, and says what the log should say.
 */
public final class Router {

  private final Routes routes;
  private final ReplyWriter writer;
  private final SignalAnnouncer announcer;
  private final InstantSource clock;

  /** Wires the routes; {@code secret} is asked for when a cursor is first made or read. */
  public Router(
      UseCases useCases,
      Inspector inspector,
      SignalAnnouncer announcer,
      Supplier<Secret> secret,
      InstantSource clock,
      ApiSettings settings) {
    // At start, and with SnapStart in the snapshot: not in the first request.
    BodySchema.load();
    this.routes =
        new Routes(
            useCases,
            inspector,
            new Cursor(secret, clock),
            settings.clientIds(),
            settings.openApi());
    this.writer = new ReplyWriter(settings.origins());
    this.announcer = announcer;
    this.clock = clock;
  }

  /**
   * Answers one event.
   *
   * @param patience how long it may take; what is not done by then is given up and answered 503
   * @return what the log should say
   */
  public RequestLine answer(InputStream in, OutputStream out, Duration patience) {
    var start = clock.instant();
    var event = ProxyEvents.read(in);
    var operation = Operation.of(event);
    var attempt = Attempt.within(patience, () -> answer(event, operation));
    var answer =
        switch (attempt) {
          case Attempt.Done<Answer>(var done) -> done;
          case Attempt.TooSlow<Answer>() -> Routes.unavailable();
          case Attempt.Failed<Answer> _ ->
              Problem.INTERNAL.because("Try again; tell us the request id if it happens again.");
        };
    var reply =
        switch (answer) {
          case Reply good -> good;
          case Refusal refusal -> ProblemJson.reply(refusal, event);
        };
    var route = operation.map(Operation::resource).orElse("unknown");
    var signals = Signals.of(answer, event, route, reply.status(), start);
    var unheard = announce(signals, patience.minus(since(start)));
    writer.write(reply, event, out);
    return new RequestLine(
        event.requestId(),
        event.subject().map(Hash::of),
        event.method(),
        route,
        reply.status(),
        since(start).toMillis(),
        problem(answer).map(problem -> problem.gate().wireName()),
        problem(answer).map(Problem::type),
        unheard,
        attempt.cause());
  }

  private Answer answer(ProxyEvent event, Optional<Operation> operation) {
    return operation
        .map(known -> routes.answer(event, known))
        .orElseGet(
            () ->
                Problem.NO_SUCH_ROUTE
                    .because("Check path and method; /v1/openapi.json lists them.")
                    .suspecting(Suspicion.of(DetectionPoint.ROUTE_UNKNOWN)));
  }

  /** Returns the signals that nobody heard; the answer does not depend on it. */
  private List<Signal> announce(List<Signal> signals, Duration patience) {
    if (signals.isEmpty()) {
      return List.of();
    }
    var attempt =
        Attempt.within(
            patience,
            () -> {
              announcer.announce(signals);
              return true;
            });
    return attempt instanceof Attempt.Done<Boolean> ? List.of() : signals;
  }

  private Duration since(Instant start) {
    return Duration.between(start, clock.instant());
  }

  private static Optional<Problem> problem(Answer answer) {
    return answer instanceof Refusal refusal ? Optional.of(refusal.problem()) : Optional.empty();
  }
}
