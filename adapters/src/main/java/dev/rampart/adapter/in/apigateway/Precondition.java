package dev.rampart.adapter.in.apigateway;

import dev.rampart.domain.submission.Submission;
import dev.rampart.domain.submission.Version;

/** Evaluates {@code If-Match} and {@code If-None-Match} against what is stored. */
final class Precondition {

  private static final String READ_FIRST =
      "Read the submission, and send its ETag in the header If-Match.";

  private Precondition() {}

  /**
   * Returns the version that a write may replace: the current one, where the client has seen it.
   */
  static Checked<Version> seen(ProxyEvent event, Submission current) {
    return EntityTags.read(event, "if-match")
        .then(
            tags -> {
              if (tags.isEmpty()) {
                return Checked.bad(Problem.PRECONDITION_REQUIRED.because(READ_FIRST));
              }
              return tags.get().matchStrongly(SubmissionJson.etag(current))
                  ? Checked.good(current.filing().version())
                  : Checked.bad(stale());
            });
  }

  /** Returns the submission, or 304 where the client has it already. */
  static Answer changed(ProxyEvent event, Submission current) {
    return EntityTags.read(event, "if-none-match")
        .answer(
            tags -> {
              var reply =
                  SubmissionJson.reply(200, current).with("Cache-Control", "private, no-cache");
              return tags.filter(seen -> seen.matchWeakly(SubmissionJson.etag(current))).isPresent()
                  ? reply.bare(304)
                  : reply;
            });
  }

  /** The refusal of a write by somebody who has not seen the last version. */
  static Refusal stale() {
    return Problem.STALE_VERSION.because(READ_FIRST);
  }
}
