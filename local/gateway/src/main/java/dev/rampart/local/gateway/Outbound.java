package dev.rampart.local.gateway;

import java.util.ArrayList;
import java.util.List;

/** One answer. */
record Outbound(int status, List<Field> fields, byte[] body) {

  /** Returns the answer with one more field; a field of that name is replaced. */
  Outbound with(String name, String value) {
    List<Field> changed = new ArrayList<>(fields);
    changed.removeIf(field -> field.is(name));
    changed.add(new Field(name, value));
    return new Outbound(status, List.copyOf(changed), body);
  }
}
