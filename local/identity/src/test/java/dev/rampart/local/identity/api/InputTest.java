package dev.rampart.local.identity.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.identity.Fixture;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class InputTest {
  @ParameterizedTest
  @ValueSource(strings = {"\"email\"", "1", "true", "{}", "{\"a\": \"b\"}", "[1]", "[\"\\ud800\"]"})
  void a_list_of_strings_is_nothing_else(String json) {
    assertThatThrownBy(() -> input(json).textSet("M")).hasMessageContaining("Value at 'm'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"a\"", "1", "[]", "[\"a\"]", "{\"a\": 1}", "{\"a\": \"\\ud800\"}"})
  void a_map_of_strings_is_nothing_else(String json) {
    assertThatThrownBy(() -> input(json).texts("M")).hasMessageContaining("Value at 'm'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\"a\"", "1", "{}", "{\"a\": {\"Name\": \"email\"}}", "[1]", "[[]]", "[{}]"})
  void a_list_of_attributes_is_nothing_else(String json) {
    assertThatThrownBy(() -> input(json).attributes("M")).hasMessageContaining("Value at '");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"a\"", "true", "[]", "{\"Enabled\": \"true\"}"})
  void a_structure_is_nothing_else(String json) {
    assertThatThrownBy(() -> input(json).structure("M").flag("Enabled"))
        .hasMessageContaining("Value at '");
  }

  @Test
  void what_is_absent_or_null_is_empty() {
    for (Input input : new Input[] {input("null"), new Input(Output.object(), "")}) {
      assertThat(input.textSet("M")).isEmpty();
      assertThat(input.texts("M")).isEmpty();
      assertThat(input.attributes("M")).isEmpty();
      assertThat(input.structure("M").flag("Enabled")).isFalse();
    }
  }

  @Test
  void what_is_there_is_read() {
    assertThat(input("[\"a\", \"b\"]").textSet("M")).containsExactly("a", "b");
    assertThat(input("{\"a\": \"b\"}").texts("M")).isEqualTo(Map.of("a", "b"));
    assertThat(input("[{\"Name\": \"a\", \"Value\": \"b\"}]").someAttributes("M"))
        .isEqualTo(Map.of("a", "b"));
  }

  private static Input input(String json) {
    try {
      JsonNode member = Fixture.JSON.readTree(json);
      return new Input(Output.object().set("M", member), "");
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
