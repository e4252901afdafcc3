package dev.rampart.adapter.in.apigateway.submission;

import dev.rampart.adapter.in.apigateway.http.Answer;
import dev.rampart.adapter.in.apigateway.http.ProxyEvent;
import dev.rampart.adapter.in.apigateway.http.Reply;
import dev.rampart.adapter.in.apigateway.http.VersionPrecondition;
import dev.rampart.adapter.in.apigateway.router.Caller;
import dev.rampart.adapter.in.apigateway.router.EndpointHandler;
import dev.rampart.domain.port.in.WithdrawSubmission;
import dev.rampart.domain.port.in.WithdrawSubmission.Result;
import dev.rampart.domain.submission.Owner;
import dev.rampart.domain.submission.Submission;

/** DELETE /v1/submissions/{id}. */
record WithdrawHandler(WithdrawSubmission useCase) implements EndpointHandler {

  @Override
  public Answer answer(ProxyEvent event, Caller caller) {
    VersionPrecondition precondition = IfMatch.required(event);
    WithdrawSubmission.Command command =
        new WithdrawSubmission.Command(
            new Owner(caller.subject()), SubmissionPath.id(event), precondition.versions());
    return switch (useCase.withdraw(command)) {
      case Result.Withdrawn(Submission submission) ->
          Reply.empty(204).with("ETag", SubmissionJson.etag(submission));
      case Result.NotFound() -> SubmissionProblem.notFound();
      case Result.PreconditionFailed() -> precondition.refusal();
      case Result.Closed() -> SubmissionProblem.closed();
      case Result.Conflict() -> SubmissionProblem.stale();
    };
  }
}
