package dev.rampart.local.protocol.http;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One header field, its name as it was sent. */
public record Field(String name, String value) {

  /** Returns whether the field has this name; letter case does not matter. */
  public boolean is(String other) {
    return name.equalsIgnoreCase(other);
  }

  /** Returns the values of all fields of a name. */
  public static List<String> all(List<Field> fields, String name) {
    return fields.stream().filter(field -> field.is(name)).map(Field::value).toList();
  }

  /** Returns the value of the first field of a name. */
  public static Optional<String> first(List<Field> fields, String name) {
    return fields.stream().filter(field -> field.is(name)).map(Field::value).findFirst();
  }

  /** Returns the name in lower case. */
  public String key() {
    return name.toLowerCase(Locale.ROOT);
  }
}
