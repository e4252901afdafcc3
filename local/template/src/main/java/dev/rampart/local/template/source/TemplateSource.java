package dev.rampart.local.template.source;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A template as it was written, with short tags in their long form.
 *
 * @param lines the line of each part of the tree, from 1
 */
public record TemplateSource(String file, JsonNode root, Map<JsonPointer, Integer> lines) {
  private static final Pattern PROPERTY =
      Pattern.compile("/Resources/([^/]+)/Properties(.*?)(/Ref|/Fn::.*)?");

  /** The place of the whole template. */
  public static final JsonPointer TOP = JsonPointer.empty();

  /** Says whether the template has a part. */
  public boolean has(JsonPointer at) {
    return lines.containsKey(at);
  }

  /** Returns the line of a part, or of the nearest part around it. */
  public int line(JsonPointer at) {
    JsonPointer pointer = at;
    while (!lines.containsKey(pointer)) {
      if (pointer.matches()) {
        return 0;
      }
      pointer = pointer.head();
    }
    return lines.getOrDefault(pointer, 0);
  }

  /**
   * Returns a fault at a place, which names the resource and the property if it is in one.
   *
   * @param what a whole sentence, without a full stop
   */
  public TemplateException fault(JsonPointer at, String what) {
    return new TemplateException(file, line(at), property(at) + what);
  }

  /**
   * Returns for {@code /Resources/A/Properties/B/0} the prefix {@code A.B.0}, with a colon; for a
   * function that computes a property, that of the property.
   */
  private static String property(JsonPointer at) {
    Matcher property = PROPERTY.matcher(at.toString());
    return property.matches() ? property.group(1) + dotted(property.group(2)) + ": " : "";
  }

  /** Returns {@code .A.B} for the place {@code /A/B}. */
  public static String dotted(JsonPointer place) {
    return dotted(place.toString());
  }

  private static String dotted(String place) {
    return place.replace('/', '.').replace("~1", "/").replace("~0", "~");
  }
}
