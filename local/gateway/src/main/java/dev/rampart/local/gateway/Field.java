package dev.rampart.local.gateway;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One header field, its name as it was sent. */
public record Field(String name, String value) {

  boolean is(String other) {
    return name.equalsIgnoreCase(other);
  }

  static List<String> all(List<Field> fields, String name) {
    return fields.stream().filter(field -> field.is(name)).map(Field::value).toList();
  }

  static Optional<String> first(List<Field> fields, String name) {
    return fields.stream().filter(field -> field.is(name)).map(Field::value).findFirst();
  }

  String key() {
    return name.toLowerCase(Locale.ROOT);
  }
}
