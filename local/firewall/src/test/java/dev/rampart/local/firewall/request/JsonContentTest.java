package dev.rampart.local.firewall.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class JsonContentTest {

  @Test
  void keys_and_values_are_known_by_their_pointers() {
    String body = "{\"a\": {\"b/c\": [1, [2], {\"~\": 3}]}, \"\": 4}";

    assertThat(pointers(body))
        .containsExactly(
            "key /a",
            "key /a/b~1c",
            "1 /a/b~1c/0",
            "2 /a/b~1c/1/0",
            "key /a/b~1c/2/~0",
            "3 /a/b~1c/2/~0",
            "key /",
            "4 /");
    assertThat(pointers("5")).containsExactly("5 ");
    assertThat(pointers("[]")).isEmpty();
  }

  private static List<String> pointers(String body) {
    return JsonContent.of(body).elements().stream()
        .map(each -> (each.isKey() ? "key" : each.text()) + " " + each.container() + each.step())
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "'', true",
    "/dogs, true",
    "/dogs/1, true",
    "/dogs/1/name, true",
    "/dogs/1/name/x, false",
    "/dogs/1/nam, false",
    "/dogs/1/, false",
    "/dogs/2, false",
    "/dog, false",
    "/cats/1/name, false",
  })
  void an_element_is_in_what_names_it_or_what_is_around_it(String pointer, boolean isIn) {
    JsonElement element =
        JsonContent.of("{\"dogs\": [0, {\"name\": \"Rex\"}]}").elements().getLast();

    assertThat(element.isIn(pointer)).isEqualTo(isIn);
  }

  @Test
  void what_is_too_deep_for_a_pointer_is_still_there() {
    String name = "n".repeat(600);

    JsonElement deep = JsonContent.of("{\"a\": {\"" + name + "\": \"x\"}}").elements().getLast();

    assertThat(deep.text()).isEqualTo("x");
    assertThat(deep.isIn("/a")).isTrue();
  }

  @Test
  void many_values_in_a_deep_container_share_its_pointer() {
    String body = "{\"" + "n".repeat(500) + "\": [" + "1,".repeat(30_000) + "1]}";

    List<JsonElement> elements = JsonContent.of(body).elements();

    Set<String> texts = Collections.newSetFromMap(new IdentityHashMap<>());
    elements.stream().flatMap(each -> Stream.of(each.container(), each.step())).forEach(texts::add);
    assertThat(elements).hasSize(30_002);
    assertThat(texts.stream().mapToInt(String::length).sum())
        .as("characters kept")
        .isLessThan(4 * body.length());
  }
}
