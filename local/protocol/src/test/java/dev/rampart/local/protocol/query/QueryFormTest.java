package dev.rampart.local.protocol.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class QueryFormTest {

  @ParameterizedTest
  @CsvSource({
    "a.member.2.b=1&a.member.1=2, '{\"a\":[\"2\",{\"b\":\"1\"}]}'",
    "a=b&a.c=d,                   '{\"a\":\"b\"}'",
    "a=b&a.member.1=d,            '{\"a\":\"b\"}'",
    "a.member.1=b&a.c=d,          '{\"a\":[\"b\"]}'",
    "a.member.501=b,              '{\"a\":[]}'",
  })
  void names_that_contradict_those_before_are_not_followed(String form, String tree) {
    assertThat(read(form)).hasToString(tree);
  }

  @Test
  void a_form_becomes_no_tree_that_is_far_larger_than_itself() {
    String wide =
        IntStream.range(0, 5_000)
            .mapToObj(i -> "a" + i + ".member.500=b")
            .collect(Collectors.joining("&"));

    assertThat(read(wide).toString()).hasSizeLessThan(2 * wide.length());
    assertThat(read("a.".repeat(30_000) + "a=b")).isEmpty();
  }

  @Test
  void a_form_makes_no_more_objects_than_any_request_needs() {
    String deep =
        IntStream.range(0, 30_000)
            .mapToObj(i -> i + ".a.a.a.a.a.a.a.a.a.a=")
            .collect(Collectors.joining("&"));

    assertThat(read(deep).findParents("a")).hasSizeLessThan(20_001);
    assertThat(read("a=" + "b".repeat(5_000_000))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Version=1, true",
    "a=b&Version=1, true",
    "Version=1&a=b, true",
    "a=b&Version=1&c=d, true",
    "Version=12, false",
    "aVersion=1, false",
    "Version=, false",
    "'', false"
  })
  void a_pair_is_found_where_it_stands_alone(String form, boolean found) {
    assertThat(QueryForm.has(form.getBytes(StandardCharsets.UTF_8), "Version", "1"))
        .isEqualTo(found);
  }

  private static JsonNode read(String form) {
    return QueryForm.read(form.getBytes(StandardCharsets.UTF_8));
  }
}
