package dev.rampart.adapter.in.apigateway.submission;

import dev.rampart.adapter.in.apigateway.body.JsonBody;
import dev.rampart.adapter.in.apigateway.body.JsonBodyReader;
import dev.rampart.adapter.in.apigateway.http.Answer;
import dev.rampart.adapter.in.apigateway.http.FieldError;
import dev.rampart.adapter.in.apigateway.http.ProxyEvent;
import dev.rampart.adapter.in.apigateway.http.Refusal;
import dev.rampart.adapter.in.apigateway.http.VersionPrecondition;
import dev.rampart.adapter.in.apigateway.router.Caller;
import dev.rampart.adapter.in.apigateway.router.EndpointHandler;
import dev.rampart.domain.port.in.AmendSubmission;
import dev.rampart.domain.port.in.AmendSubmission.Result;
import dev.rampart.domain.submission.Content;
import dev.rampart.domain.submission.Owner;
import dev.rampart.domain.submission.Submission;
import java.util.List;

/** PATCH /v1/submissions/{id}. */
record AmendHandler(AmendSubmission useCase, JsonBodyReader bodies) implements EndpointHandler {

  @Override
  public Answer answer(ProxyEvent event, Caller caller) {
    JsonBody body = bodies.read(event);
    VersionPrecondition precondition = IfMatch.required(event);
    AmendSubmission.Command command =
        new AmendSubmission.Command(
            new Owner(caller.subject()),
            SubmissionPath.id(event),
            ContentJson.readPatch(body.json()),
            precondition.versions());
    return switch (useCase.amend(command)) {
      case Result.Amended(Submission submission) ->
          SubmissionJson.reply(200, submission).suspecting(body.suspicions());
      case Result.NotFound() -> SubmissionProblem.notFound();
      case Result.PreconditionFailed() -> precondition.refusal();
      case Result.TooManyDetails() -> tooManyDetails();
      case Result.Closed() -> SubmissionProblem.closed();
      case Result.Conflict() -> SubmissionProblem.stale();
    };
  }

  private Refusal tooManyDetails() {
    FieldError error =
        new FieldError(
            "/details",
            "too-many",
            "It must have at most " + Content.DETAILS_MAX + " members, old and new together.");
    return bodies.invalid(List.of(error));
  }
}
