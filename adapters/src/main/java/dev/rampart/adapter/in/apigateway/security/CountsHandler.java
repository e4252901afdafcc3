package dev.rampart.adapter.in.apigateway.security;

import dev.rampart.adapter.in.apigateway.http.Answer;
import dev.rampart.adapter.in.apigateway.http.ProxyEvent;
import dev.rampart.adapter.in.apigateway.http.Query;
import dev.rampart.adapter.in.apigateway.router.Caller;
import dev.rampart.adapter.in.apigateway.router.EndpointHandler;
import dev.rampart.domain.detection.trail.TimeSpan;
import dev.rampart.domain.port.in.ReadFirewallCounts;
import java.time.InstantSource;

/** GET /v1/firewall/counts. */
record CountsHandler(ReadFirewallCounts useCase, InstantSource clock) implements EndpointHandler {

  @Override
  public Answer answer(ProxyEvent event, Caller caller) {
    TimeSpan span = SpanQuery.DAYS.read(new Query(event), clock);
    return CountJson.reply(span, useCase.read(span));
  }
}
