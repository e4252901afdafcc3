package dev.rampart.adapter.out.dynamodb;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An item as it is read, or a map in one. A missing attribute is an error that names it. */
record StoredItem(Map<String, AttributeValue> attributes) {

  Optional<AttributeValue> find(String name) {
    return Optional.ofNullable(attributes.get(name));
  }

  private AttributeValue get(String name) {
    return find(name).orElseThrow(() -> new IllegalStateException("item without " + name));
  }

  String text(String name) {
    return get(name).s();
  }

  long number(String name) {
    return Long.parseLong(get(name).n());
  }

  double real(String name) {
    return Double.parseDouble(get(name).n());
  }

  Instant time(String name) {
    return Instant.parse(text(name));
  }

  List<AttributeValue> list(String name) {
    return get(name).l();
  }

  StoredItem map(String name) {
    return new StoredItem(get(name).m());
  }
}
