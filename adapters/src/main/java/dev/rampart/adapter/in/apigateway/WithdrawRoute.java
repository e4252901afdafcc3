package dev.rampart.adapter.in.apigateway;

import dev.rampart.domain.port.in.WithdrawSubmission;
import dev.rampart.domain.port.in.WithdrawSubmission.Result;
import dev.rampart.domain.submission.SubmissionId;
import dev.rampart.domain.submission.Version;

/** DELETE /v1/submissions/{id}. */
record WithdrawRoute(ReadRoute current, WithdrawSubmission useCase) implements Route {

  @Override
  public Answer answer(ProxyEvent event, Caller caller) {
    return current
        .read(event, caller)
        .answer(
            found ->
                Precondition.seen(event, found)
                    .answer(seen -> withdraw(caller, found.filing().id(), seen)));
  }

  private Answer withdraw(Caller caller, SubmissionId id, Version seen) {
    return switch (useCase.withdraw(new WithdrawSubmission.Command(caller.owner(), id, seen))) {
      case Result.Withdrawn(var submission) ->
          Reply.empty(204).with("ETag", SubmissionJson.etag(submission));
      case Result.NotFound() -> ReadRoute.notFound();
      case Result.Stale() -> Precondition.stale();
      case Result.Closed() -> ReadRoute.closed();
    };
  }
}
