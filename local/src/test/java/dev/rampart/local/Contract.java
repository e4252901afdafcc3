package dev.rampart.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The published contract, {@code docs/openapi.yaml}, as tests look at it. */
record Contract(JsonNode document) {
  static final Path ROOT = Path.of(System.getProperty("rampart.root", "."));
  private static final Set<String> METHODS =
      Set.of("get", "head", "post", "put", "patch", "delete");

  /**
   * What one operation asks of a caller.
   *
   * @param scopes of the token; empty for a public operation
   * @param key whether an API key is needed
   * @param models names of the schemas of its body
   */
  record Asked(Set<String> scopes, boolean key, Set<String> models) {

    /** Reads an operation of the contract or of the gateway, which write the same. */
    static Asked of(JsonNode operation) {
      TreeSet<String> scopes = new TreeSet<>();
      boolean key = false;
      for (JsonNode requirement : operation.path("security")) {
        key |= requirement.has("api_key");
        scopes.addAll(texts(requirement.path("cognito")));
      }
      TreeSet<String> models = new TreeSet<>();
      for (JsonNode media : operation.path("requestBody").path("content")) {
        String reference = media.path("schema").path("$ref").asText();
        models.add(reference.substring(reference.lastIndexOf('/') + 1));
      }
      return new Asked(scopes, key, models);
    }
  }

  static Contract read() {
    try {
      String yaml = Files.readString(ROOT.resolve("docs/openapi.yaml"));
      LoadSettings settings = LoadSettings.builder().setAllowDuplicateKeys(false).build();
      return new Contract(new ObjectMapper().valueToTree(new Load(settings).loadFromString(yaml)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns what each operation of these paths asks, by method and path; no preflights. */
  static Map<String, Asked> operations(JsonNode paths) {
    TreeMap<String, Asked> found = new TreeMap<>();
    for (Map.Entry<String, JsonNode> path : paths.properties()) {
      for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
        if (METHODS.contains(method.getKey())) {
          found.put(method.getKey() + " " + path.getKey(), Asked.of(method.getValue()));
        }
      }
    }
    return found;
  }

  /** Returns what each operation asks. HEAD, which is not listed, asks what GET asks. */
  Map<String, Asked> operations() {
    Map<String, Asked> found = operations(document.path("paths"));
    for (String name : List.copyOf(found.keySet())) {
      if (name.startsWith("get ")) {
        found.put(name.replaceFirst("get", "head"), found.get(name));
      }
    }
    return found;
  }

  JsonNode schema(String name) {
    return document.path("components").path("schemas").path(name);
  }

  /** Returns every schema of a type, by its path in the document. */
  Map<String, JsonNode> schemas(String type) {
    Map<String, JsonNode> found = new LinkedHashMap<>();
    collect("", document, type, found);
    return found;
  }

  private static void collect(
      String path, JsonNode node, String type, Map<String, JsonNode> found) {
    if (node.path("type").asText().equals(type) && !path.contains("/examples")) {
      found.put(path, node);
    }
    for (Map.Entry<String, JsonNode> member : node.properties()) {
      collect(path + "/" + member.getKey(), member.getValue(), type, found);
    }
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      collect(path + "/" + i, node.get(i), type, found);
    }
  }

  /** Returns the texts of a list, or the one that stands in its place. */
  static Set<String> texts(JsonNode oneOrMany) {
    TreeSet<String> texts = new TreeSet<>();
    if (oneOrMany.isTextual()) {
      texts.add(oneOrMany.asText());
    }
    for (JsonNode text : oneOrMany) {
      texts.add(text.asText());
    }
    return texts;
  }
}
