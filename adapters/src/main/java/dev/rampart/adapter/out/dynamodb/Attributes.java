package dev.rampart.adapter.out.dynamodb;

import dev.rampart.domain.common.Rfc3339;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The forms of values in items. */
final class Attributes {
  private Attributes() {}

  static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }

  static AttributeValue number(long value) {
    return AttributeValue.fromN(Long.toString(value));
  }

  static AttributeValue time(Instant value) {
    return text(Rfc3339.format(value));
  }

  /** Returns the key of an item in a table with the keys {@code pk} and {@code sk}. */
  static Map<String, AttributeValue> key(String partition, String sort) {
    return Map.of("pk", text(partition), "sk", text(sort));
  }
}
