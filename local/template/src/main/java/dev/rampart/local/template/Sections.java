package dev.rampart.local.template;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.template.source.TemplateException;
import dev.rampart.local.template.source.TemplateSource;
import java.util.Map;
import java.util.Set;

/** Checks that the sections of a template, and what stands in them, are maps where they must be. */
final class Sections {
  private static final Set<String> MAPS =
      Set.of("Conditions", "Globals", "Mappings", "Metadata", "Outputs", "Parameters", "Resources");
  private static final Set<String> MAPS_OF_MAPS =
      Set.of("Globals", "Mappings", "Outputs", "Parameters", "Resources");

  /** In resources; CloudFormation takes no more, and SAM copies Globals into each function. */
  private static final int RESOURCES_MAX = 500;

  private final TemplateSource source;

  private Sections(TemplateSource source) {
    this.source = source;
  }

  /**
   * Checks all sections.
   *
   * @throws TemplateException if one is of a wrong kind or too large
   */
  static void check(TemplateSource source) {
    new Sections(source).check();
  }

  private void check() {
    for (Map.Entry<String, JsonNode> section : source.root().properties()) {
      String name = section.getKey();
      JsonPointer at = TemplateSource.TOP.appendProperty(name);
      if (MAPS.contains(name)) {
        map(section.getValue(), at);
      }
      if (MAPS_OF_MAPS.contains(name)) {
        mapOfMaps(section.getValue(), at);
      }
    }
    if (source.root().path("Resources").size() > RESOURCES_MAX) {
      throw source.fault(
          TemplateSource.TOP.appendProperty("Resources"),
          "a template has at most " + RESOURCES_MAX + " resources");
    }
    for (Map.Entry<String, JsonNode> mapping : source.root().path("Mappings").properties()) {
      JsonPointer at = TemplateSource.TOP.appendProperty("Mappings");
      mapOfMaps(mapping.getValue(), at.appendProperty(mapping.getKey()));
    }
    for (Map.Entry<String, JsonNode> resource : source.root().path("Resources").properties()) {
      JsonPointer at =
          TemplateSource.TOP.appendProperty("Resources").appendProperty(resource.getKey());
      if (resource.getValue().has("Properties")) {
        map(resource.getValue().path("Properties"), at.appendProperty("Properties"));
      }
    }
  }

  private void mapOfMaps(JsonNode node, JsonPointer at) {
    for (Map.Entry<String, JsonNode> member : node.properties()) {
      map(member.getValue(), at.appendProperty(member.getKey()));
    }
  }

  private void map(JsonNode node, JsonPointer at) {
    if (!node.isObject()) {
      throw new TemplateException(
          source.file(),
          source.line(at),
          TemplateSource.dotted(at).substring(1) + " must be a map");
    }
  }
}
