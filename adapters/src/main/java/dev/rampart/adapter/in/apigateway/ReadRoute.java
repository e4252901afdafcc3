package dev.rampart.adapter.in.apigateway;

import dev.rampart.domain.detection.DetectionPoint;
import dev.rampart.domain.port.in.ReadSubmission;
import dev.rampart.domain.port.in.ReadSubmission.Result;
import dev.rampart.domain.submission.Submission;
import dev.rampart.domain.submission.SubmissionId;

/** GET /v1/submissions/{id}, and the reading that comes before every change. */
record ReadRoute(ReadSubmission useCase) implements Route {

  @Override
  public Answer answer(ProxyEvent event, Caller caller) {
    return read(event, caller).answer(submission -> Precondition.changed(event, submission));
  }

  /** Returns the caller's submission that the path names. */
  Checked<Submission> read(ProxyEvent event, Caller caller) {
    return id(event)
        .then(
            id ->
                switch (useCase.read(new ReadSubmission.Command(caller.owner(), id))) {
                  case Result.Found(var submission) -> Checked.good(submission);
                  case Result.NotFound() -> Checked.bad(notFound());
                });
  }

  /** Returns the id in the path; what cannot be an id is answered like an unknown one. */
  static Checked<SubmissionId> id(ProxyEvent event) {
    return SubmissionId.parse(event.pathParameters().getOrDefault("id", ""))
        .map(Checked::good)
        .orElseGet(() -> Checked.bad(notFound()));
  }

  /** The one refusal for unknown ids, other owners' ids and texts that are no id. */
  static Refusal notFound() {
    return Problem.NOT_FOUND
        .because("No submission of yours has this id.")
        .suspecting(Suspicion.of(DetectionPoint.OBJECT_NOT_FOUND));
  }

  /** The refusal of a step that a reviewed or withdrawn submission does not allow. */
  static Refusal closed() {
    return Problem.WRONG_STATE.because(
        "A submission that was reviewed or withdrawn does not change any more.");
  }
}
