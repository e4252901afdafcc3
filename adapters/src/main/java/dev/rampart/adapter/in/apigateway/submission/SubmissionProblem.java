package dev.rampart.adapter.in.apigateway.submission;

import dev.rampart.adapter.in.apigateway.http.Problem;
import dev.rampart.adapter.in.apigateway.http.Refusal;
import dev.rampart.adapter.in.apigateway.http.Suspicion;
import dev.rampart.domain.detection.signal.DetectionPoint;
import dev.rampart.domain.detection.signal.Gate;

/** The problems that only requests about submissions can meet. */
final class SubmissionProblem {
  static final Problem NOT_FOUND =
      new Problem(404, Gate.DOMAIN, "not-found", "There is no such submission");

  static final Problem WRONG_STATE =
      new Problem(409, Gate.DOMAIN, "wrong-state", "The submission's state does not allow this");

  static final Problem STALE_VERSION =
      new Problem(
          412, Gate.DOMAIN, "stale-version", "The submission has changed since it was read");

  private SubmissionProblem() {}

  /** Returns the one refusal for unknown ids, other owners' ids and texts that are no id. */
  static Refusal notFound() {
    return NOT_FOUND
        .because("No submission of yours has this id.")
        .suspecting(Suspicion.of(DetectionPoint.OBJECT_NOT_FOUND));
  }

  /** Returns the refusal of a step that a reviewed or withdrawn submission does not allow. */
  static Refusal closed() {
    return WRONG_STATE.because(
        "The submission was reviewed or withdrawn, so it can no longer be changed.");
  }

  /** Returns the refusal of a write by somebody who has not seen the last version. */
  static Refusal stale() {
    return STALE_VERSION.because(IfMatch.READ_FIRST);
  }
}
