package dev.rampart.adapter.in.apigateway;

import dev.rampart.domain.inspection.Inspector;
import dev.rampart.domain.port.in.AmendSubmission;
import dev.rampart.domain.port.in.AmendSubmission.Result;
import dev.rampart.domain.submission.Submission;
import dev.rampart.domain.submission.Version;

/** PATCH /v1/submissions/{id}. */
record AmendRoute(ReadRoute current, AmendSubmission useCase, Inspector inspector)
    implements Route {

  @Override
  public Answer answer(ProxyEvent event, Caller caller) {
    return Body.read(event, MediaType.MERGE_PATCH, BodySchema.AMEND, inspector)
        .answer(
            body ->
                current
                    .read(event, caller)
                    .answer(
                        found ->
                            Precondition.seen(event, found)
                                .answer(seen -> amend(caller, found, seen, body))));
  }

  private Answer amend(Caller caller, Submission found, Version seen, Body body) {
    return ContentJson.merge(found.filing().content(), body.json())
        .answer(
            content -> {
              var command =
                  new AmendSubmission.Command(caller.owner(), found.filing().id(), content, seen);
              return switch (useCase.amend(command)) {
                case Result.Amended(var submission) ->
                    SubmissionJson.reply(200, submission).suspecting(body.suspicions());
                case Result.NotFound() -> ReadRoute.notFound();
                case Result.Stale() -> Precondition.stale();
                case Result.Closed() -> ReadRoute.closed();
              };
            });
  }
}
