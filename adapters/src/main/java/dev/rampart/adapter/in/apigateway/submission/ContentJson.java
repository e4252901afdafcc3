package dev.rampart.adapter.in.apigateway.submission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.domain.common.EmailAddress;
import dev.rampart.domain.submission.Category;
import dev.rampart.domain.submission.Content;
import dev.rampart.domain.submission.ContentPatch;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The content of submissions in bodies that passed their schema. */
final class ContentJson {

  private ContentJson() {}

  /** Returns the content of a new submission. */
  static Content read(JsonNode json) {
    Map<String, String> details = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> member : json.path("details").properties()) {
      details.put(member.getKey(), member.getValue().textValue());
    }
    return new Content(
        json.path("title").textValue(),
        json.path("description").textValue(),
        category(json.path("category")),
        new EmailAddress(json.path("contactEmail").textValue()),
        tags(json.path("tags")),
        details);
  }

  /** Returns what {@link #read} reads as the same content; what is empty is left out. */
  static JsonNode write(Content content) {
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("title", content.title())
            .put("description", content.description())
            .put("category", content.category().wireName())
            .put("contactEmail", content.contactEmail().value());
    if (!content.tags().isEmpty()) {
      ArrayNode tags = json.putArray("tags");
      content.tags().forEach(tags::add);
    }
    if (!content.details().isEmpty()) {
      ObjectNode details = json.putObject("details");
      content.details().forEach(details::put);
    }
    return json;
  }

  /** Returns the change in a merge patch (RFC 7396): what is absent stays, null removes. */
  static ContentPatch readPatch(JsonNode patch) {
    return new ContentPatch(
        Optional.ofNullable(patch.path("title").textValue()),
        Optional.ofNullable(patch.path("description").textValue()),
        member(patch, "category").map(ContentJson::category),
        Optional.ofNullable(patch.path("contactEmail").textValue()).map(EmailAddress::new),
        member(patch, "tags").map(ContentJson::tags),
        member(patch, "details").map(ContentJson::details).orElse(ContentPatch.Details.UNCHANGED));
  }

  private static Optional<JsonNode> member(JsonNode json, String name) {
    return Optional.of(json.path(name)).filter(member -> !member.isMissingNode());
  }

  private static Category category(JsonNode json) {
    return Category.of(json.textValue())
        .orElseThrow(() -> new IllegalStateException("schema and categories differ"));
  }

  private static List<String> tags(JsonNode json) {
    return json.valueStream().map(JsonNode::textValue).toList();
  }

  private static ContentPatch.Details details(JsonNode patch) {
    if (patch.isNull()) {
      return ContentPatch.Details.CLEARED;
    }
    Map<String, Optional<String>> changes = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> member : patch.properties()) {
      changes.put(member.getKey(), Optional.ofNullable(member.getValue().textValue()));
    }
    return new ContentPatch.Details(false, changes);
  }
}
