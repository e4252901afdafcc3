package dev.rampart.adapter.out.dynamodb;

import static dev.rampart.adapter.out.dynamodb.Attributes.text;

import dev.rampart.domain.common.EmailAddress;
import dev.rampart.domain.submission.Category;
import dev.rampart.domain.submission.Content;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Content as a map attribute. */
final class ContentItem {
  private ContentItem() {}

  static AttributeValue write(Content content) {
    return AttributeValue.fromM(
        Map.of(
            "title", text(content.title()),
            "description", text(content.description()),
            "category", text(content.category().wireName()),
            "contactEmail", text(content.contactEmail().value()),
            "tags", AttributeValue.fromL(content.tags().stream().map(Attributes::text).toList()),
            "details",
                AttributeValue.fromL(
                    content.details().entrySet().stream().map(ContentItem::detail).toList())));
  }

  /** A pair in a list: a map attribute would lose the owner's order. */
  private static AttributeValue detail(Map.Entry<String, String> detail) {
    return AttributeValue.fromM(
        Map.of("name", text(detail.getKey()), "value", text(detail.getValue())));
  }

  static Content read(StoredItem content) {
    Map<String, String> details = new LinkedHashMap<>();
    for (AttributeValue pair : content.list("details")) {
      StoredItem detail = new StoredItem(pair.m());
      details.put(detail.text("name"), detail.text("value"));
    }
    return new Content(
        content.text("title"),
        content.text("description"),
        Category.of(content.text("category")).orElseThrow(),
        new EmailAddress(content.text("contactEmail")),
        content.list("tags").stream().map(AttributeValue::s).toList(),
        details);
  }
}
