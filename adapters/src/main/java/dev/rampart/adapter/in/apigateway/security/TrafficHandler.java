package dev.rampart.adapter.in.apigateway.security;

import dev.rampart.adapter.in.apigateway.http.Answer;
import dev.rampart.adapter.in.apigateway.http.ProxyEvent;
import dev.rampart.adapter.in.apigateway.http.Query;
import dev.rampart.adapter.in.apigateway.router.Caller;
import dev.rampart.adapter.in.apigateway.router.EndpointHandler;
import dev.rampart.domain.detection.trail.TimeSpan;
import dev.rampart.domain.port.in.ReadTraffic;
import java.time.InstantSource;

/** GET /v1/traffic. */
record TrafficHandler(ReadTraffic useCase, InstantSource clock) implements EndpointHandler {

  @Override
  public Answer answer(ProxyEvent event, Caller caller) {
    TimeSpan span = SpanQuery.MINUTES.read(new Query(event), clock);
    return TrailJson.reply(span, useCase.read(span));
  }
}
