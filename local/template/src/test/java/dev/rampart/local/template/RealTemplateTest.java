package dev.rampart.local.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The template of this repository is read whole. */
final class RealTemplateTest {
  private static final Path FILE =
      Path.of(System.getProperty("rampart.root", "."), "template.yaml");

  private final Stack stack = Template.read(FILE).stack(Map.of());

  @Test
  void every_function_has_its_jar_its_alias_and_a_role_of_its_own() {
    List<Resource> functions = stack.ofType("AWS::Serverless::Function");
    assertThat(functions).isNotEmpty();
    assertThat(functions).extracting(function -> function.text("Role", "")).doesNotHaveDuplicates();
    assertThat(functions)
        .allSatisfy(
            function -> {
              assertThat(function.text("CodeUri", "")).endsWith("-lambda.jar");
              assertThat(stack.find(function.logicalId() + "Aliaslive")).isPresent();
            });
  }

  @Test
  void streams_and_queues_are_mapped_to_functions() {
    assertThat(stack.ofType("AWS::Lambda::EventSourceMapping"))
        .hasSizeGreaterThanOrEqualTo(2)
        .allSatisfy(
            mapping -> assertThat(mapping.text("EventSourceArn", "")).startsWith("arn:aws:"));
  }

  @Test
  void nothing_is_left_unresolved() {
    assertThat(stack.resources())
        .allSatisfy(
            resource ->
                assertThat(resource.properties().toString())
                    .doesNotContain("Fn::", "\"Ref\":", "${AWS"));
  }

  @Test
  void another_stage_has_other_names() {
    Stack prod = Template.read(FILE).stack(Map.of("Stage", "prod"));
    assertThat(prod.get("Api").text("StageName", "")).isEqualTo("prod");
    assertThat(stack.get("Api").text("StageName", "")).isEqualTo("dev");
  }
}
