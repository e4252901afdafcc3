package dev.rampart.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

final class ContractTest {
  private static final Contract CONTRACT = Contract.read();
  private static final Path SCHEMAS =
      Contract.ROOT.resolve("adapters/src/main/resources/dev/rampart/adapter/in/apigateway");
  private static final Map<String, String> BODIES =
      Map.of(
          "create.schema.json", "NewSubmission",
          "amend.schema.json", "SubmissionPatch",
          "review.schema.json", "Review");
  private static final Set<String> KINDS =
      Set.of(
          "identifier",
          "name",
          "email",
          "url",
          "file-name",
          "short-text",
          "prose",
          "code",
          "html",
          "sql");

  @Test
  void every_text_has_a_length_and_a_form() {
    assertThat(CONTRACT.schemas("string"))
        .isNotEmpty()
        .allSatisfy(
            (path, schema) -> {
              assertThat(schema.has("maxLength") || isClosed(schema)).as(path).isTrue();
              assertThat(schema.has("pattern") || schema.has("format") || isClosed(schema))
                  .as(path)
                  .isTrue();
            });
  }

  @Test
  void every_list_has_a_maximum_and_every_number_a_range() {
    assertThat(CONTRACT.schemas("array"))
        .isNotEmpty()
        .allSatisfy((path, schema) -> assertThat(schema.has("maxItems")).as(path).isTrue());
    assertThat(CONTRACT.schemas("integer"))
        .isNotEmpty()
        .allSatisfy(
            (path, schema) ->
                assertThat(schema.has("minimum") && schema.has("maximum")).as(path).isTrue());
    assertThat(CONTRACT.schemas("number")).isEmpty();
  }

  @Test
  void every_object_says_how_many_members_it_has_and_which() {
    var objects = CONTRACT.schemas("object");
    objects.keySet().removeIf(path -> path.contains("openapi.json"));
    assertThat(objects)
        .isNotEmpty()
        .allSatisfy(
            (path, schema) ->
                assertThat(schema.has("maxProperties") && schema.has("additionalProperties"))
                    .as(path)
                    .isTrue());
  }

  @Test
  void every_text_that_a_client_sends_says_what_kind_of_field_it_is() {
    assertThat(CONTRACT.schemas("string").values())
        .filteredOn(schema -> schema.has("x-rampart-field"))
        .isNotEmpty()
        .allSatisfy(schema -> assertThat(KINDS).contains(schema.path("x-rampart-field").asText()));
    for (var name :
        List.of("Title", "Description", "Category", "ContactEmail", "DetailValue", "Reason")) {
      assertThat(CONTRACT.schema(name).has("x-rampart-field")).as(name).isTrue();
    }
    assertThat(CONTRACT.schema("Tags").path("items").has("x-rampart-field")).isTrue();
  }

  @Test
  void the_function_checks_bodies_by_the_bounds_of_the_contract() throws IOException {
    for (var body : BODIES.entrySet()) {
      var checked = new ObjectMapper().readTree(SCHEMAS.resolve(body.getKey()).toFile());
      var published = CONTRACT.schema(body.getValue());
      assertThat(Contract.texts(checked.path("required")))
          .isEqualTo(Contract.texts(published.path("required")));
      assertThat(names(checked)).isEqualTo(names(published)).isNotEmpty();
      for (var name : names(checked)) {
        compare(name, checked.path("properties").path(name), member(published, name));
      }
    }
  }

  private static void compare(String place, JsonNode checked, JsonNode published) {
    for (var bound : List.of("maxLength", "maxItems", "maxProperties", "enum", "x-rampart-field")) {
      assertThat(checked.path(bound)).as(place + " " + bound).isEqualTo(published.path(bound));
    }
    for (var inner : List.of("items", "additionalProperties", "propertyNames")) {
      if (checked.path(inner).isObject()) {
        var next = CONTRACT.resolved(published.path(inner));
        assertThat(next.isObject()).as(place + "/" + inner).isTrue();
        if (inner.equals("propertyNames")) {
          assertThat(checked.at("/propertyNames/maxLength")).isEqualTo(next.path("maxLength"));
          assertThat(checked.at("/propertyNames/pattern")).isEqualTo(next.path("pattern"));
        } else {
          compare(place + "/" + inner, checked.path(inner), next);
        }
      }
    }
  }

  private static JsonNode member(JsonNode schema, String name) {
    return CONTRACT.resolved(schema.path("properties").path(name));
  }

  private static Set<String> names(JsonNode schema) {
    var names = new TreeSet<String>();
    schema.path("properties").fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static boolean isClosed(JsonNode schema) {
    return schema.has("enum") || schema.has("const");
  }
}
