package dev.rampart.local.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.rampart.local.generate.GenerationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** The published contract of the API, in OpenAPI 3.1. */
record ApiContract(JsonNode document) {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final List<String> METHODS = List.of("get", "post", "patch", "put", "delete");

  static ApiContract read(Path file) throws IOException {
    return new ApiContract(yaml(file.toString(), Files.readString(file)));
  }

  static JsonNode yaml(String name, String text) throws GenerationException {
    try {
      return JSON.valueToTree(
          new Load(LoadSettings.builder().setLabel(name).build()).loadFromString(text));
    } catch (YamlEngineException e) {
      throw new GenerationException(name + " is not YAML: " + e.getMessage());
    }
  }

  String version() {
    return document.path("info").path("version").asText();
  }

  /** Returns the path items by path. */
  Iterable<Map.Entry<String, JsonNode>> paths() {
    return document.path("paths").properties();
  }

  /** Returns the methods of a path item, in our own order. */
  static List<String> methods(JsonNode item) {
    return METHODS.stream().filter(item::has).toList();
  }

  /** Returns the parameters of an operation with those of its path, references resolved. */
  ArrayNode parameters(JsonNode item, JsonNode operation) throws GenerationException {
    ArrayNode parameters = JSON.createArrayNode();
    for (JsonNode written : List.of(item.path("parameters"), operation.path("parameters"))) {
      for (JsonNode parameter : written) {
        parameters.add(resolved(parameter));
      }
    }
    return parameters;
  }

  /** Returns a schema of the section of components. */
  JsonNode schema(String name) {
    return document.path("components").path("schemas").path(name);
  }

  private JsonNode resolved(JsonNode node) throws GenerationException {
    if (!node.has("$ref")) {
      return node;
    }
    String reference = node.path("$ref").asText();
    JsonNode target =
        reference.startsWith("#/")
            ? document.at(reference.substring(1))
            : MissingNode.getInstance();
    if (!target.isObject()) {
      throw new GenerationException("the contract has no " + reference);
    }
    return target;
  }
}
