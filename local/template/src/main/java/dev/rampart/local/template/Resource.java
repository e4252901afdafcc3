package dev.rampart.local.template;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.template.source.TemplateException;
import dev.rampart.local.template.source.TemplateSource;

/** One resource of a stack, every reference resolved. */
public final class Resource {
  private final String logicalId;
  private final String type;
  private final ObjectNode properties;
  private final PhysicalResource physical;
  private final ResourceLocation location;

  Resource(
      String logicalId,
      String type,
      ObjectNode properties,
      PhysicalResource physical,
      ResourceLocation location) {
    this.logicalId = logicalId;
    this.type = type;
    this.properties = properties;
    this.physical = physical;
    this.location = location;
  }

  public String logicalId() {
    return logicalId;
  }

  public String type() {
    return type;
  }

  /** Returns what it is known by outside the template. */
  public PhysicalResource physical() {
    return physical;
  }

  /** Returns a reader of its properties. */
  public Properties read() {
    return new Properties(this, JsonPointer.empty(), properties);
  }

  /** Returns all properties. */
  public ObjectNode properties() {
    return properties;
  }

  /** Returns a property; a missing node if the template does not set it. */
  public JsonNode property(String name) {
    return properties.path(name);
  }

  /** Returns a property as text, or another text if the template does not set it. */
  public String text(String name, String otherwise) {
    return property(name).asText(otherwise);
  }

  /** Returns its properties with those of the section Globals as they are written. */
  public ObjectNode written() {
    return location.written();
  }

  /**
   * Returns a member that stands beside the properties, such as {@code DeletionPolicy}; what SAM
   * adds has those of the resource that it is added for.
   */
  public JsonNode beside(String name) {
    return location.beside(name);
  }

  /** Returns the line of a property, from 1, or of the nearest part around it. */
  public int line(JsonPointer property) {
    return location.line(property);
  }

  /**
   * Returns a fault of the resource as a whole, with its file and line.
   *
   * @param what the rest of a sentence that begins with its logical id
   */
  public TemplateException fault(String what) {
    return fault(JsonPointer.empty(), what);
  }

  /**
   * Returns a fault of the template that names the resource, the property, the file and the line.
   *
   * @param property the place of the property in the resource
   * @param what the rest of a sentence that begins with the name of the property
   */
  public TemplateException fault(JsonPointer property, String what) {
    return location.fault(property, logicalId + TemplateSource.dotted(property) + " " + what);
  }
}
