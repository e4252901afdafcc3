package dev.rampart.local.template;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.template.source.TemplateException;
import dev.rampart.local.template.source.TemplateSource;

/**
 * Where a resource and its properties are written in the file of a template.
 *
 * @param properties the place of its properties
 * @param inherited the place in the section Globals of those that it does not write itself
 * @param written the properties with those of the section Globals, nothing resolved
 */
record ResourceLocation(
    TemplateSource source, JsonPointer properties, JsonPointer inherited, ObjectNode written) {

  /** Returns the line of a property, from 1, or of the nearest part of the resource around it. */
  int line(JsonPointer property) {
    JsonPointer general = inherited.append(property);
    boolean inherits = !source.has(properties.append(property)) && source.has(general);
    return source.line(inherits ? general : properties.append(property));
  }

  /** Returns a member that stands beside the properties, such as {@code DependsOn}. */
  JsonNode beside(String name) {
    return source.root().at(owner()).path(name);
  }

  /** Returns the first two steps of the way to the properties: the resource that is written. */
  private JsonPointer owner() {
    String[] steps = properties.toString().split("/", 4);
    return JsonPointer.compile("/" + steps[1] + "/" + steps[2]);
  }

  TemplateException fault(JsonPointer property, String message) {
    return new TemplateException(source.file(), line(property), message);
  }
}
