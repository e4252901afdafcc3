package dev.rampart.local.template;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * A template as it was written, with short tags in their long form.
 *
 * @param lines the line of each part of the tree, from 1
 */
record TemplateSource(String file, JsonNode root, Map<JsonPointer, Integer> lines) {
  static final JsonPointer TOP = JsonPointer.empty();

  /** Says whether the template has a part. */
  boolean has(JsonPointer at) {
    return lines.containsKey(at);
  }

  /** Returns the line of a part, or of the nearest part around it. */
  int line(JsonPointer at) {
    JsonPointer pointer = at;
    while (!lines.containsKey(pointer)) {
      if (pointer.matches()) {
        return 0;
      }
      pointer = pointer.head();
    }
    return lines.getOrDefault(pointer, 0);
  }

  TemplateException fault(JsonPointer at, String what) {
    return new TemplateException(file, line(at), what);
  }
}
