package dev.rampart.local.template;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rampart.local.template.source.TemplateException;
import dev.rampart.local.template.source.TemplateFile;
import dev.rampart.local.template.source.YamlLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A template made to exhaust its reader ends as any other broken one: with one short line. */
final class HostileTemplateTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"'{a: ', 20000", "'[', 20000", "'{\"Fn::Join\": [\"\", [a, ', 900"})
  void depth_has_a_bound(String level, int times) {
    refused("Resources:\n  " + level.repeat(times), "t.yaml:2: the template nests more than 100");
  }

  @Test
  void the_number_of_values_has_a_bound() {
    refused("a:\n  [" + "1,".repeat(YamlLimits.VALUES_MAX) + "1]", "t.yaml:2: the template holds");
  }

  @Test
  void the_number_of_resources_has_a_bound() {
    String resources =
        IntStream.rangeClosed(0, 500)
            .mapToObj(i -> "A%d: {Type: X}".formatted(i))
            .collect(joining(","));
    refused("\nResources: {" + resources + "}", "t.yaml:2: a template has at most 500");
  }

  @Test
  void keys_around_a_part_have_a_bound() {
    refused("a:\n  " + "k".repeat(999) + ": 1", "t.yaml:2: the keys around this part");
  }

  @ParameterizedTest
  @CsvSource({"9, 100000", "1.5, 100000"})
  void a_number_has_a_bound(String digits, int times) {
    refused("a:\n  " + digits + "0".repeat(times), "t.yaml:2: a number has at most 1000");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "!!javax.script.ScriptEngineManager []~the tag tag:yaml.org,2002:javax.script",
        "!!javax.script.ScriptEngineManager {}~the tag tag:yaml.org,2002:javax.script",
        "!!java.lang.Runtime x~the tag tag:yaml.org,2002:java.lang.Runtime",
        "!<tag:example.org,2000:x> x~the tag tag:example.org,2000:x",
        "!!binary aGVsbG8=~the tag tag:yaml.org,2002:binary",
        "!!int [1]~the tag tag:yaml.org,2002:int",
        "!!int one~one is not a number",
        "{!Sub a: b}~the tag !Sub",
        "{[a]: b}~a key must be a single value",
        "{{a: b}: c}~a key must be a single value",
      })
  void tags_and_keys_of_another_language_are_refused(String yaml, String message) {
    refused("a:\n  " + yaml, "t.yaml:2: " + message);
  }

  @Test
  void aliases_that_multiply_are_refused_where_the_first_anchor_stands() {
    refused("a:\n  &a [x]\nb: [" + "*a,".repeat(100) + "*a]", "t.yaml:2: anchors and aliases");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "!Sub ['${A}${A}${A}${A}${A}${A}${A}${A}${A}${A}', {A: TEXT}]~9",
        "{'Fn::Base64': TEXT}~45",
      })
  void text_that_functions_build_has_a_bound(String function, int times) {
    String text = "xxxxxxxxxx";
    for (int i = 0; i < times; i++) {
      text = function.replace("TEXT", text);
    }
    refused(
        "Resources:\n  A:\n    Type: X\n    Properties: {P: %s}".formatted(text),
        "t.yaml:4: A.P: the functions of this template build more than 4000000 characters");
  }

  @Test
  void a_joined_text_has_a_bound() {
    String separator = "x".repeat(100_000);
    refused(
        "Resources:\n  A:\n    Type: X\n    Properties: {P: !Join [%s, [%s]]}"
            .formatted(separator, "a,".repeat(100)),
        "t.yaml:4: A.P: the functions of this template build more than 4000000 characters");
  }

  @Test
  void a_text_repeated_by_many_references_has_a_bound() {
    refused(
        "Mappings: {M: {A: {B: %s}}}\nResources: {A: {Type: X, Properties: {P: [%s]}}}"
            .formatted(
                "x".repeat(100_000), "!Sub ['${V}', {V: !FindInMap [M, A, B]}],".repeat(100)),
        "t.yaml:2: A.P.");
  }

  @Test
  void globals_copied_into_each_function_have_a_bound() {
    String variables =
        IntStream.range(0, 1_000).mapToObj(i -> "V%d: x".formatted(i)).collect(joining(","));
    String functions =
        IntStream.range(0, 101)
            .mapToObj(i -> "F%d: {Type: AWS::Serverless::Function}".formatted(i))
            .collect(joining(",\n"));
    refused(
        "Globals: {Function: {Environment: {Variables: {%s}}}}\nResources: {\n%s}"
            .formatted(variables, functions),
        "t.yaml:102: F99: with Globals and references written out, the resources hold more than");
  }

  @Test
  void values_of_a_map_repeated_by_many_references_have_a_bound() {
    refused(
        "Mappings: {M: {A: {B: [%s]}}}\nResources: {A: {Type: X, Properties: {P: [%s]}}}"
            .formatted("x,".repeat(1_000), "!FindInMap [M, A, B],".repeat(100)),
        "t.yaml:2: A.P: with Globals and references written out, the resources hold more than");
  }

  @Test
  void a_long_text_repeated_by_many_references_has_a_bound() {
    refused(
        "Mappings: {M: {A: {B: %s}}}\nResources: {A: {Type: X, Properties: {P: [%s]}}}"
            .formatted("x".repeat(100_000), "!FindInMap [M, A, B],".repeat(21)),
        "t.yaml:2: A.P: with Globals and references written out, the resources hold more than");
  }

  @Test
  void the_patterns_of_all_parameters_share_one_bound() {
    String parameters =
        IntStream.range(0, 2_000)
            .mapToObj(
                i ->
                    "P%d: {Type: String, AllowedPattern: '.*.*b', Default: %sb}"
                        .formatted(i, "a".repeat(100)))
            .collect(joining(",\n"));
    assertThatThrownBy(
            () ->
                Template.read(
                        "t.yaml", "Parameters: {" + parameters + "}\nResources: {A: {Type: X}}")
                    .stack(Map.of()))
        .isInstanceOf(TemplateException.class)
        .hasMessageEndingWith("takes too long to match a value");
  }

  @Test
  void a_chain_of_conditions_has_a_bound() {
    String chain =
        IntStream.range(0, 20_000)
            .mapToObj(i -> "C%d: !Condition C%d".formatted(i, i + 1))
            .collect(joining(",\n"));
    refused(
        "Conditions: {\n" + chain + "}\nResources: {A: {Type: X}}",
        "t.yaml:101: more than 100 conditions depend on one another");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "A: !Not [!Condition A]~the condition A depends on itself",
        "A: [1]~a condition is one of",
        "A: text~a condition is one of",
        "A: {Fn::Not: text}~Fn::Not takes one condition",
        "A: !Equals [1]~Fn::Equals takes two values",
        "A: !Equals [!Ref Nobody, 1]~nothing in the template is called Nobody",
        "A: !Condition Nobody~there is no condition Nobody",
      })
  void a_condition_is_looked_at_even_if_nobody_asks(String condition, String message) {
    refused(
        "Conditions:\n  %s\nResources: {A: {Type: X}}".formatted(condition),
        "t.yaml:2: " + message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        ".*.*.*.*.*.*c, Default: TEXT~60~takes too long to match a value",
        "((a|b)*)*c, Default: TEXT~4096~takes too long to match a value",
        "TEXT, Default: a~1001~a pattern has at most 1000 characters",
        "x, Default: TEXT~4097~the parameter P is longer than 4096 characters",
      })
  void a_pattern_has_bounds(String pattern, int times, String message) {
    String parameter =
        "{Type: String, AllowedPattern: " + pattern.replace("TEXT", "a".repeat(times)) + "}";
    assertThatThrownBy(
            () ->
                Template.read(
                        "t.yaml", "Parameters:\n  P: " + parameter + "\nResources: {A: {Type: X}}")
                    .stack(Map.of()))
        .isInstanceOf(TemplateException.class)
        .hasMessageStartingWith("t.yaml:2: ")
        .hasMessageEndingWith(message);
  }

  @Test
  void a_message_quotes_neither_whole_texts_nor_what_a_terminal_acts_on() {
    String name = "\\e[2J" + "x".repeat(100_000);
    refusedWithin(1_100, "Outputs:\n  A: {Value: !Ref \"" + name + "\"}", "nothing in the");
  }

  @Test
  void a_directory_is_no_template() {
    unread(folder, "this is a directory");
  }

  @Test
  void a_device_is_no_template() {
    Path zeros = Path.of("/dev/zero");
    unread(Files.exists(zeros) ? zeros : folder, "this is ");
  }

  @Test
  void a_file_has_a_bound() throws IOException {
    Path file = folder.resolve("large.yaml");
    Files.writeString(file, "#".repeat(TemplateFile.SIZE_MAX + 1));

    unread(file, "the file is larger than 1048576 bytes");
  }

  @Test
  void bytes_that_are_no_text_are_no_template() throws IOException {
    unread(Files.write(folder.resolve("a.yaml"), new byte[] {(byte) 0xff}), "the template is not");
  }

  private static void unread(Path file, String message) {
    assertThatThrownBy(() -> Template.read(file))
        .isInstanceOf(TemplateException.class)
        .hasMessageStartingWith(file + ": " + message);
  }

  private static void refusedWithin(int length, String yaml, String message) {
    assertThatThrownBy(
            () -> Template.read("t.yaml", yaml + "\nResources: {A: {Type: X}}").stack(Map.of()))
        .isInstanceOf(TemplateException.class)
        .message()
        .startsWith("t.yaml:2: " + message)
        .hasSizeLessThan(length)
        .doesNotContain("\u001b");
  }

  private static void refused(String yaml, String message) {
    assertThatThrownBy(() -> Template.read("t.yaml", yaml).stack(Map.of()))
        .isInstanceOf(TemplateException.class)
        .hasMessageStartingWith(message)
        .message()
        .hasSizeLessThan(600)
        .doesNotContain("\n");
  }
}
