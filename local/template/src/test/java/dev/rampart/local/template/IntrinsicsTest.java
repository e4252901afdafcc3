package dev.rampart.local.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.template.source.TemplateException;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class IntrinsicsTest {
  private static final String FRAME =
      """
      Transform: AWS::Serverless-2016-10-31
      Parameters:
        Stage: {Type: String, Default: dev, AllowedValues: [dev, prod]}
        Days: {Type: Number, Default: 7, MinValue: 1, MaxValue: 30}
        Zones: {Type: CommaDelimitedList, Default: "a, b,c"}
      Mappings:
        Sizes:
          dev: {Memory: 512}
          prod: {Memory: 1024}
      Conditions:
        IsProd: !Equals [!Ref Stage, prod]
        IsNotProd: !Not [!Condition IsProd]
        Both: !And [!Condition IsProd, !Condition IsNotProd]
        Either: !Or [!Condition IsProd, !Condition IsNotProd]
      Resources:
        Queue:
          Type: AWS::SQS::Queue
          Properties: {QueueName: !Sub 'q-${Stage}'}
        Box:
          Type: AWS::Test::Box
          Properties:
            Value: VALUE
      """;

  private static JsonNode value(String yaml) {
    return value(yaml, Map.of());
  }

  private static JsonNode value(String yaml, Map<String, String> parameters) {
    return Template.read("t.yaml", FRAME.replace("VALUE", yaml))
        .stack(parameters)
        .get("Box")
        .property("Value");
  }

  @Test
  void a_parameter_has_its_default_or_the_given_value() {
    assertThat(value("!Ref Stage").asText()).isEqualTo("dev");
    assertThat(value("!Ref Stage", Map.of("Stage", "prod")).asText()).isEqualTo("prod");
    assertThat(value("{Ref: Days}").isNumber()).isTrue();
    assertThat(value("!Select [1, !Ref Zones]").asText()).isEqualTo("b");
  }

  @Test
  void a_parameter_outside_its_bounds_is_refused_by_name() {
    assertThatThrownBy(() -> value("x", Map.of("Stage", "test")))
        .isInstanceOf(TemplateException.class)
        .hasMessage("t.yaml:3: the parameter Stage must be one of [\"dev\",\"prod\"]");
    assertThatThrownBy(() -> value("x", Map.of("Days", "31"))).hasMessageContaining("at most 30");
    assertThatThrownBy(() -> value("x", Map.of("Days", "x"))).hasMessageContaining("a number");
    assertThatThrownBy(() -> value("x", Map.of("Nothing", "x")))
        .hasMessageContaining("no parameter Nothing");
  }

  @Test
  void pseudo_parameters_are_the_local_ones() {
    assertThat(
            value("!Sub '${AWS::Partition}/${AWS::Region}/${AWS::AccountId}/${AWS::StackName}'")
                .asText())
        .isEqualTo("aws/eu-west-1/000000000000/local");
    assertThat(value("{A: !Ref AWS::NoValue, B: 1}").has("A")).isFalse();
    assertThat(value("[!Ref AWS::NoValue, 1]")).hasSize(1);
  }

  @Test
  void attributes_and_references_of_resources_have_the_forms_of_aws() {
    assertThat(value("!GetAtt Queue.Arn").asText())
        .isEqualTo("arn:aws:sqs:eu-west-1:000000000000:q-dev");
    assertThat(value("{Fn::GetAtt: [Queue, QueueName]}").asText()).isEqualTo("q-dev");
    assertThat(value("!Ref Queue").asText())
        .isEqualTo("https://sqs.eu-west-1.amazonaws.com/000000000000/q-dev");
    assertThat(value("!Sub '${Queue.Arn}!'").asText()).endsWith(":q-dev!");
  }

  @Test
  void a_name_that_does_not_exist_is_an_error_with_its_line() {
    assertThatThrownBy(() -> value("!Ref Quiue"))
        .hasMessage("t.yaml:22: Box.Value: nothing in the template is called Quiue");
    assertThatThrownBy(() -> value("!GetAtt Queue.Url")).hasMessageContaining("no Queue.Url");
    assertThatThrownBy(() -> value("!Sub '${Stag}'")).hasMessageContaining("called Stag");
    assertThatThrownBy(() -> value("!GetAtt Queue")).hasMessageContaining("Resource.Attribute");
  }

  @Test
  void sub_takes_own_variables_and_keeps_escaped_ones() {
    assertThat(value("!Sub ['${A}-${Stage}', {A: !Ref Days}]").asText()).isEqualTo("7-dev");
    assertThat(value("!Sub '${!Literal} ${ Stage }'").asText()).isEqualTo("${Literal} dev");
    assertThat(value("!Sub 'no variable $ { }'").asText()).isEqualTo("no variable $ { }");
    assertThatThrownBy(() -> value("!Sub '${Stage'")).hasMessageContaining("never closed");
  }

  @Test
  void lists_are_joined_split_and_selected() {
    assertThat(value("!Join ['-', [a, !Ref Stage, 1]]").asText()).isEqualTo("a-dev-1");
    assertThat(value("!Join [',', !Ref Zones]").asText()).isEqualTo("a,b,c");
    assertThat(value("!Split ['|', 'a||b']"))
        .extracting(JsonNode::asText)
        .containsExactly("a", "", "b");
    assertThat(value("!Select [0, !Split ['-', 'x-y']]").asText()).isEqualTo("x");
    assertThatThrownBy(() -> value("!Select [3, [a]]")).hasMessageContaining("index 3");
    assertThatThrownBy(() -> value("!Join [a, b]")).hasMessageContaining("a list");
  }

  @Test
  void maps_are_searched() {
    assertThat(value("!FindInMap [Sizes, !Ref Stage, Memory]").asInt()).isEqualTo(512);
    assertThatThrownBy(() -> value("!FindInMap [Sizes, test, Memory]"))
        .hasMessageContaining("no test");
  }

  @Test
  void conditions_choose_values() {
    Map<String, String> prod = Map.of("Stage", "prod");
    assertThat(value("!If [IsProd, 1, 2]").asInt()).isEqualTo(2);
    assertThat(value("!If [IsProd, 1, 2]", prod).asInt()).isEqualTo(1);
    assertThat(value("!If [IsNotProd, 1, 2]").asInt()).isEqualTo(1);
    assertThat(value("!If [Both, 1, 2]").asInt()).isEqualTo(2);
    assertThat(value("!If [Either, 1, 2]").asInt()).isEqualTo(1);
    assertThatThrownBy(() -> value("!If [Nope, 1, 2]")).hasMessageContaining("condition Nope");
    assertThatThrownBy(() -> value("!Equals [a, b]")).hasMessageContaining("under Conditions");
  }

  @Test
  void text_that_looks_like_something_else_stays_text() {
    assertThat(value("[on, yes, 2012-10-17, 012345678901]"))
        .allSatisfy(element -> assertThat(element.isTextual()).isTrue());
    assertThat(value("[1, -2, 3.5, true, 12345678901]"))
        .allSatisfy(element -> assertThat(element.isTextual()).isFalse());
  }

  @Test
  void a_resource_that_needs_itself_is_refused() {
    String yaml =
        """
        Resources:
          A: {Type: AWS::SQS::Queue, Properties: {QueueName: !GetAtt A.QueueName}}
        """;
    assertThatThrownBy(() -> Template.read("t.yaml", yaml).stack(Map.of()))
        .isInstanceOf(TemplateException.class)
        .hasMessageContaining("refers to itself");
  }
}
