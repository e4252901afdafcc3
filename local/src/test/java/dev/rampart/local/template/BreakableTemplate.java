package dev.rampart.local.template;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.template.source.TemplateSource;
import dev.rampart.local.template.source.YamlReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A template that can be broken in one place, and keeps its lines. */
public final class BreakableTemplate {
  private final TemplateSource source;

  /** Reads a file. */
  public BreakableTemplate(Path file) {
    source = YamlReader.read(file);
  }

  /** Returns the template as it is. */
  public Template whole() {
    return Template.of(source);
  }

  /** Returns the value at a place. */
  public JsonNode at(JsonPointer place) {
    return source.root().at(place);
  }

  /** Returns the line of a place. */
  public int line(JsonPointer place) {
    return source.line(place);
  }

  /** Returns the template with another value at a place. */
  public Template with(JsonPointer place, JsonNode value) {
    JsonNode root = source.root().deepCopy();
    String member = place.last().getMatchingProperty();
    switch (root.at(place.head())) {
      case ObjectNode object -> object.set(member, value);
      case ArrayNode array -> array.set(place.last().getMatchingIndex(), value);
      default -> throw new IllegalArgumentException(place.toString());
    }
    return Template.of(new TemplateSource(source.file(), root, source.lines()));
  }

  /** Returns the template with its tree changed. */
  public Template edited(Consumer<ObjectNode> change) {
    ObjectNode root = source.root().deepCopy();
    change.accept(root);
    return Template.of(new TemplateSource(source.file(), root, source.lines()));
  }

  /** Returns each value below a place; what a function computes counts as one value. */
  public List<JsonPointer> below(JsonPointer place) {
    List<JsonPointer> places = new ArrayList<>();
    JsonNode node = at(place);
    if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        add(places, place.appendIndex(i));
      }
    } else if (!isComputed(node)) {
      for (Map.Entry<String, JsonNode> member : node.properties()) {
        add(places, place.appendProperty(member.getKey()));
      }
    }
    return places;
  }

  private void add(List<JsonPointer> places, JsonPointer place) {
    places.add(place);
    places.addAll(below(place));
  }

  /** Says whether a function computes the value at a place. */
  public boolean isComputed(JsonPointer place) {
    return isComputed(at(place));
  }

  private static boolean isComputed(JsonNode node) {
    return node.size() == 1
        && node.properties().stream()
            .map(Map.Entry::getKey)
            .anyMatch(name -> name.equals("Ref") || name.startsWith("Fn::"));
  }
}
