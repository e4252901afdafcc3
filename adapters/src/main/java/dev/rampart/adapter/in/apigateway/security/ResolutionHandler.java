package dev.rampart.adapter.in.apigateway.security;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.adapter.in.apigateway.body.JsonBody;
import dev.rampart.adapter.in.apigateway.body.JsonBodyReader;
import dev.rampart.adapter.in.apigateway.http.Answer;
import dev.rampart.adapter.in.apigateway.http.CommonProblem;
import dev.rampart.adapter.in.apigateway.http.EntityTags;
import dev.rampart.adapter.in.apigateway.http.ProxyEvent;
import dev.rampart.adapter.in.apigateway.http.Refusal;
import dev.rampart.adapter.in.apigateway.http.RefusedRequest;
import dev.rampart.adapter.in.apigateway.router.Caller;
import dev.rampart.adapter.in.apigateway.router.EndpointHandler;
import dev.rampart.domain.detection.finding.FindingRecord;
import dev.rampart.domain.detection.finding.FindingVerdict;
import dev.rampart.domain.port.in.ReadFinding;
import dev.rampart.domain.port.in.ResolveFinding;
import dev.rampart.domain.port.in.ResolveFinding.Result;
import java.util.Arrays;
import java.util.Optional;

/** POST /v1/threats/{id}/resolution. */
record ResolutionHandler(ReadFinding read, ResolveFinding resolve, JsonBodyReader bodies)
    implements EndpointHandler {
  private static final String READ_FIRST =
      "Read the threat, and send its ETag in the header If-Match.";

  @Override
  public Answer answer(ProxyEvent event, Caller caller) {
    JsonBody body = bodies.read(event);
    return switch (ThreatHandler.read(read, event)) {
      case ReadFinding.Result.Found found -> resolved(event, caller, body, found);
      case ReadFinding.Result.NotFound() -> ThreatHandler.notFound();
    };
  }

  private Answer resolved(
      ProxyEvent event, Caller caller, JsonBody body, ReadFinding.Result.Found seen) {
    requireMatch(event, seen);
    ResolveFinding.Command command =
        new ResolveFinding.Command(
            seen.finding().id(),
            seen.finding().version(),
            verdict(body.json()),
            caller.subject(),
            Optional.ofNullable(body.json().path("note").textValue()));
    return switch (resolve.resolve(command)) {
      case Result.Resolved(FindingRecord finding) ->
          // What is quoted in a note that was taken is no attack of whoever wrote it.
          ThreatJson.reply(new ReadFinding.Result.Found(finding, seen.response()));
      case Result.NotFound() -> ThreatHandler.notFound();
      case Result.Stale() -> stale();
    };
  }

  /** The tag is of more than the version, so tags are compared as they are. */
  private static void requireMatch(ProxyEvent event, ReadFinding.Result.Found current) {
    EntityTags tags =
        EntityTags.read(event, "if-match")
            .orElseThrow(
                () -> new RefusedRequest(CommonProblem.PRECONDITION_REQUIRED.because(READ_FIRST)));
    if (!tags.any() && !tags.tags().contains(ThreatJson.etag(current))) {
      throw new RefusedRequest(stale());
    }
  }

  private static Refusal stale() {
    return SecurityProblem.THREAT_CHANGED.because(READ_FIRST);
  }

  private static FindingVerdict verdict(JsonNode body) {
    String name = body.path("verdict").textValue();
    return Arrays.stream(FindingVerdict.values())
        .filter(verdict -> verdict.wireName().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("schema and verdicts differ"));
  }
}
