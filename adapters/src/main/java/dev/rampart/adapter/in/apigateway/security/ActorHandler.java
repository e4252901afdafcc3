package dev.rampart.adapter.in.apigateway.security;

import dev.rampart.adapter.in.apigateway.http.Answer;
import dev.rampart.adapter.in.apigateway.http.ProxyEvent;
import dev.rampart.adapter.in.apigateway.http.Query;
import dev.rampart.adapter.in.apigateway.http.RefusedRequest;
import dev.rampart.adapter.in.apigateway.router.Caller;
import dev.rampart.adapter.in.apigateway.router.EndpointHandler;
import dev.rampart.domain.detection.signal.Subject;
import dev.rampart.domain.detection.signal.SubjectKind;
import dev.rampart.domain.detection.trail.TimeSpan;
import dev.rampart.domain.port.in.ReadActor;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** GET /v1/actors/{kind}/{id}. */
record ActorHandler(ReadActor useCase, InstantSource clock) implements EndpointHandler {
  private static final Set<SubjectKind> KINDS =
      EnumSet.of(
          SubjectKind.IP,
          SubjectKind.NETWORK,
          SubjectKind.PRINCIPAL,
          SubjectKind.CLIENT,
          SubjectKind.API_KEY);

  @Override
  public Answer answer(ProxyEvent event, Caller caller) {
    TimeSpan span = SpanQuery.DAYS.read(new Query(event), clock);
    Subject subject = subject(event).orElseThrow(ActorHandler::invalid);
    ReadActor.Actor actor = useCase.read(new ReadActor.Command(subject, span));
    return ActorJson.reply(subject, span, actor);
  }

  private static Optional<Subject> subject(ProxyEvent event) {
    return SubjectKind.of(PathValue.of(event, "kind"))
        .filter(KINDS::contains)
        .flatMap(kind -> SubjectText.parse(kind, name(event, kind)));
  }

  private static String name(ProxyEvent event, SubjectKind kind) {
    return kind == SubjectKind.IP || kind == SubjectKind.NETWORK
        ? PathValue.range(event, "id")
        : PathValue.of(event, "id");
  }

  private static RefusedRequest invalid() {
    return new RefusedRequest(
        SecurityProblem.INVALID_ACTOR.because(
            "Ask for /ip, /network, /principal, /client or /apiKey, and a name of that kind."));
  }
}
