package dev.rampart.adapter.in.apigateway.submission;

import dev.rampart.adapter.in.apigateway.http.CommonProblem;
import dev.rampart.adapter.in.apigateway.http.EntityTags;
import dev.rampart.adapter.in.apigateway.http.ProxyEvent;
import dev.rampart.adapter.in.apigateway.http.Refusal;
import dev.rampart.adapter.in.apigateway.http.RefusedRequest;
import dev.rampart.domain.submission.Precondition;
import dev.rampart.domain.submission.Version;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The header {@code If-Match} of a write, as a precondition for the use case. A submission that
 * does not exist is answered as such, whatever is wrong with the header. So a missing or malformed
 * header is not refused when it is read: it allows no version, and holds the refusal for a
 * submission that does exist.
 *
 * @param precondition the versions that the client allows to be replaced
 * @param refusal the refusal if the current version is none of them
 */
record IfMatch(Precondition precondition, Refusal refusal) {

  static final String READ_FIRST = "Read the submission, and send its ETag in the header If-Match.";

  private static final Pattern STRONG_TAG = Pattern.compile("\"([1-9][0-9]{0,17})\"");
  private static final Precondition NO_VERSION = new Precondition.OneOf(Set.of());

  /** Reads the header of a write that must have one. */
  static IfMatch required(ProxyEvent event) {
    try {
      return EntityTags.read(event, "if-match")
          .map(tags -> new IfMatch(allowed(tags), SubmissionProblem.stale()))
          .orElseGet(
              () ->
                  new IfMatch(NO_VERSION, CommonProblem.PRECONDITION_REQUIRED.because(READ_FIRST)));
    } catch (RefusedRequest malformed) {
      return new IfMatch(NO_VERSION, malformed.refusal());
    }
  }

  /**
   * Reads the header of a review. A reviewer may name the version that is decided on, and need not:
   * only a submission that still waits can be reviewed, and only once.
   *
   * @throws RefusedRequest if the header is malformed or has several tags, or if its tag is not one
   *     that a version can have
   */
  static IfMatch optional(ProxyEvent event) {
    Optional<EntityTags> tags = EntityTags.read(event, "if-match");
    if (tags.isPresent() && tags.get().tags().size() > 1) {
      throw new RefusedRequest(
          CommonProblem.INVALID_PRECONDITION.because(
              "A review is about one version: send one ETag."));
    }
    Precondition allowed = tags.map(IfMatch::allowed).orElseGet(Precondition.AnyVersion::new);
    if (allowed.equals(NO_VERSION)) {
      throw new RefusedRequest(SubmissionProblem.stale());
    }
    return new IfMatch(allowed, SubmissionProblem.stale());
  }

  /** Compares strongly: a weak tag, or one that no version has, allows nothing. */
  private static Precondition allowed(EntityTags tags) {
    if (tags.any()) {
      return new Precondition.AnyVersion();
    }
    return new Precondition.OneOf(
        tags.tags().stream()
            .map(STRONG_TAG::matcher)
            .filter(Matcher::matches)
            .map(tag -> new Version(Long.parseLong(tag.group(1))))
            .collect(Collectors.toUnmodifiableSet()));
  }
}
