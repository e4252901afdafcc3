package dev.rampart.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ContractTest {
  private static final Contract CONTRACT = Contract.read();
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
    assertThat(CONTRACT.schemas("number"))
        .isNotEmpty()
        .allSatisfy(
            (path, schema) ->
                assertThat(schema.has("minimum") && schema.has("maximum")).as(path).isTrue());
  }

  @Test
  void every_object_says_how_many_members_it_has_and_which() {
    Map<String, JsonNode> objects = CONTRACT.schemas("object");
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
    for (String name :
        List.of("Title", "Description", "Category", "ContactEmail", "DetailValue", "Reason")) {
      assertThat(CONTRACT.schema(name).has("x-rampart-field")).as(name).isTrue();
    }
    assertThat(CONTRACT.schema("Tags").path("items").has("x-rampart-field")).isTrue();
  }

  private static boolean isClosed(JsonNode schema) {
    return schema.has("enum") || schema.has("const");
  }
}
