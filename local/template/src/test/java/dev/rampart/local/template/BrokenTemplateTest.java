package dev.rampart.local.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rampart.local.template.source.TemplateException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every broken template gives one line that names file, line and fault. */
final class BrokenTemplateTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "Resources: {A: {Type: X, Type: Y}}~t.yaml:1: the key Type stands here twice",
        "Resources:|  A: &a {Type: X}~t.yaml:2: anchors",
        "Resources:|  A: {Type: X}|  B: *a~t.yaml:3: found undefined alias a",
        "Resources:|  A:|    <<: {Type: X}~t.yaml:3: merge keys",
        "Resources:|  A:|    Type: X|    Properties: {N: 1_000}~t.yaml:4: write 1_000",
        "Resources:|  A:|    Type: X|    Properties: {N: !Nope x}~t.yaml:4: the tag !Nope",
        "Resources:|  A:|    Type: X|    Properties:|      N:|~t.yaml:5: a value is missing",
        "Resources:|  A:|    Type: X|    Properties: {N: {Fn::Nope: x}}~t.yaml:4: A.N: the"
            + " function",
        "Resources:|  A: {Properties: {}}~t.yaml:2: the resource A needs a Type",
        "Resources:|  A: {Type: X, Colour: red}~t.yaml:2: Colour is no known member",
        "Resources:|  A: {Type: X, DependsOn: B}~t.yaml:2: there is no resource B",
        "Resources:|  A: {Type: X, Condition: C}~t.yaml:2: there is no condition C",
        "Resources:|  A: {Type: AWS::Serverless::SimpleTable}~t.yaml:2: the SAM type",
        "Sources: {}~t.yaml:1: Sources is no known section",
        "Parameters: {}~t.yaml:1: the template has no resources",
        "Transform: Other|Resources: {A: {Type: X}}~t.yaml:1: the only transform",
        "Resources: [~t.yaml:1: ",
        "- a~t.yaml:1: a template is a map",
        "Conditions: {A: !Condition B, B: !Condition A}|Resources: {R: {Type: X, Condition: A}}"
            + "~t.yaml:1: the condition A depends on itself",
        "Parameters:|  P: {Type: String}|Resources: {A: {Type: X}}~t.yaml:2: the parameter P has",
        "Parameters:|  P: {Type: 'AWS::SSM::Parameter::Value<String>', Default: x}|"
            + "Resources: {A: {Type: X}}~t.yaml:2: parameters of type",
      })
  void says_where_and_what(String yaml, String message) {
    assertThatThrownBy(() -> Template.read("t.yaml", yaml.replace("|", "\n")).stack(Map.of()))
        .isInstanceOf(TemplateException.class)
        .hasMessageStartingWith(message)
        .message()
        .doesNotContain("\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "Parameters: []~Parameters",
        "Mappings: text~Mappings",
        "Conditions: [a]~Conditions",
        "Globals: 1~Globals",
        "Outputs: hello~Outputs",
        "Metadata: []~Metadata",
        "Resources: []~Resources",
        "Resources: text~Resources",
        "Parameters: {P: text}~Parameters.P",
        "Mappings: {M: text}~Mappings.M",
        "Mappings: {M: {A: text}}~Mappings.M.A",
        "Globals: {Function: text}~Globals.Function",
        "Outputs: {O: text}~Outputs.O",
        "Resources: {R: text}~Resources.R",
        "Resources: {R: []}~Resources.R",
        "Resources: {R: {Type: X, Properties: []}}~Resources.R.Properties",
        "Resources: {R: {Type: X, Properties: text}}~Resources.R.Properties",
      })
  void a_section_of_a_wrong_kind_is_named(String section, String name) {
    String resources =
        section.startsWith("Resources") ? "Description: x" : "Resources: {A: {Type: X}}";
    assertThatThrownBy(() -> Template.read("t.yaml", resources + "\n" + section))
        .isInstanceOf(TemplateException.class)
        .hasMessage("t.yaml:2: " + name + " must be a map");
  }

  @Test
  void a_file_that_is_not_there_is_named() {
    assertThatThrownBy(() -> Template.read(Path.of("missing.yaml")))
        .hasMessage("missing.yaml: there is no such file");
  }

  @Test
  void a_whole_template_is_read() {
    assertThat(Template.read("t.yaml", "Resources: {A: {Type: X}}").stack(Map.of()).resources())
        .hasSize(1);
  }
}
