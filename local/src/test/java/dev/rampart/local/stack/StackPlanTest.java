package dev.rampart.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rampart.local.template.Template;
import dev.rampart.local.template.source.TemplateException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The template of this repository, broken in one place each: what the run would stumble over later
 * is told before anything starts.
 */
final class StackPlanTest {
  private final String template =
      Files.readString(Path.of(System.getProperty("rampart.root", "."), "template.yaml"));

  StackPlanTest() throws IOException {}

  @Test
  void the_template_is_read_whole() {
    StackPlan plan = StackPlans.ofTemplate(template);

    assertThat(plan.functions()).hasSize(8);
    assertThat(plan.tables()).isNotEmpty();
    assertThat(plan.queues()).isNotEmpty();
    assertThat(plan.rules()).isNotEmpty();
    assertThat(plan.queueMappings()).hasSize(2);
    assertThat(plan.streamMappings()).hasSize(1);
    assertThat(plan.secrets()).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "MfaConfiguration: 'ON'~MfaConfiguration: 'SOMETIMES'"
            + "~UserPool.MfaConfiguration is not OFF, OPTIONAL or ON",
        "BillingMode: PAY_PER_REQUEST~BillingMode: FREE"
            + "~BillingMode is not PAY_PER_REQUEST or PROVISIONED",
        "VisibilityTimeout: ~VisibilityTimeout: 1e~VisibilityTimeout is not a whole number",
        "    Type: AWS::ApiGateway::ApiKey~    Type: AWS::ApiGateway::Model"
            + "~WebKey has the type AWS::ApiGateway::Model, unknown to the local run",
        "            StartingPosition: ~            StartingPosition: X~StartingPosition is not"
            + " LATEST or",
        "StreamViewType: ~StreamViewType: X~StreamSpecification.StreamViewType is not",
        "ProjectionType: ALL~ProjectionType: SOME~Projection.ProjectionType is not ALL or INCLUDE",
        "KeyType: HASH~KeyType: HASHED~KeyType is not HASH or RANGE",
        "PasswordLength: ~PasswordLength: x~GenerateSecretString.PasswordLength is not a whole",
        "      Handler: ~      Handled: ~Handler is missing",
        "log-group:${SignInLogGroup}~log-group:nowhere"
            + "~SignInLog.LogConfigurations names no log group of the template",
        "EventSource: userAuthEvents~EventSource: userNotification"
            + "~SignInLog.LogConfigurations.0.EventSource is not userAuthEvents",
      })
  void a_broken_template_is_refused_with_its_line(String part, String broken, String message) {
    int at = template.indexOf(part);
    assertThat(at).as(part).isPositive();
    String text = template.substring(0, at) + broken + template.substring(at + part.length());

    assertThatExceptionOfType(TemplateException.class)
        .isThrownBy(() -> StackPlans.ofTemplate(text))
        .withMessageContaining(message)
        .withMessageMatching("t\\.yaml:([0-9]+:)? .*");
  }

  @Test
  void sign_ins_are_logged_if_the_tier_and_the_template_have_it_so() {
    Template whole = Template.read("t.yaml", template);
    String delivery = "(?s)\n  SignInLog:\n.*?\n\n";
    Template without = Template.read("t.yaml", template.replaceFirst(delivery, "\n"));

    assertThat(StackPlans.of(whole).identity().activityLogGroupArn())
        .get()
        .asString()
        .endsWith(":log-group:/aws/vendedlogs/rampart/dev/sign-in");
    assertThat(
            StackPlans.of(whole, Map.of("UserPoolTier", "ESSENTIALS"))
                .identity()
                .activityLogGroupArn())
        .isEmpty();
    assertThat(StackPlans.of(without).identity().activityLogGroupArn()).isEmpty();
  }

  @Test
  void a_jar_that_is_not_there_is_told() {
    String text = template.replace("rampart-api-lambda.jar", "absent.jar");

    assertThatExceptionOfType(TemplateException.class)
        .isThrownBy(() -> StackPlans.ofTemplate(text))
        .withMessageContaining("ApiFunction.CodeUri names no file: there is no ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "{Type: AWS::Lambda::EventSourceMapping, Properties: {FunctionName: nobody,"
            + " EventSourceArn: 'arn:aws:sqs:eu-west-1:000000000000:q'}}"
            + "~FunctionName names no function of the template",
        "{Type: AWS::Lambda::Alias, Properties: {FunctionName: nobody, Name: live}}"
            + "~FunctionName names no function of the template",
        "{Type: AWS::ApiGateway::Stage, Properties: {RestApiId: other, StageName: v1}}"
            + "~RestApiId is not the API of the template",
      })
  void what_names_another_resource_has_to_name_one_that_runs(String stray, String message) {
    String text = template.replaceFirst("\nResources:\n", "\nResources:\n  Stray: " + stray + "\n");

    assertThatExceptionOfType(TemplateException.class)
        .isThrownBy(() -> StackPlans.ofTemplate(text))
        .withMessageMatching("t\\.yaml:[0-9]+: Stray\\." + message);
  }

  @Test
  void a_template_without_an_api_key_is_refused() {
    String text =
        template.replace("Type: AWS::ApiGateway::ApiKey\n", "Type: AWS::ApiGateway::UsagePlan\n");

    assertThatExceptionOfType(TemplateException.class)
        .isThrownBy(() -> StackPlans.ofTemplate(text))
        .withMessageContaining("a run needs a resource of type AWS::ApiGateway::ApiKey");
  }

  @Test
  void a_template_without_a_bus_is_refused() {
    String text = template.replace("Type: AWS::Events::EventBus\n", "Type: AWS::Events::Archive\n");

    assertThatExceptionOfType(TemplateException.class)
        .isThrownBy(() -> StackPlans.ofTemplate(text))
        .withMessageContaining("a run needs a resource of type AWS::Events::EventBus");
  }
}
