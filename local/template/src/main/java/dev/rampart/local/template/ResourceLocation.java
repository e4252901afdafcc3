package dev.rampart.local.template;

import com.fasterxml.jackson.core.JsonPointer;

/**
 * Where a resource and its properties are written in the file of a template.
 *
 * @param properties the place of its properties
 * @param inherited the place in the section Globals of those that it does not write itself
 */
record ResourceLocation(TemplateSource source, JsonPointer properties, JsonPointer inherited) {

  /** Returns the line of a property, from 1, or of the nearest part of the resource around it. */
  private int line(JsonPointer property) {
    JsonPointer general = inherited.append(property);
    boolean inherits = !source.has(properties.append(property)) && source.has(general);
    return source.line(inherits ? general : properties.append(property));
  }

  TemplateException fault(JsonPointer property, String message) {
    return new TemplateException(source.file(), line(property), message);
  }
}
