package dev.rampart.adapter.in.apigateway;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The value of {@code If-Match} or {@code If-None-Match} (RFC 9110, section 13.1).
 *
 * @param any whether it is {@code *}
 * @param tags the tags with their quotes and, for a weak one, {@code W/}
 */
record EntityTags(boolean any, List<String> tags) {

  private static final int CHARS_MAX = 1_000;

  EntityTags {
    tags = List.copyOf(tags);
  }

  /** Returns the tags of this header; empty where the request has none. */
  static Checked<Optional<EntityTags>> read(ProxyEvent event, String header) {
    var fields = event.header(header);
    if (fields.isEmpty()) {
      return Checked.good(Optional.empty());
    }
    var list = String.join(",", fields).strip();
    if (list.equals("*")) {
      return Checked.good(Optional.of(new EntityTags(true, List.of())));
    }
    var tags = list.length() > CHARS_MAX ? List.<String>of() : parse(list);
    return tags.isEmpty()
        ? Checked.bad(
            Problem.INVALID_PRECONDITION.because(
                "Send an ETag of this API as it came, a list of at most 1000 characters, or *."))
        : Checked.good(Optional.of(new EntityTags(false, tags)));
  }

  /** Strong comparison: a weak tag never matches. */
  boolean matchStrongly(String etag) {
    return any || tags.contains(etag);
  }

  /** Weak comparison: {@code W/} makes no difference. */
  boolean matchWeakly(String etag) {
    return any || tags.contains(etag) || tags.contains("W/" + etag);
  }

  /**
   * Returns the tags of a list, whose elements may be empty (RFC 9110, section 5.6.1); none if it
   * is not well-formed.
   */
  private static List<String> parse(String list) {
    var tags = new ArrayList<String>();
    var field = new FieldCursor(list);
    do {
      field.skipBlanks();
      field.entityTag().ifPresent(tags::add);
      field.skipBlanks();
    } while (field.take(","));
    return field.atEnd() ? tags : List.of();
  }
}
