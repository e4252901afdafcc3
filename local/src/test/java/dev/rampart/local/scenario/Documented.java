package dev.rampart.local.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What the published contract says of the answers of each operation. */
final class Documented {
  private static final JsonNode CONTRACT = Running.shared().contract;
  private static final String OTHER = "x-any-other-request";

  /** What the front says of messages that need not name an operation; 204 is of a preflight. */
  private static final Set<String> OF_NO_OPERATION =
      Set.of("204", "400", "408", "413", "414", "415", "417", "421", "431", "505");

  /** Files, which are no operation; that there is no file is said as of every other path. */
  private static final String CONSOLE = "/console";

  private static final SchemaRegistry SCHEMAS =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
  private static final Map<String, Schema> READ = new ConcurrentHashMap<>();

  private Documented() {}

  /** Asserts that an answer to this request has a status and a body that the contract documents. */
  static void check(String method, String target, Reply reply) {
    if (target.startsWith(CONSOLE) && reply.status() < 400) {
      return;
    }
    Optional<JsonNode> operation = operation(method.equals("HEAD") ? "GET" : method, target);
    String status = Integer.toString(reply.status());
    String request = method + " " + target;
    if (operation.isEmpty() && OF_NO_OPERATION.contains(status)) {
      return;
    }
    JsonNode responses = operation.orElse(CONTRACT.path(OTHER)).path("responses");
    assertThat(responses.has(status)).as(request + ": " + status + " is documented").isTrue();
    if (!reply.body().isEmpty()) {
      body(request, resolve(responses.path(status)), reply);
    }
  }

  private static Optional<JsonNode> operation(String method, String target) {
    if (!method.equals(method.toUpperCase(Locale.ROOT))) {
      return Optional.empty(); // "get" is another method than GET
    }
    List<String> path = List.of(target.replaceFirst("\\?.*", "").split("/", -1));
    return CONTRACT
        .path("paths")
        .propertyStream()
        .filter(known -> fits(List.of(known.getKey().split("/", -1)), path))
        .map(known -> known.getValue().path(method.toLowerCase(Locale.ROOT)))
        .filter(JsonNode::isObject)
        .findFirst();
  }

  private static boolean fits(List<String> template, List<String> path) {
    if (template.size() != path.size()) {
      return false;
    }
    for (int i = 0; i < path.size(); i++) {
      boolean anything = template.get(i).startsWith("{") && !path.get(i).isEmpty();
      if (!anything && !template.get(i).equals(path.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static void body(String request, JsonNode response, Reply reply) {
    JsonNode content = response.path("content").path(reply.header("Content-Type"));
    assertThat(content.isMissingNode()).as(request + ": " + reply.head()).isFalse();
    assertThat(schema(content.path("schema")).validate(reply.json()))
        .as(request + ": " + reply.body())
        .isEmpty();
    if (reply.status() >= 400) {
      JsonNode problem = reply.json();
      assertThat(content.path("examples").valueStream().map(example -> example.path("value")))
          .as(request + ": an example of " + reply.body())
          .anySatisfy(
              example -> {
                assertThat(example.path("type")).isEqualTo(problem.path("type"));
                assertThat(example.path("title")).isEqualTo(problem.path("title"));
                assertThat(example.path("status")).isEqualTo(problem.path("status"));
              });
    }
  }

  private static Schema schema(JsonNode written) {
    return READ.computeIfAbsent(
        written.toString(),
        _ -> {
          ObjectNode whole = (ObjectNode) written.deepCopy();
          whole.set("components", CONTRACT.path("components"));
          return SCHEMAS.getSchema(whole);
        });
  }

  private static JsonNode resolve(JsonNode node) {
    return node.has("$ref") ? CONTRACT.at(node.path("$ref").asText().substring(1)) : node;
  }
}
