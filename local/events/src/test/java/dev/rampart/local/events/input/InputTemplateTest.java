package dev.rampart.local.events.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.protocol.AwsError;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class InputTemplateTest {
  private static final String EVENT =
      """
      {"id":"e1","time":"2026-11-29T10:00:00Z","detail":{"instance-id":"i-1","n":7,
       "text":"a \\"quoted\\" one","tags":[{"k":"x"},{"k":"y"}],"none":null}}
      """;

  private static String made(Map<String, String> paths, String template) {
    return TargetInput.read(transformer(paths, template)).of(event());
  }

  private static Delivered event() {
    return new Delivered(EVENT, "rule", "arn:rule", Instant.parse("2026-11-29T10:00:01Z"));
  }

  private static JsonNode transformer(Map<String, String> paths, String template) {
    ObjectNode target = JsonNodeFactory.instance.objectNode();
    ObjectNode transformer = target.putObject("InputTransformer").put("InputTemplate", template);
    ObjectNode map = transformer.putObject("InputPathsMap");
    paths.forEach(map::put);
    return target;
  }

  private static void assertRefused(Map<String, String> paths, String template) {
    assertThatThrownBy(() -> TargetInput.read(transformer(paths, template)))
        .isInstanceOf(AwsError.class);
  }

  @Test
  void lines_of_text_keep_their_quotes_and_values_come_without_any() {
    assertThat(
            made(
                Map.of("id", "$.detail.instance-id", "n", "$.detail.n"),
                "\"instance <id>\"\n\"is number <n>\"\n"))
        .isEqualTo("\"instance i-1\"\n\"is number 7\"");
  }

  @Test
  void values_are_not_escaped_within_quotes() {
    assertThat(made(Map.of("t", "$.detail.text"), "\"said: <t>\""))
        .isEqualTo("\"said: a \"quoted\" one\"");
  }

  @Test
  void in_json_a_value_is_json_outside_of_quotes_and_text_within() {
    assertThat(
            made(
                Map.of("id", "$.detail.instance-id", "n", "$.detail.n", "t", "$.detail.tags"),
                """
                {"id": <id>, "n": <n>, "tags": <t>,
                 "text": "it is \\"<id>\\", <n>"}
                """))
        .isEqualTo(
            "{\"id\":\"i-1\",\"n\":7,\"tags\":[{\"k\":\"x\"},{\"k\":\"y\"}],\"text\":\"it is"
                + " \\\"i-1\\\", 7\"}");
  }

  @Test
  void what_is_not_in_the_event_is_no_text_and_null_in_json() {
    assertThat(made(Map.of("x", "$.detail.gone"), "\"it is <x>.\"")).isEqualTo("\"it is .\"");
    assertThat(made(Map.of("x", "$.detail.gone"), "{\"x\":<x>}")).isEqualTo("{\"x\":null}");
  }

  @Test
  void reserved_names_stand_for_the_rule_and_the_event() {
    assertThat(
            made(
                Map.of(),
                """
                {"a": <aws.events.rule-arn>, "n": <aws.events.rule-name>,
                 "at": <aws.events.event.ingestion-time>, "head": <aws.events.event>}
                """))
        .isEqualTo(
            "{\"a\":\"arn:rule\",\"n\":\"rule\",\"at\":\"2026-11-29T10:00:01.000Z\","
                + "\"head\":{\"id\":\"e1\",\"time\":\"2026-11-29T10:00:00Z\"}}");
    assertThat(TargetInput.parsed(made(Map.of(), "{\"e\": <aws.events.event.json>}")).path("e"))
        .isEqualTo(TargetInput.parsed(EVENT));
  }

  @Test
  void a_path_finds_members_elements_and_all_of_a_list() {
    assertThat(made(Map.of("x", "$.detail.tags[1].k"), "[<x>]")).isEqualTo("[\"y\"]");
    assertThat(made(Map.of("x", "$.detail.tags[*].k"), "{\"k\":<x>}"))
        .isEqualTo("{\"k\":[\"x\",\"y\"]}");
    assertThat(made(Map.of("x", "$.detail.tags[7].k"), "[<x>]")).isEqualTo("[null]");
    assertThat(made(Map.of("x", "$.detail.none"), "[<x>]")).isEqualTo("[null]");
  }

  @Test
  void what_can_never_be_right_is_refused() {
    Map<String, String> id = Map.of("id", "$.id");
    assertThat(made(id, "\"<id>\"")).isEqualTo("\"e1\"");
    assertRefused(id, "<id> without quotes");
    assertRefused(id, "\"<other>\"");
    assertRefused(id, "{\"id\": <id>");
    assertRefused(id, " ");
    assertRefused(id, "\"" + "x".repeat(8191) + "\"");
    assertRefused(Map.of("id", "id"), "\"<id>\"");
    assertRefused(Map.of("id", "$['id']"), "\"<id>\"");
    assertRefused(Map.of("id", "$." + "x".repeat(255)), "\"<id>\"");
    assertRefused(Map.of("aws.id", "$.id"), "\"x\"");
    assertRefused(
        IntStream.range(0, 101)
            .boxed()
            .collect(Collectors.toMap(number -> "v" + number, _ -> "$.id")),
        "\"x\"");
  }

  @Test
  void what_grows_beyond_any_target_is_not_made_to_its_end() {
    ObjectNode big = JsonNodeFactory.instance.objectNode().put("x", "y".repeat(1_000_000));
    TargetInput input =
        TargetInput.read(transformer(Map.of("e", "$"), "[" + "<e>,".repeat(2000) + "1]"));

    assertThat(input.of(new Delivered(big.toString(), "r", "a", Instant.EPOCH)))
        .hasSizeLessThan(4_000_000);
  }

  @Test
  void a_constant_is_the_same_for_every_event_and_a_path_takes_a_part() {
    ObjectNode constant = JsonNodeFactory.instance.objectNode().put("Input", "{\"a\":1}");
    ObjectNode part = JsonNodeFactory.instance.objectNode().put("InputPath", "$.detail.tags[0]");

    assertThat(TargetInput.read(constant).of(event())).isEqualTo("{\"a\":1}");
    assertThat(TargetInput.read(part).of(event())).isEqualTo("{\"k\":\"x\"}");
    assertThatThrownBy(() -> TargetInput.read(constant.put("InputPath", "$")))
        .isInstanceOf(AwsError.class);
    assertThatThrownBy(
            () -> TargetInput.read(JsonNodeFactory.instance.objectNode().put("Input", "no json")))
        .isInstanceOf(AwsError.class);
  }
}
