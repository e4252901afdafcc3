package dev.rampart.adapter.in.apigateway.submission;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.adapter.in.apigateway.body.JsonBody;
import dev.rampart.adapter.in.apigateway.body.JsonBodyReader;
import dev.rampart.adapter.in.apigateway.http.Answer;
import dev.rampart.adapter.in.apigateway.http.ProxyEvent;
import dev.rampart.adapter.in.apigateway.http.VersionPrecondition;
import dev.rampart.adapter.in.apigateway.router.Caller;
import dev.rampart.adapter.in.apigateway.router.EndpointHandler;
import dev.rampart.domain.port.in.ReviewSubmission;
import dev.rampart.domain.port.in.ReviewSubmission.Result;
import dev.rampart.domain.submission.Decision;
import dev.rampart.domain.submission.Reviewer;
import dev.rampart.domain.submission.Submission;
import dev.rampart.domain.submission.SubmissionId;

/** POST /v1/submissions/{id}/review. The power to decide comes from the scope alone. */
record ReviewHandler(ReviewSubmission useCase, JsonBodyReader bodies) implements EndpointHandler {

  @Override
  public Answer answer(ProxyEvent event, Caller caller) {
    JsonBody body = bodies.read(event);
    SubmissionId id = SubmissionPath.id(event);
    VersionPrecondition precondition = IfMatch.optional(event);
    ReviewSubmission.Command command =
        new ReviewSubmission.Command(
            new Reviewer(caller.subject()),
            id,
            decision(body.json()),
            body.json().path("reason").textValue(),
            precondition.versions());
    return switch (useCase.review(command)) {
      case Result.Reviewed(Submission submission) ->
          SubmissionJson.reply(200, submission).suspecting(body.suspicions());
      case Result.NotFound() -> SubmissionProblem.notFound();
      case Result.PreconditionFailed() -> precondition.refusal();
      case Result.Closed() -> SubmissionProblem.closed();
      case Result.Conflict() -> SubmissionProblem.stale();
    };
  }

  private static Decision decision(JsonNode body) {
    return body.path("decision").textValue().equals("accept") ? Decision.ACCEPT : Decision.REJECT;
  }
}
