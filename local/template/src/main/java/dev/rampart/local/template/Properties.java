package dev.rampart.local.template;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.template.source.TemplateException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Reads the properties of one resource, or those of an object in it. A stand-in asks for what it
 * acts on, names what it {@linkplain #leave leaves} undone, and closes with {@link #end}, which
 * refuses the rest: so a template cannot set something that nobody looks at. Each fault names the
 * resource, the property, the file and the line.
 */
public final class Properties {
  private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,15})?");

  private final Resource resource;
  private final JsonPointer at;
  private final ObjectNode node;
  private final List<Properties> nested = new ArrayList<>();
  private final TreeSet<String> read = new TreeSet<>();
  private final TreeSet<String> left = new TreeSet<>();

  Properties(Resource resource, JsonPointer at, ObjectNode node) {
    this.resource = resource;
    this.at = at;
    this.node = node;
  }

  /** Returns the resource that they belong to. */
  public Resource resource() {
    return resource;
  }

  /** Says whether the template sets a property. */
  public boolean has(String name) {
    return value(name).isPresent();
  }

  /** Returns a property that is one value, as text. */
  public String text(String name) {
    return optionalText(name).orElseThrow(() -> fault(name, "is missing"));
  }

  /** Returns a property that is one value, as text; empty if the template does not set it. */
  public Optional<String> optionalText(String name) {
    return value(name)
        .map(
            value -> {
              if (!value.isValueNode()) {
                throw fault(name, "is not a text");
              }
              return value.asText();
            });
  }

  /** Returns a property that is true or false. */
  public boolean flag(String name, boolean otherwise) {
    return switch (optionalText(name).orElse(Boolean.toString(otherwise))) {
      case "true" -> true;
      case "false" -> false;
      default -> throw fault(name, "is neither true nor false");
    };
  }

  /** Returns a property that is a whole number. */
  public int number(String name, int otherwise, int min, int max) {
    return optionalNumber(name, min, max).orElse(otherwise);
  }

  /** Returns a property that is a whole number; empty if the template does not set it. */
  public Optional<Integer> optionalNumber(String name, int min, int max) {
    return optionalText(name).map(text -> number(name, text, min, max));
  }

  private int number(String name, String text, int min, int max) {
    try {
      int number = Integer.parseInt(text);
      if (number < min || number > max) {
        throw fault(name, "is not from " + min + " to " + max);
      }
      return number;
    } catch (NumberFormatException _) {
      throw fault(name, "is not a whole number");
    }
  }

  /** Returns a property that is a number, whole or not; empty if the template does not set it. */
  public Optional<Double> optionalDecimal(String name, double min, double max) {
    return optionalText(name).map(text -> decimal(name, text, min, max));
  }

  private double decimal(String name, String text, double min, double max) {
    if (!DECIMAL.matcher(text).matches()) {
      throw fault(name, "is not a number");
    }
    double number = Double.parseDouble(text);
    if (number < min || number > max) {
      throw fault(name, "is not from " + min + " to " + max);
    }
    return number;
  }

  /** Returns what one of several texts stands for, or that of another if none is set. */
  public <T> T choice(String name, String otherwise, Map<String, T> choices) {
    return chosen(name, optionalText(name).orElse(otherwise), choices);
  }

  private <T> T chosen(String name, String text, Map<String, T> choices) {
    return Optional.ofNullable(choices.get(text))
        .orElseThrow(
            () -> fault(name, "is not " + String.join(" or ", new TreeSet<>(choices.keySet()))));
  }

  /** Returns a property that is one of several texts. */
  public String oneOf(String name, String... texts) {
    Map<String, String> choices = new LinkedHashMap<>();
    for (String text : texts) {
      choices.put(text, text);
    }
    return chosen(name, text(name), choices);
  }

  /** Returns a list of texts; an empty one if the template does not set it. */
  public List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    for (JsonNode element : list(name)) {
      if (!element.isValueNode()) {
        throw fault(name, "is not a list of texts");
      }
      texts.add(element.asText());
    }
    return List.copyOf(texts);
  }

  /** Returns a list of objects; an empty one if the template does not set it. */
  public List<Properties> objects(String name) {
    List<Properties> objects = new ArrayList<>();
    for (JsonNode element : list(name)) {
      JsonPointer place = at.appendProperty(name).appendIndex(objects.size());
      objects.add(child(place, element));
    }
    return List.copyOf(objects);
  }

  /** Returns the names of all properties, in the order in which they are written. */
  public List<String> names() {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    return List.copyOf(names);
  }

  /** Returns the objects of a map by their names; an empty map if the template does not set it. */
  public Map<String, Properties> objectsByName(String name) {
    Properties map = object(name);
    Map<String, Properties> objects = new LinkedHashMap<>();
    map.names().forEach(key -> objects.put(key, map.object(key)));
    return Collections.unmodifiableMap(objects);
  }

  /** Returns an object; an empty one if the template does not set it. */
  public Properties object(String name) {
    return child(
        at.appendProperty(name), value(name).orElseGet(JsonNodeFactory.instance::objectNode));
  }

  /** Returns a map of texts; an empty one if the template does not set it. */
  public Map<String, String> map(String name) {
    Properties object = object(name);
    Map<String, String> texts = new LinkedHashMap<>();
    object.names().forEach(key -> texts.put(key, object.text(key)));
    return texts;
  }

  /** Returns a property as it is, for a document with a reader of its own. */
  public Optional<JsonNode> document(String name) {
    return value(name);
  }

  private JsonNode list(String name) {
    JsonNode list = value(name).orElseGet(JsonNodeFactory.instance::arrayNode);
    if (!list.isArray()) {
      throw fault(name, "is not a list");
    }
    return list;
  }

  /** Takes properties that only tell a reader something, whatever they hold. */
  public void takeDescriptions(String... names) {
    read.addAll(List.of(names));
  }

  /** Takes properties that change nothing in the local run, whatever they hold. */
  public void leave(String... names) {
    for (String name : names) {
      if (node.has(name)) {
        left.add(name);
      }
    }
  }

  /**
   * Refuses what was neither read nor left, here and in every object that was read.
   *
   * @throws TemplateException if there is such a property
   */
  public void end() {
    nested.forEach(Properties::end);
    for (String name : names()) {
      if (!read.contains(name) && !left.contains(name)) {
        throw fault(name, "is not known to the local run");
      }
    }
  }

  /** Returns the properties that were left, here and in every object that was read. */
  public List<LeftProperty> left() {
    List<LeftProperty> all = new ArrayList<>();
    left.forEach(name -> all.add(new LeftProperty(resource, at.appendProperty(name))));
    nested.forEach(child -> all.addAll(child.left()));
    return List.copyOf(all);
  }

  /**
   * Returns a fault of a property.
   *
   * @param what the rest of a sentence that begins with the property, without a full stop
   */
  public TemplateException fault(String name, String what) {
    return resource.fault(at.appendProperty(name), what);
  }

  /**
   * Returns a fault in a document that has a reader of its own.
   *
   * @param inside the place in the document
   */
  public TemplateException fault(String name, JsonPointer inside, String what) {
    return resource.fault(at.appendProperty(name).append(inside), what);
  }

  private Properties child(JsonPointer place, JsonNode object) {
    if (!(object instanceof ObjectNode members)) {
      throw resource.fault(place, "is not an object");
    }
    Properties child = new Properties(resource, place, members);
    nested.add(child);
    return child;
  }

  private Optional<JsonNode> value(String name) {
    read.add(name);
    return Optional.ofNullable(node.get(name)).filter(value -> !value.isNull());
  }
}
