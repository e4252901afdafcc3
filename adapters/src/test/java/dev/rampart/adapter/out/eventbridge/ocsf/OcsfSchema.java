package dev.rampart.adapter.out.eventbridge.ocsf;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.adapter.event.EventFiles;
import java.util.HashMap;
import java.util.Map;

/**
 * What class 2004 of a published version is made of.
 *
 * @param finding the class
 * @param objects the objects that may be in it, by name
 * @param types the types of plain values, by name
 */
record OcsfSchema(
    String version,
    OcsfDefinition finding,
    Map<String, OcsfDefinition> objects,
    Map<String, OcsfValueType> types) {
  /** Returns version 1.8.0. */
  static OcsfSchema published() {
    JsonNode json = EventFiles.resource("/ocsf/detection-finding-1.8.0.json");
    Map<String, OcsfDefinition> objects = new HashMap<>();
    json.path("objects")
        .properties()
        .forEach(entry -> objects.put(entry.getKey(), OcsfDefinition.read(entry.getValue())));
    Map<String, OcsfValueType> types = new HashMap<>();
    json.path("types")
        .properties()
        .forEach(
            entry ->
                types.put(entry.getKey(), OcsfValueType.read(entry.getKey(), entry.getValue())));
    return new OcsfSchema(
        json.path("version").asText(), OcsfDefinition.read(json.path("class")), objects, types);
  }
}
