package dev.rampart.local.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.template.PseudoParameters;
import dev.rampart.local.template.Stack;
import dev.rampart.local.template.Template;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A suite of cases below {@code docs/conformance}: a template, and lists of cases that patch it.
 *
 * @param path of the folder
 */
public record CaseFolder(Path path) {
  private static final String BASE = "base.json";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Returns the suite of this name. */
  public static CaseFolder named(String name) {
    return new CaseFolder(
        Path.of(System.getProperty("rampart.root", "."), "docs/conformance", name));
  }

  /** Returns the cases of all files. */
  public List<ConformanceCase> cases() {
    List<ConformanceCase> cases = new ArrayList<>();
    try (Stream<Path> files = Files.list(path)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".json")).sorted().toList()) {
        if (!file.endsWith(BASE)) {
          read(file).forEach(document -> cases.add(new ConformanceCase(this, document)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return cases;
  }

  /** Returns the stack of a case, or that of its pair. */
  Stack stack(JsonNode document, boolean changed) {
    return changed
        ? patched(List.of(document.path("template"), document.at("/changed/template")))
        : patched(List.of(document.path("template")));
  }

  /** Returns the stack of the base with patches of its resources. */
  public Stack patched(List<JsonNode> patches) {
    ObjectNode template = (ObjectNode) read(path.resolve(BASE));
    patches.forEach(patch -> merge((ObjectNode) template.path("Resources"), patch));
    return Template.read("t.yaml", template.toString())
        .stack(PseudoParameters.local("conformance"), Map.of(), Map.of());
  }

  /** Applies a merge patch (RFC 7386). */
  static void merge(ObjectNode target, JsonNode patch) {
    for (Map.Entry<String, JsonNode> member : patch.properties()) {
      if (member.getValue().isNull()) {
        target.remove(member.getKey());
      } else if (member.getValue() instanceof ObjectNode inner) {
        if (!target.path(member.getKey()).isObject()) {
          target.putObject(member.getKey());
        }
        merge((ObjectNode) target.path(member.getKey()), inner);
      } else {
        target.set(member.getKey(), member.getValue());
      }
    }
  }

  private static JsonNode read(Path file) {
    try {
      return JSON.readTree(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
