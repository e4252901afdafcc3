package dev.rampart.adapter.in.apigateway.submission;

import dev.rampart.adapter.in.apigateway.http.ProxyEvent;
import dev.rampart.adapter.in.apigateway.http.RefusedRequest;
import dev.rampart.domain.submission.SubmissionId;

/** The path {@code /v1/submissions/{id}} and those below it. */
final class SubmissionPath {

  private SubmissionPath() {}

  /**
   * Returns the id in the path.
   *
   * @throws RefusedRequest if the text cannot be an id: it is answered like an unknown one
   */
  static SubmissionId id(ProxyEvent event) {
    return SubmissionId.parse(event.pathParameters().getOrDefault("id", ""))
        .orElseThrow(() -> new RefusedRequest(SubmissionProblem.notFound()));
  }
}
