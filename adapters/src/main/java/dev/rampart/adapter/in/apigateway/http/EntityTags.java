package dev.rampart.adapter.in.apigateway.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The value of {@code If-Match} or {@code If-None-Match} (RFC 9110, section 13.1).
 *
 * @param any whether it is {@code *}
 * @param tags the tags with their quotes and, for a weak one, {@code W/}
 */
public record EntityTags(boolean any, List<String> tags) {

  private static final int CHARS_MAX = 1_000;

  public EntityTags {
    tags = List.copyOf(tags);
  }

  /**
   * Returns the tags of this header; empty if the request does not have it.
   *
   * @throws RefusedRequest if the header is not a list of entity tags
   */
  public static Optional<EntityTags> read(ProxyEvent event, String header) {
    List<String> fields = event.header(header);
    if (fields.isEmpty()) {
      return Optional.empty();
    }
    String list = String.join(",", fields).strip();
    if (list.equals("*")) {
      return Optional.of(new EntityTags(true, List.of()));
    }
    List<String> tags = list.length() > CHARS_MAX ? List.of() : parse(list);
    if (tags.isEmpty()) {
      throw new RefusedRequest(
          CommonProblem.INVALID_PRECONDITION.because(
              "The header must have ETags as this API sent them, in a list of at most 1000"
                  + " characters, or *."));
    }
    return Optional.of(new EntityTags(false, tags));
  }

  /** Returns whether a tag is among these by weak comparison: {@code W/} makes no difference. */
  public boolean matchWeakly(String etag) {
    return any || tags.contains(etag) || tags.contains("W/" + etag);
  }

  /**
   * Returns the tags of a list, whose elements may be empty (RFC 9110, section 5.6.1); none if it
   * is not well-formed.
   */
  private static List<String> parse(String list) {
    List<String> tags = new ArrayList<>();
    HeaderReader field = new HeaderReader(list);
    do {
      field.skipBlanks();
      field.entityTag().ifPresent(tags::add);
      field.skipBlanks();
    } while (field.take(","));
    return field.atEnd() ? tags : List.of();
  }
}
