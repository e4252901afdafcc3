package dev.rampart.adapter.in.apigateway;

import dev.rampart.domain.inspection.Inspector;
import dev.rampart.domain.port.in.ReceiveSubmission;
import dev.rampart.domain.port.in.ReceiveSubmission.Result;
import dev.rampart.domain.submission.IdempotencyKey;
import dev.rampart.domain.submission.Submission;

/** POST /v1/submissions. */
record CreateRoute(ReceiveSubmission useCase, Inspector inspector) implements Route {

  @Override
  public Answer answer(ProxyEvent event, Caller caller) {
    return KeyHeader.read(event)
        .answer(
            key ->
                Body.read(event, MediaType.JSON, BodySchema.CREATE, inspector)
                    .answer(body -> receive(event, caller, key, body)));
  }

  private Answer receive(ProxyEvent event, Caller caller, IdempotencyKey key, Body body) {
    var content = ContentJson.read(body.json());
    var command =
        new ReceiveSubmission.Command(
            caller.owner(), key, CanonicalJson.fingerprint(ContentJson.write(content)), content);
    return switch (useCase.receive(command)) {
      case Result.Received(var submission) ->
          created(event, submission).suspecting(body.suspicions());
      case Result.Repeated(var first) ->
          created(event, first).with("Idempotency-Replayed", "true").suspecting(body.suspicions());
      case Result.KeyTaken() ->
          Problem.IDEMPOTENCY_KEY_REUSED.because(
              "The same key came before with another body. Send a new key with a new submission.");
    };
  }

  private static Reply created(ProxyEvent event, Submission submission) {
    return SubmissionJson.reply(201, submission)
        .with("Location", event.root() + "/v1/submissions/" + submission.filing().id().value());
  }
}
