package dev.rampart.adapter.in.apigateway;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.domain.inspection.Inspector;
import dev.rampart.domain.port.in.ReviewSubmission;
import dev.rampart.domain.port.in.ReviewSubmission.Result;
import dev.rampart.domain.submission.Decision;
import dev.rampart.domain.submission.Reviewer;
import dev.rampart.domain.submission.SubmissionId;
import dev.rampart.domain.submission.Version;
import java.util.Optional;
import java.util.regex.Pattern;

/** POST /v1/submissions/{id}/review. The power to decide comes from the scope alone. */
record ReviewRoute(ReviewSubmission useCase, Inspector inspector) implements Route {

  private static final Pattern TAG = Pattern.compile("\"([1-9][0-9]{0,17})\"");

  @Override
  public Answer answer(ProxyEvent event, Caller caller) {
    return Body.read(event, MediaType.JSON, BodySchema.REVIEW, inspector)
        .answer(
            body ->
                ReadRoute.id(event)
                    .answer(
                        id -> seen(event).answer(version -> review(caller, id, version, body))));
  }

  /**
   * A reviewer may name the version that is decided on, and need not: only a submission that still
   * waits can be reviewed, and only once.
   */
  private static Checked<Optional<Version>> seen(ProxyEvent event) {
    return EntityTags.read(event, "if-match")
        .then(
            tags ->
                tags.filter(sent -> !sent.any())
                    .map(ReviewRoute::one)
                    .orElseGet(() -> Checked.good(Optional.empty())));
  }

  private static Checked<Optional<Version>> one(EntityTags tags) {
    if (tags.tags().size() > 1) {
      return Checked.bad(
          Problem.INVALID_PRECONDITION.because("Decide on one version: send one ETag."));
    }
    var tag = TAG.matcher(tags.tags().getFirst());
    return tag.matches()
        ? Checked.good(Optional.of(new Version(Long.parseLong(tag.group(1)))))
        : Checked.bad(Precondition.stale());
  }

  private Answer review(Caller caller, SubmissionId id, Optional<Version> seen, Body body) {
    var command =
        new ReviewSubmission.Command(
            new Reviewer(caller.subject()),
            id,
            decision(body.json()),
            body.json().path("reason").textValue(),
            seen);
    return switch (useCase.review(command)) {
      case Result.Reviewed(var submission) ->
          SubmissionJson.reply(200, submission).suspecting(body.suspicions());
      case Result.NotFound() -> ReadRoute.notFound();
      case Result.Stale() -> Precondition.stale();
      case Result.Closed() -> ReadRoute.closed();
    };
  }

  private static Decision decision(JsonNode body) {
    return body.path("decision").textValue().equals("accept") ? Decision.ACCEPT : Decision.REJECT;
  }
}
