package dev.rampart.local.tables;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Short ways to write attribute values of the SDK. */
final class Attributes {

  private Attributes() {}

  static AttributeValue s(String text) {
    return AttributeValue.fromS(text);
  }

  static AttributeValue n(long number) {
    return AttributeValue.fromN(Long.toString(number));
  }

  static AttributeValue ns(String... numbers) {
    return AttributeValue.fromNs(List.of(numbers));
  }

  static AttributeValue ss(String... texts) {
    return AttributeValue.fromSs(List.of(texts));
  }

  static AttributeValue l(AttributeValue... values) {
    return AttributeValue.fromL(List.of(values));
  }

  /** Makes a map from names and values in turn. */
  static Map<String, AttributeValue> map(Object... namesAndValues) {
    Map<String, AttributeValue> map = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      map.put((String) namesAndValues[i], (AttributeValue) namesAndValues[i + 1]);
    }
    return map;
  }
}
