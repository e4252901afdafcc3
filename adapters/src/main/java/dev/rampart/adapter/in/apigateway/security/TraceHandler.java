package dev.rampart.adapter.in.apigateway.security;

import dev.rampart.adapter.in.apigateway.http.Answer;
import dev.rampart.adapter.in.apigateway.http.ProxyEvent;
import dev.rampart.adapter.in.apigateway.http.Query;
import dev.rampart.adapter.in.apigateway.http.Refusal;
import dev.rampart.adapter.in.apigateway.router.Caller;
import dev.rampart.adapter.in.apigateway.router.EndpointHandler;
import dev.rampart.domain.common.Rfc3339;
import dev.rampart.domain.detection.trail.RequestTrace;
import dev.rampart.domain.detection.trail.TimeSpan;
import dev.rampart.domain.port.in.TraceRequest;
import dev.rampart.domain.port.in.TraceRequest.Result;
import java.time.Instant;
import java.time.InstantSource;
import java.util.regex.Pattern;

/** GET /v1/requests/{requestId}. */
record TraceHandler(TraceRequest useCase, InstantSource clock) implements EndpointHandler {
  private static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9=_-]{1,64}");

  @Override
  public Answer answer(ProxyEvent event, Caller caller) {
    TimeSpan span = SpanQuery.DAYS.read(new Query(event), clock);
    String id = PathValue.of(event, "requestId");
    if (!REQUEST_ID.matcher(id).matches()) {
      return notFound(span, span.from());
    }
    return switch (useCase.trace(new TraceRequest.Command(id, span))) {
      case Result.Traced(RequestTrace trace) -> TraceJson.reply(id, trace);
      case Result.Unknown(Instant completeSince) -> notFound(span, completeSince);
    };
  }

  private static Refusal notFound(TimeSpan span, Instant completeSince) {
    String searched =
        "The logs from " + Rfc3339.format(completeSince) + " to " + Rfc3339.format(span.to());
    return SecurityProblem.REQUEST_NOT_FOUND.because(
        searched + " do not have this id. Name another time by from and to, or wait a minute.");
  }
}
