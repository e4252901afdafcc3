package dev.rampart.local.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.local.template.Template;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A weakness behind a condition is found, whichever way the defaults decide it. */
final class ConditionTurnsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "!Equals [!Ref Debug, 'on']",
        "!Equals ['on', !Ref Debug]",
        "!Not [!Equals [!Ref Debug, 'off']]",
        "!Not [!Equals [!Ref Level, 3]]",
        "!Equals [!Ref Level, 9]",
        "!And [!Equals [!Ref Debug, 'on'], !Equals [!Ref Level, 4]]",
        "!And [!Not [!Equals [!Ref Debug, 'off']], !Condition AtLevel]",
        "!Or [!Equals [!Ref Debug, 'on'], !Equals [!Ref Fixed, b]]",
        "!Equals [!FindInMap [Presets, !Ref Debug, Weak], 'true']",
      })
  void a_resource_that_the_defaults_leave_out_is_judged(String condition) {
    assertThat(weak(condition)).contains("Key EnableKeyRotation");
  }

  /** Nobody can read a value for a parameter off this condition. */
  @Test
  void a_condition_on_a_text_around_a_parameter_is_not_turned() {
    assertThat(cases("!Equals [!Sub 'x-${Debug}', 'x-on']")).containsExactly("the defaults");
  }

  @Test
  void a_resource_that_the_defaults_have_is_left_out_once() {
    assertThat(cases("!Equals [!Ref Debug, 'off']")).containsExactly("the defaults", "Debug=other");
  }

  @Test
  void a_value_that_the_parameter_does_not_take_is_not_tried() {
    assertThat(cases("!Equals [!Ref Level, 11]")).containsExactly("the defaults");
  }

  @Test
  void what_the_template_is_checked_with_anyway_is_not_turned_again() {
    assertThat(names("Metadata: {CheckedWith: [{Debug: 'on'}]}\n", "!Equals [!Ref Debug, 'on']"))
        .containsExactly("the defaults", "Debug=on");
  }

  @Test
  void a_choice_among_listed_values_is_the_owners() {
    assertThat(cases("!Equals [!Ref Fixed, b]")).containsExactly("the defaults");
  }

  private static List<String> cases(String condition) {
    return names("", condition);
  }

  private static List<String> names(String metadata, String condition) {
    return Cases.of(Template.read("t.yaml", metadata + template(condition))).stream()
        .map(Cases.Case::name)
        .toList();
  }

  private static List<String> weak(String condition) {
    return TemplateCheck.of(
            Template.read("t.yaml", template(condition)), rule -> rule.id().equals("KMS-01"))
        .violations()
        .stream()
        .map(found -> found.place().toString())
        .toList();
  }

  private static String template(String condition) {
    return """
    Parameters:
      Debug: {Type: String, Default: 'off'}
      Level: {Type: Number, Default: 3, MinValue: 3, MaxValue: 9}
      Fixed: {Type: String, Default: a, AllowedValues: [a, b]}
    Mappings:
      Presets: {'off': {Weak: 'false'}, 'on': {Weak: 'true'}}
    Conditions:
      IsWeak: %s
      %s
    Resources:
      Key: {Type: AWS::KMS::Key, Condition: IsWeak, Properties: {EnableKeyRotation: false}}
    """
        .formatted(
            condition, condition.contains("AtLevel") ? "AtLevel: !Equals [!Ref Level, 4]" : "");
  }
}
