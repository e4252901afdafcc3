package dev.rampart.local.identity.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The properties of one resource; what nobody asked for by the {@link #end} is refused. */
final class Properties {
  private final String where;
  private final JsonNode node;
  private final List<String> notEnforced;
  private final Set<String> asked = new HashSet<>();
  private final List<Properties> nested = new ArrayList<>();

  Properties(String where, JsonNode node, List<String> notEnforced) {
    this.where = where;
    this.node = node;
    this.notEnforced = notEnforced;
    if (!node.isObject()) {
      throw new SettingsException(where + " is not an object.");
    }
  }

  String text(String name) {
    return optionalText(name).orElseThrow(() -> fault(name, "is missing"));
  }

  Optional<String> optionalText(String name) {
    return value(name)
        .map(
            value -> {
              if (!value.isValueNode()) {
                throw fault(name, "is not a text");
              }
              return value.asText();
            });
  }

  boolean flag(String name, boolean otherwise) {
    return switch (optionalText(name).orElse(Boolean.toString(otherwise))) {
      case "true" -> true;
      case "false" -> false;
      default -> throw fault(name, "is neither true nor false");
    };
  }

  int number(String name, int otherwise, int min, int max) {
    String text = optionalText(name).orElse(Integer.toString(otherwise));
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

  List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    for (Properties element : elements(name)) {
      texts.add(element.text("value"));
    }
    return List.copyOf(texts);
  }

  /** Returns the objects of a list; a plain value is taken as an object of one {@code value}. */
  List<Properties> elements(String name) {
    JsonNode list = value(name).orElseGet(JsonNodeFactory.instance::arrayNode);
    if (!list.isArray()) {
      throw fault(name, "is not a list");
    }
    List<Properties> elements = new ArrayList<>();
    for (JsonNode element : list) {
      JsonNode object =
          element.isValueNode()
              ? JsonNodeFactory.instance.objectNode().set("value", element)
              : element;
      elements.add(child(name + "[" + elements.size() + "]", object));
    }
    return elements;
  }

  /** Returns a nested object; an empty one where there is none. */
  Properties object(String name) {
    return child(name, value(name).orElseGet(JsonNodeFactory.instance::objectNode));
  }

  /** Takes a property that changes nothing here, and says so in the list of these. */
  void notEnforced(String... names) {
    for (String name : names) {
      if (value(name).isPresent()) {
        notEnforced.add(where + "." + name);
      }
    }
  }

  JsonNode node() {
    return node;
  }

  /** Refuses what was not asked for, at any depth that was visited. */
  void end() {
    nested.forEach(Properties::end);
    node.fieldNames()
        .forEachRemaining(
            name -> {
              if (!asked.contains(name)) {
                throw fault(name, "is not known to the local pool");
              }
            });
  }

  SettingsException fault(String name, String what) {
    return new SettingsException(where + "." + name + " " + what + ".");
  }

  private Properties child(String name, JsonNode object) {
    Properties child = new Properties(where + "." + name, object, notEnforced);
    nested.add(child);
    return child;
  }

  private Optional<JsonNode> value(String name) {
    asked.add(name);
    return Optional.ofNullable(node.get(name)).filter(value -> !value.isNull());
  }
}
