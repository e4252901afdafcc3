package dev.rampart.adapter.in.apigateway.http;

import dev.rampart.domain.common.AllowedVersions;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What {@code If-Match} and {@code If-None-Match} of a change say, for something whose entity tag
 * is its version. What does not exist is answered as such, whatever is wrong with the header: so a
 * missing or malformed header is not refused when it is read. It allows no version, and holds the
 * refusal for something that does exist.
 *
 * @param versions those that the change may start from
 * @param refusal the answer if the current version is none of them
 */
public record VersionPrecondition(AllowedVersions versions, Refusal refusal) {
  private static final String IF_MATCH = "if-match";
  private static final String IF_NONE_MATCH = "if-none-match";
  private static final Pattern STRONG_TAG = Pattern.compile("\"([1-9][0-9]{0,17})\"");
  private static final AllowedVersions NONE = new AllowedVersions.OneOf(Set.of());

  /** Returns the entity tag of a version. */
  public static String etag(long version) {
    return "\"" + version + "\"";
  }

  /**
   * Reads {@code If-Match}, which the change must have.
   *
   * @param stale the answer if another version is there
   * @param missing what the client has to do, if the header is missing
   */
  public static VersionPrecondition ofChange(ProxyEvent event, Refusal stale, String missing) {
    try {
      return EntityTags.read(event, IF_MATCH)
          .map(tags -> new VersionPrecondition(versions(tags), stale))
          .orElseGet(
              () ->
                  new VersionPrecondition(
                      NONE, CommonProblem.PRECONDITION_REQUIRED.because(missing)));
    } catch (RefusedRequest malformed) {
      return new VersionPrecondition(NONE, malformed.refusal());
    }
  }

  /**
   * Reads the headers of a PUT: {@code If-None-Match: *} to create, {@code If-Match} to replace. A
   * PUT decides itself what exists after it, so it is refused when it is read.
   *
   * @throws RefusedRequest if it has neither, both, or a malformed one
   */
  public static VersionPrecondition ofPut(ProxyEvent event, Refusal stale, String missing) {
    Optional<EntityTags> known = EntityTags.read(event, IF_MATCH);
    Optional<EntityTags> absent = EntityTags.read(event, IF_NONE_MATCH);
    boolean both = known.isPresent() && absent.isPresent();
    if (both || absent.filter(tags -> !tags.any()).isPresent()) {
      throw new RefusedRequest(
          CommonProblem.INVALID_PRECONDITION.because(
              "Send either If-Match with an ETag, or If-None-Match with *."));
    }
    if (absent.isPresent()) {
      return new VersionPrecondition(
          new AllowedVersions.OneOf(Set.of(AllowedVersions.ABSENT)), stale);
    }
    return known
        .map(tags -> new VersionPrecondition(versions(tags), stale))
        .orElseThrow(
            () -> new RefusedRequest(CommonProblem.PRECONDITION_REQUIRED.because(missing)));
  }

  /**
   * Returns the precondition of a change that need not name the versions it may start from.
   *
   * @param stale the answer if another version is there
   */
  public static VersionPrecondition ofTags(Optional<EntityTags> tags, Refusal stale) {
    return new VersionPrecondition(
        tags.map(VersionPrecondition::versions).orElseGet(AllowedVersions.Existing::new), stale);
  }

  /** Returns whether no version at all is allowed. */
  public boolean allowsNothing() {
    return versions.equals(NONE);
  }

  /** Compares strongly: a weak tag, or one that no version has, allows nothing. */
  private static AllowedVersions versions(EntityTags tags) {
    if (tags.any()) {
      return new AllowedVersions.Existing();
    }
    return new AllowedVersions.OneOf(
        tags.tags().stream()
            .map(STRONG_TAG::matcher)
            .filter(Matcher::matches)
            .map(tag -> Long.parseLong(tag.group(1)))
            .collect(Collectors.toUnmodifiableSet()));
  }
}
