package dev.rampart.adapter.in.apigateway;

import dev.rampart.domain.inspection.Inspector;
import dev.rampart.domain.port.out.PortUnavailable;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Leads a request through the checks that all operations share, to the route of its own. */
record Routes(
    UseCases useCases,
    Inspector inspector,
    Cursor cursors,
    Set<String> clientIds,
    Supplier<String> openApi) {

  private static final String RETRY_AFTER_SECONDS = "2";
  private static final String HEALTH = "{\"status\":\"up\"}";

  /** Answers a request; a dependency that does not answer is an answer too. */
  Answer answer(ProxyEvent event, Operation operation) {
    try {
      return Caller.check(event, operation, clientIds)
          .answer(
              caller ->
                  refuse(event, operation)
                      .<Answer>map(refusal -> refusal)
                      .orElseGet(() -> route(operation).answer(event, caller)));
    } catch (PortUnavailable _) {
      return unavailable();
    }
  }

  /** The refusal where a dependency, or our own time, does not suffice. */
  static Refusal unavailable() {
    return Problem.UNAVAILABLE
        .because("Try again soon, a new submission with the same Idempotency-Key.")
        .with("Retry-After", RETRY_AFTER_SECONDS);
  }

  private static Optional<Refusal> refuse(ProxyEvent event, Operation operation) {
    return Accept.refuse(event).or(() -> Query.refuse(event, operation));
  }

  private Route route(Operation operation) {
    var read = new ReadRoute(useCases.read());
    return switch (operation) {
      case CREATE -> new CreateRoute(useCases.receive(), inspector);
      case READ -> read;
      case LIST -> new ListRoute(useCases.list(), cursors);
      case AMEND -> new AmendRoute(read, useCases.amend(), inspector);
      case WITHDRAW -> new WithdrawRoute(read, useCases.withdraw());
      case REVIEW -> new ReviewRoute(useCases.review(), inspector);
      case REVIEW_QUEUE -> new ReviewQueueRoute(useCases.reviewQueue(), cursors);
      case OPENAPI -> new FixedRoute(openApi);
      case HEALTH -> new FixedRoute(() -> HEALTH);
    };
  }
}
