package dev.rampart.adapter.in.apigateway.security;

import dev.rampart.adapter.in.apigateway.http.Answer;
import dev.rampart.adapter.in.apigateway.http.ProxyEvent;
import dev.rampart.adapter.in.apigateway.http.Query;
import dev.rampart.adapter.in.apigateway.router.Caller;
import dev.rampart.adapter.in.apigateway.router.EndpointHandler;
import dev.rampart.domain.detection.trail.TimeSpan;
import dev.rampart.domain.detection.trail.Watcher;
import dev.rampart.domain.port.in.ReadTraffic;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/** GET /v1/traffic. */
record TrafficHandler(ReadTraffic useCase, InstantSource clock) implements EndpointHandler {

  static final Set<String> PARAMETERS = Set.of("from", "to", "own");

  private static final Choice<Boolean> OWN =
      new Choice<>("own", new Boolean[] {true, false}, String::valueOf);

  @Override
  public Answer answer(ProxyEvent event, Caller caller) {
    Query query = new Query(event);
    TimeSpan span = SpanQuery.MINUTES.read(query, clock);
    Optional<Watcher> without =
        OWN.in(query).filter(own -> !own).map(_ -> new Watcher(caller.subject()));
    return TrailJson.reply(span, useCase.read(new ReadTraffic.Command(span, without)));
  }
}
