package dev.rampart.adapter.in.apigateway.submission;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The published contract, to compare answers with. */
public record PublishedContract(JsonNode document) {

  /** Reads it. */
  public static PublishedContract read() {
    Path file = Path.of(System.getProperty("rampart.root", "."), "docs", "openapi.yaml");
    try {
      return new PublishedContract(new YAMLMapper().readTree(file.toFile()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns each operation as its method, path and scope. */
  public List<String> operations() {
    return document
        .path("paths")
        .propertyStream()
        .flatMap(
            path ->
                path.getValue()
                    .propertyStream()
                    .filter(member -> !member.getKey().equals("parameters"))
                    .map(
                        member ->
                            member.getKey().toUpperCase(Locale.ROOT)
                                + " "
                                + path.getKey()
                                + " "
                                + member.getValue().at("/security/0/cognito/0").asText()))
        .toList();
  }

  /** Checks that an answer has what its schema says and nothing else. */
  public void check(String method, String path, Answered answer) {
    String name = method + " " + path + " " + answer.status();
    JsonNode operation = document.path("paths").path(path).path(method.toLowerCase(Locale.ROOT));
    JsonNode response = resolve(operation.path("responses").path("" + answer.status()));
    assertThat(response.isMissingNode()).as(name + " is documented").isFalse();
    String type = answer.header("Content-Type");
    if (type.isEmpty()) {
      assertThat(answer.text()).as(name).isEmpty();
      assertThat(response.has("content")).as(name).isFalse();
      return;
    }
    JsonNode schema = response.path("content").path(type).path("schema");
    assertThat(faults(schema, answer.body())).as(name + ": " + answer.text()).isEmpty();
  }

  /** Returns what a value has against a schema of the contract. */
  Set<ValidationMessage> faults(JsonNode schema, JsonNode value) {
    ObjectNode whole = schema.deepCopy();
    whole.set("components", document.path("components"));
    return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(whole).validate(value);
  }

  /** Returns a node, or the one that it refers to. */
  JsonNode resolve(JsonNode node) {
    return Optional.ofNullable(node.path("$ref").textValue())
        .map(reference -> document.at(reference.substring(1)))
        .orElse(node);
  }
}
