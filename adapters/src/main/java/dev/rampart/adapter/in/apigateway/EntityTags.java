package dev.rampart.adapter.in.apigateway;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The value of {@code If-Match} or {@code If-None-Match} (RFC 9110, section 13.1).
 *
 * @param any whether it is {@code *}
 * @param tags the tags with their quotes and, for a weak one, {@code W/}
 */
record EntityTags(boolean any, List<String> tags) {

  private static final int CHARS_MAX = 1_000;
  private static final Pattern TAG = Pattern.compile("\\G[ \\t]*((?:W/)?\"[!#-~]*\")[ \\t]*(,|$)");

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
                "Send an ETag of this API as it came, a list of them, or *."))
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

  private static List<String> parse(String list) {
    var tags = new ArrayList<String>();
    var tag = TAG.matcher(list);
    var end = false;
    while (!end && tag.find()) {
      tags.add(tag.group(1));
      end = tag.end() == list.length() && tag.group(2).isEmpty();
    }
    return end ? tags : List.of();
  }
}
