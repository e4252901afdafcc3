package dev.rampart.adapter.in.apigateway.submission;

import dev.rampart.adapter.in.apigateway.body.CanonicalJson;
import dev.rampart.adapter.in.apigateway.body.JsonBody;
import dev.rampart.adapter.in.apigateway.body.JsonBodyReader;
import dev.rampart.adapter.in.apigateway.http.Answer;
import dev.rampart.adapter.in.apigateway.http.CommonProblem;
import dev.rampart.adapter.in.apigateway.http.IdempotencyKeyHeader;
import dev.rampart.adapter.in.apigateway.http.ProxyEvent;
import dev.rampart.adapter.in.apigateway.http.Reply;
import dev.rampart.adapter.in.apigateway.router.Caller;
import dev.rampart.adapter.in.apigateway.router.EndpointHandler;
import dev.rampart.domain.common.Fingerprint;
import dev.rampart.domain.common.IdempotencyKey;
import dev.rampart.domain.port.in.ReceiveSubmission;
import dev.rampart.domain.port.in.ReceiveSubmission.Result;
import dev.rampart.domain.submission.Content;
import dev.rampart.domain.submission.Owner;
import dev.rampart.domain.submission.Submission;

/** POST /v1/submissions. */
record CreateHandler(ReceiveSubmission useCase, JsonBodyReader bodies) implements EndpointHandler {

  @Override
  public Answer answer(ProxyEvent event, Caller caller) {
    IdempotencyKey key = IdempotencyKeyHeader.read(event);
    JsonBody body = bodies.read(event);
    Content content = ContentJson.read(body.json());
    Fingerprint fingerprint = CanonicalJson.fingerprint(ContentJson.write(content));
    Result result =
        useCase.receive(
            new ReceiveSubmission.Command(new Owner(caller.subject()), key, fingerprint, content));
    return switch (result) {
      case Result.Received(Submission.Received submission) ->
          created(event, submission).suspecting(body.suspicions());
      case Result.Repeated(Submission.Received first) ->
          created(event, first).with("Idempotency-Replayed", "true").suspecting(body.suspicions());
      case Result.KeyTaken() ->
          CommonProblem.IDEMPOTENCY_KEY_REUSED.because(
              "This key was sent with another body before. Send a new key with each new"
                  + " submission.");
    };
  }

  private static Reply created(ProxyEvent event, Submission submission) {
    return SubmissionJson.reply(201, submission)
        .with(
            "Location",
            event.root()
                + SubmissionEndpoints.SUBMISSIONS
                + "/"
                + submission.record().id().value());
  }
}
