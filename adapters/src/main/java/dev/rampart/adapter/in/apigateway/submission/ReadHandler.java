package dev.rampart.adapter.in.apigateway.submission;

import dev.rampart.adapter.in.apigateway.http.Answer;
import dev.rampart.adapter.in.apigateway.http.EntityTags;
import dev.rampart.adapter.in.apigateway.http.ProxyEvent;
import dev.rampart.adapter.in.apigateway.http.Reply;
import dev.rampart.adapter.in.apigateway.router.Caller;
import dev.rampart.adapter.in.apigateway.router.EndpointHandler;
import dev.rampart.domain.port.in.ReadSubmission;
import dev.rampart.domain.port.in.ReadSubmission.Result;
import dev.rampart.domain.submission.Owner;
import dev.rampart.domain.submission.Submission;
import java.util.Optional;

/** GET /v1/submissions/{id}. */
record ReadHandler(ReadSubmission useCase) implements EndpointHandler {

  @Override
  public Answer answer(ProxyEvent event, Caller caller) {
    ReadSubmission.Command command =
        new ReadSubmission.Command(new Owner(caller.subject()), SubmissionPath.id(event));
    return switch (useCase.read(command)) {
      case Result.Found(Submission submission) -> found(event, submission);
      case Result.NotFound() -> SubmissionProblem.notFound();
    };
  }

  /** Returns the submission, or 304 if the client has it already. */
  private static Reply found(ProxyEvent event, Submission submission) {
    Optional<EntityTags> seen = EntityTags.read(event, "if-none-match");
    Reply reply = SubmissionJson.reply(200, submission).with("Cache-Control", "private, no-cache");
    return seen.filter(tags -> tags.matchWeakly(SubmissionJson.etag(submission))).isPresent()
        ? reply.withoutBody(304)
        : reply;
  }
}
