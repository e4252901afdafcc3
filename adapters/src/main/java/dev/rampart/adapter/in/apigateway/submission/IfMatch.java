package dev.rampart.adapter.in.apigateway.submission;

import dev.rampart.adapter.in.apigateway.http.CommonProblem;
import dev.rampart.adapter.in.apigateway.http.EntityTags;
import dev.rampart.adapter.in.apigateway.http.ProxyEvent;
import dev.rampart.adapter.in.apigateway.http.RefusedRequest;
import dev.rampart.adapter.in.apigateway.http.VersionPrecondition;
import java.util.Optional;

/** The header {@code If-Match} of writes of submissions. */
final class IfMatch {
  static final String READ_FIRST = "Read the submission, and send its ETag in the header If-Match.";

  private IfMatch() {}

  /** Reads the header of a write that must have one. */
  static VersionPrecondition required(ProxyEvent event) {
    return VersionPrecondition.ofChange(event, SubmissionProblem.stale(), READ_FIRST);
  }

  /**
   * Reads the header of a review. A reviewer may name the version that is decided on, and need not:
   * only a submission that still waits can be reviewed, and only once.
   *
   * @throws RefusedRequest if the header is malformed or has several tags, or if its tag is not one
   *     that a version can have
   */
  static VersionPrecondition optional(ProxyEvent event) {
    Optional<EntityTags> tags = EntityTags.read(event, "if-match");
    if (tags.isPresent() && tags.get().tags().size() > 1) {
      throw new RefusedRequest(
          CommonProblem.INVALID_PRECONDITION.because(
              "A review is about one version: send one ETag."));
    }
    VersionPrecondition precondition = VersionPrecondition.ofTags(tags, SubmissionProblem.stale());
    if (precondition.allowsNothing()) {
      throw new RefusedRequest(precondition.refusal());
    }
    return precondition;
  }
}
