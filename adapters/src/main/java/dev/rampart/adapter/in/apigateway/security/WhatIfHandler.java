package dev.rampart.adapter.in.apigateway.security;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.adapter.in.apigateway.body.JsonBody;
import dev.rampart.adapter.in.apigateway.body.JsonBodyReader;
import dev.rampart.adapter.in.apigateway.http.Answer;
import dev.rampart.adapter.in.apigateway.http.FieldError;
import dev.rampart.adapter.in.apigateway.http.ProxyEvent;
import dev.rampart.adapter.in.apigateway.http.RefusedRequest;
import dev.rampart.adapter.in.apigateway.router.Caller;
import dev.rampart.adapter.in.apigateway.router.EndpointHandler;
import dev.rampart.domain.common.Rfc3339;
import dev.rampart.domain.detection.finding.DetectorKind;
import dev.rampart.domain.detection.trail.TimeSpan;
import dev.rampart.domain.detection.tuning.TriedThreshold;
import dev.rampart.domain.port.in.CompareThresholds;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** POST /v1/what-if. */
record WhatIfHandler(CompareThresholds useCase, JsonBodyReader bodies, InstantSource clock)
    implements EndpointHandler {
  private static final String FROM = "from";
  private static final String TO = "to";

  @Override
  public Answer answer(ProxyEvent event, Caller caller) {
    JsonBody body = bodies.read(event);
    TimeSpan span = span(body.json());
    CompareThresholds.Command command =
        new CompareThresholds.Command(span, tried(body.json().path("thresholds")));
    return WhatIfJson.reply(span, useCase.compare(command)).suspecting(body.suspicions());
  }

  private TimeSpan span(JsonNode body) {
    return SpanQuery.DAYS
        .between(time(body, FROM), time(body, TO), clock)
        .filter(span -> !span.from().isBefore(Instant.EPOCH))
        .orElseThrow(
            () -> outOfRange(FROM, "It must be a time before to, 7 days at most, since 1970."));
  }

  private Optional<Instant> time(JsonNode body, String name) {
    return Optional.ofNullable(body.path(name).textValue()).map(text -> time(name, text));
  }

  /** The text can have the form of a time and be none. */
  private Instant time(String name, String text) {
    return Rfc3339.parseFormatted(text)
        .orElseThrow(() -> outOfRange(name, "There is no such time."));
  }

  private RefusedRequest outOfRange(String name, String detail) {
    FieldError error = new FieldError(FieldError.pointer("", name), "out-of-range", detail);
    return new RefusedRequest(bodies.invalid(List.of(error)));
  }

  private static List<TriedThreshold> tried(JsonNode thresholds) {
    return thresholds.properties().stream()
        .map(
            member ->
                new TriedThreshold(
                    DetectorKind.valueOf(member.getKey()), member.getValue().doubleValue()))
        .toList();
  }
}
