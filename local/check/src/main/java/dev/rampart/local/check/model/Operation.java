package dev.rampart.local.check.model;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.template.Json;
import dev.rampart.local.template.Resource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A method of a path in the definition of an API.
 *
 * @param method in lower case, as OpenAPI writes it
 */
public record Operation(Resource api, String path, String method, JsonNode node) {
  private static final Set<String> METHODS =
      Set.of(
          "get",
          "post",
          "patch",
          "put",
          "delete",
          "options",
          "head",
          "x-amazon-apigateway-any-method");

  /** Returns all of an API. */
  public static List<Operation> all(Resource api) {
    List<Operation> operations = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path :
        Json.at(api.properties(), "DefinitionBody.paths").properties()) {
      for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
        if (METHODS.contains(method.getKey())) {
          operations.add(new Operation(api, path.getKey(), method.getKey(), method.getValue()));
        }
      }
    }
    return operations;
  }

  /** Returns those of all APIs that a client calls: all but the preflights. */
  public static List<Operation> calls(CheckedTemplate subject) {
    return subject.ofType(Types.API).stream()
        .flatMap(api -> all(api).stream())
        .filter(operation -> !operation.isPreflight())
        .toList();
  }

  public boolean isPreflight() {
    return method.equals("options");
  }

  public boolean isRead() {
    return method.equals("get") || method.equals("head");
  }

  /** Says whether it answers with a file of a bucket, which the gateway itself reads. */
  public boolean readsFile() {
    return isRead()
        && integration().path("type").asText().equals("aws")
        && integration().path("uri").asText().contains(":s3:path/");
  }

  /** Says whether it sends a browser elsewhere, always to the same place. */
  public boolean isSignpost() {
    return isRead()
        && integration().path("type").asText().equals("mock")
        && integration().path("responses").path("default").path("statusCode").asText().equals("302")
        && integration().path("responses").size() == 1;
  }

  public JsonNode integration() {
    return node.path("x-amazon-apigateway-integration");
  }

  /** Returns the names of the security schemes that it asks for, each with its scopes. */
  public Map<String, List<String>> security() {
    Map<String, List<String>> security = new LinkedHashMap<>();
    for (JsonNode requirement : node.path("security")) {
      requirement
          .properties()
          .forEach(scheme -> security.put(scheme.getKey(), Json.texts(scheme.getValue())));
    }
    return security;
  }

  /** Returns what a waiver calls it, for example {@code GET /v1/health}. */
  public String name() {
    return method.toUpperCase(Locale.ROOT) + " " + path;
  }

  /** Returns where a part of it is. */
  public Place place(String part) {
    return Place.of(
        api,
        name(),
        part,
        JsonPointer.compile("/DefinitionBody/paths")
            .appendProperty(path)
            .appendProperty(method)
            .appendProperty(part));
  }
}
