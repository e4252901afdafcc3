package dev.rampart.local.gateway.usage;

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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A case of the suite in {@code conformance/usage-plan}, whose page says what each member is. */
record ConformanceCase(JsonNode document) {
  private static final Path FOLDER =
      Path.of(System.getProperty("rampart.root", "."), "local/gateway/conformance/usage-plan");
  private static final String BASE = "base.json";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  static List<ConformanceCase> all() {
    List<ConformanceCase> cases = new ArrayList<>();
    try (var files = Files.newDirectoryStream(FOLDER, "*.json")) {
      for (Path file : files) {
        if (!file.endsWith(BASE)) {
          read(file).forEach(document -> cases.add(new ConformanceCase(document)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return cases;
  }

  /** A request that is sent, and what is expected of it. */
  record Request(JsonNode document) {
    Duration after() {
      return Duration.parse(document.path("after").asText("PT0S"));
    }

    String method() {
      return document.path("method").asText();
    }

    String path() {
      return document.path("path").asText();
    }

    Optional<String> key() {
      return Optional.ofNullable(document.get("key")).map(JsonNode::asText);
    }

    int times() {
      return document.path("times").asInt(1);
    }

    int status() {
      return document.path("status").asInt();
    }

    Optional<String> message() {
      return Optional.ofNullable(document.get("message")).map(JsonNode::asText);
    }
  }

  boolean hasPair() {
    return document.has("changed");
  }

  Instant start() {
    return Instant.parse(document.path("start").asText("2026-11-24T10:00:00Z"));
  }

  List<Request> requests() {
    List<Request> requests = new ArrayList<>();
    document.path("requests").forEach(each -> requests.add(new Request(each)));
    return requests;
  }

  List<Integer> changedStatuses() {
    List<Integer> statuses = new ArrayList<>();
    document.at("/changed/statuses").forEach(each -> statuses.add(each.asInt()));
    return statuses;
  }

  /** Returns the stack of the case, or that of its pair. */
  Stack stack(boolean changed) {
    ObjectNode template = (ObjectNode) read(FOLDER.resolve(BASE));
    ObjectNode resources = (ObjectNode) template.path("Resources");
    merge(resources, document.path("template"));
    if (changed) {
      merge(resources, document.at("/changed/template"));
    }
    return Template.read("t.yaml", template.toString())
        .stack(PseudoParameters.local("conformance"), Map.of(), Map.of());
  }

  /** RFC 7386. */
  private static void merge(ObjectNode target, JsonNode patch) {
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

  @Override
  public String toString() {
    return document.path("name").asText();
  }
}
