package dev.rampart.adapter.in.apigateway.submission;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.rampart.domain.common.EmailAddress;
import dev.rampart.domain.inspection.FieldKind;
import dev.rampart.domain.submission.Category;
import dev.rampart.domain.submission.Content;
import dev.rampart.domain.submission.Review;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The schemas say what the domain and the published contract say. */
final class BodySchemaTest {

  private static final Path CONTRACT =
      Path.of(System.getProperty("rampart.root", "."), "docs", "openapi.yaml");

  @ParameterizedTest
  @ValueSource(strings = {"create", "amend"})
  void limits_are_those_of_the_domain(String name) throws IOException {
    JsonNode properties = schema(name).path("properties");

    assertThat(properties.at("/title/maxLength").asInt()).isEqualTo(Content.TITLE_CODE_POINTS_MAX);
    assertThat(properties.at("/description/maxLength").asInt())
        .isEqualTo(Content.DESCRIPTION_CODE_POINTS_MAX);
    assertThat(properties.at("/contactEmail/maxLength").asInt()).isEqualTo(EmailAddress.LENGTH_MAX);
    assertThat(properties.at("/tags/maxItems").asInt()).isEqualTo(Content.TAGS_MAX);
    assertThat(properties.at("/tags/items/maxLength").asInt()).isEqualTo(Content.TAG_LENGTH_MAX);
    assertThat(properties.at("/details/propertyNames/maxLength").asInt())
        .isEqualTo(Content.DETAIL_NAME_LENGTH_MAX);
    assertThat(properties.at("/details/additionalProperties/maxLength").asInt())
        .isEqualTo(Content.DETAIL_VALUE_CODE_POINTS_MAX);
    assertThat(properties.at("/category/enum").valueStream().map(JsonNode::asText))
        .containsExactly(
            Arrays.stream(Category.values()).map(Category::wireName).toArray(String[]::new));
  }

  @Test
  void limits_of_a_new_submission_and_of_a_review_are_those_of_the_domain() throws IOException {
    assertThat(schema("create").at("/properties/details/maxProperties").asInt())
        .isEqualTo(Content.DETAILS_MAX);
    assertThat(schema("review").at("/properties/reason/maxLength").asInt())
        .isEqualTo(Review.REASON_CODE_POINTS_MAX);
  }

  @ParameterizedTest
  @ValueSource(strings = {"create", "amend", "review"})
  void every_text_says_what_it_holds(String name) throws IOException {
    everyText(schema(name).path("properties"));
  }

  @ParameterizedTest
  @CsvSource({"create, NewSubmission", "amend, SubmissionPatch", "review, Review"})
  void what_the_function_checks_is_what_the_contract_says(String name, String published)
      throws IOException {
    JsonNode contract = new YAMLMapper().readTree(CONTRACT.toFile());
    JsonNode said = resolve(contract.at("/components/schemas/" + published), contract);

    assertThat(comparable(schema(name))).isEqualTo(comparable(said));
  }

  private static void everyText(JsonNode schema) {
    if (schema.path("type").toString().contains("\"string\"")) {
      assertThat(FieldKind.of(schema.path("x-rampart-field").asText()))
          .as(schema.toString())
          .isPresent();
    }
    schema
        .propertyStream()
        .filter(member -> !member.getKey().equals("propertyNames"))
        .forEach(member -> everyText(member.getValue()));
  }

  /** Puts in what references stand for, and writes "this or null" as one schema. */
  private static JsonNode resolve(JsonNode node, JsonNode contract) {
    if (node.has("$ref")) {
      return resolve(contract.at(node.path("$ref").asText().substring(1)), contract);
    }
    if (node.has("oneOf")) {
      ObjectNode one = (ObjectNode) resolve(node.path("oneOf").path(0), contract);
      JsonNode type = one.path("type");
      one.putArray("type").add(type).add("null");
      return one;
    }
    if (node.isObject()) {
      ObjectNode resolved = JsonNodeFactory.instance.objectNode();
      node.propertyStream()
          .forEach(member -> resolved.set(member.getKey(), resolve(member.getValue(), contract)));
      return resolved;
    }
    return node.deepCopy();
  }

  /** Leaves out what does not change which bodies are good. */
  private static JsonNode comparable(JsonNode schema) {
    if (!schema.isObject()) {
      return schema;
    }
    ObjectNode kept = JsonNodeFactory.instance.objectNode();
    for (Map.Entry<String, JsonNode> member : schema.properties()) {
      if (!redundant(member.getKey(), member.getValue(), schema)) {
        kept.set(member.getKey(), comparable(member.getValue()));
      }
    }
    return kept;
  }

  private static boolean redundant(String keyword, JsonNode value, JsonNode schema) {
    String kind = schema.path("x-rampart-field").asText();
    boolean free = Set.of("short-text", "prose").contains(kind);
    return switch (keyword) {
      case "$schema", "examples", "format" -> true;
      case "description" -> value.isTextual();
      // The list of members bounds their number.
      case "maxProperties" -> schema.path("additionalProperties").isBoolean();
      // The function has a rule of its own for the characters of each kind of text.
      case "pattern" -> free || kind.equals("email");
      // An empty text does not have the form that is asked for.
      case "minLength" -> !free;
      // The names of members are text in any case.
      case "type", "x-rampart-field" -> schema.path("pattern").asText().startsWith("^[A-Za-z]");
      default -> false;
    };
  }

  private static JsonNode schema(String name) throws IOException {
    try (InputStream in = SubmissionEndpoints.class.getResourceAsStream(name + ".schema.json")) {
      return new ObjectMapper().readTree(in);
    }
  }
}
