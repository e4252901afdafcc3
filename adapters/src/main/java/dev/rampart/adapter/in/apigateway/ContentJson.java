package dev.rampart.adapter.in.apigateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.rampart.domain.submission.Category;
import dev.rampart.domain.submission.Content;
import dev.rampart.domain.submission.EmailAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What an owner says, from bodies that passed their schema. */
final class ContentJson {

  private ContentJson() {}

  /** Returns the content of a new submission. */
  static Content read(JsonNode json) {
    return new Content(
        json.path("title").textValue(),
        json.path("description").textValue(),
        category(json.path("category")),
        new EmailAddress(json.path("contactEmail").textValue()),
        tags(json.path("tags")),
        merge(Map.of(), json.path("details")));
  }

  /** Returns what {@link #read} reads as the same content; what is empty is left out. */
  static JsonNode write(Content content) {
    var json =
        JsonNodeFactory.instance
            .objectNode()
            .put("title", content.title())
            .put("description", content.description())
            .put("category", content.category().code())
            .put("contactEmail", content.contactEmail().value());
    if (!content.tags().isEmpty()) {
      content.tags().forEach(json.putArray("tags")::add);
    }
    if (!content.details().isEmpty()) {
      content.details().forEach(json.putObject("details")::put);
    }
    return json;
  }

  /**
   * Merges a patch (RFC 7396) into content: what is absent stays, null takes away.
   *
   * @return the merged content; or the fault, where details come to be too many
   */
  static Checked<Content> merge(Content content, JsonNode patch) {
    var details =
        patch.has("details") ? merge(content.details(), patch.path("details")) : content.details();
    if (details.size() > Content.DETAILS_MAX) {
      var fault =
          new Fault(
              "/details", "too-many", "At most " + Content.DETAILS_MAX + " members, old and new.");
      return Checked.bad(Body.invalid(List.of(fault), BodySchema.AMEND));
    }
    return Checked.good(
        new Content(
            patch.path("title").asText(content.title()),
            patch.path("description").asText(content.description()),
            patch.has("category") ? category(patch.path("category")) : content.category(),
            patch.has("contactEmail")
                ? new EmailAddress(patch.path("contactEmail").textValue())
                : content.contactEmail(),
            patch.has("tags") ? tags(patch.path("tags")) : content.tags(),
            details));
  }

  private static Category category(JsonNode json) {
    return Category.of(json.textValue())
        .orElseThrow(() -> new IllegalStateException("schema and categories differ"));
  }

  private static List<String> tags(JsonNode json) {
    var tags = new ArrayList<String>();
    json.forEach(tag -> tags.add(tag.textValue()));
    return tags;
  }

  private static Map<String, String> merge(Map<String, String> details, JsonNode patch) {
    var merged = new LinkedHashMap<String, String>();
    if (!patch.isNull()) {
      merged.putAll(details);
    }
    for (var member : patch.properties()) {
      if (member.getValue().isNull()) {
        merged.remove(member.getKey());
      } else {
        merged.put(member.getKey(), member.getValue().textValue());
      }
    }
    return merged;
  }
}
