package dev.rampart.local.check.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.local.template.Template;
import org.junit.jupiter.api.Test;

/** What the inventory says of a template as it is written, whatever its parameters are. */
final class WrittenLinesTest {
  private static final Template TEMPLATE =
      Template.read(
          "t.yaml",
          """
          Parameters:
            A: {Type: String, Default: 'on', AllowedValues: ['on', 'off']}
            B: {Type: String, Default: 'on', AllowedValues: ['on', 'off']}
          Conditions:
            HasA: !Equals [!Ref A, 'on']
            HasB: !Equals [!Ref B, 'on']
          Resources:
            Role:
              Type: AWS::IAM::Role
              Properties:
                Policies:
                - !If [HasA, !Ref AWS::NoValue, !If [HasB, !Ref AWS::NoValue, {Action: '*'}]]
            Somebody:
              Type: AWS::IAM::User
              Properties: {UserName: eve}
          """);

  @Test
  void a_grant_behind_two_choices_has_its_line() {
    assertThat(BranchLines.of(TEMPLATE))
        .containsExactly(
            "Role.Policies.0: [\"HasA\",{\"Ref\":\"AWS::NoValue\"},"
                + "{\"Fn::If\":[\"HasB\",{\"Ref\":\"AWS::NoValue\"},{\"Action\":\"*\"}]}]");
  }

  @Test
  void a_resource_that_no_rule_judges_is_listed_with_its_properties() {
    assertThat(OtherLines.of(TEMPLATE))
        .containsExactly(
            "Somebody: {\"Type\":\"AWS::IAM::User\",\"Properties\":{\"UserName\":\"eve\"}}");
  }
}
