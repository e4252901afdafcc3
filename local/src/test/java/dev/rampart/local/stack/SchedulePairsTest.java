package dev.rampart.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.access.AccessControl;
import dev.rampart.local.access.CallRecord;
import dev.rampart.local.access.PresentRefusal;
import dev.rampart.local.protocol.lambda.InvocationResult;
import dev.rampart.local.stack.access.SetUpPermissions;
import dev.rampart.local.template.Stack;
import dev.rampart.local.template.Template;
import dev.rampart.local.template.source.TemplateException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The template of this repository with a schedule, changed in one place each. */
final class SchedulePairsTest {
  private static final String ADDED =
      """

      Resources:
        Tick:
          Type: AWS::Scheduler::Schedule
          Properties:
            ScheduleExpression: rate(1 minute)
            FlexibleTimeWindow: {Mode: 'OFF'}
            Target:
              Arn: !Ref DetectionFunction.Alias
              RoleArn: !GetAtt TickRole.Arn
              Input: '{"tick": "<aws.scheduler.scheduled-time>"}'
              RetryPolicy: {MaximumRetryAttempts: 1, MaximumEventAgeInSeconds: 300}
              DeadLetterConfig: {Arn: !GetAtt TickDeadLetters.Arn}
        TickRole:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument:
              Version: '2012-10-17'
              Statement:
              - Effect: Allow
                Principal: {Service: scheduler.amazonaws.com}
                Action: sts:AssumeRole
                Condition: {StringEquals: {aws:SourceAccount: !Sub '${AWS::AccountId}'}}
            Policies:
            - PolicyName: tick
              PolicyDocument:
                Version: '2012-10-17'
                Statement:
                - {Effect: Allow, Action: lambda:InvokeFunction, Resource: !Ref DetectionFunction.Alias}
                - {Effect: Allow, Action: sqs:SendMessage, Resource: !GetAtt TickDeadLetters.Arn}
        TickDeadLetters: {Type: AWS::SQS::Queue}
      """;

  private final String template =
      Files.readString(Path.of(System.getProperty("rampart.root", "."), "template.yaml"))
          // Its own schedules would be heard too.
          .replaceAll("  \\w+:\n    Type: AWS::Scheduler::Schedule\n(?:    .*\n)+", "")
          .replaceFirst("\nResources:\n", ADDED.replace("$", "\\$"));

  @TempDir Path folder = Path.of("");

  SchedulePairsTest() throws IOException {}

  private EventBench bench(String part, String other) throws IOException {
    assertThat(template).contains(part);
    return new EventBench(template.replace(part, other), folder, Map.of(), true);
  }

  private static void begin(EventBench bench) {
    bench.schedules.begin();
    bench.schedules.moving(() -> {});
  }

  @Test
  void a_schedule_invokes_its_function_as_often_as_its_clock_says() throws IOException {
    try (EventBench bench = bench("rate(1 minute)", "rate(2 minutes)")) {
      begin(bench);
      assertThat(bench.run(1).invoked).containsExactly("DetectionFunction");

      bench.schedules.moving(() -> bench.pass(Duration.ofMinutes(1)));
      assertThat(bench.run(1).invoked).hasSize(1);

      bench.schedules.moving(() -> bench.pass(Duration.ofMinutes(9)));
      assertThat(bench.run(9).invoked).hasSize(2);
      assertThat(bench.receive("TickDeadLetters")).isEmpty();
      assertThat(bench.access.refusals()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "lambda:InvokeFunction, lambda:GetFunction",
    "Resource: !Ref DetectionFunction.Alias, Resource: !Ref ApiFunction.Alias",
  })
  void a_role_that_may_not_invoke_is_told_and_leaves_a_dead_letter(String part, String other)
      throws IOException {
    String granted = "Action: lambda:InvokeFunction, Resource: !Ref DetectionFunction.Alias";
    try (EventBench bench = bench(granted, granted.replace(part, other))) {
      begin(bench);

      assertThat(bench.access.refusals())
          .extracting(PresentRefusal::what)
          .singleElement()
          .asString()
          .matches(
              "refused to Tick: t.yaml:[0-9]+: TickRole does not allow lambda:InvokeFunction on"
                  + " arn:.*:function:.*:live: .*");
      assertThat(bench.run(9).invoked).isEmpty();
      JsonNode letter = bench.receive("TickDeadLetters").getFirst();
      assertThat(letter.path("Body").asText()).isEqualTo("{\"tick\": \"2026-11-30T12:00:00Z\"}");
      assertThat(letter.at("/MessageAttributes/ERROR_CODE/StringValue").asText())
          .isEqualTo("AccessDeniedException");
      assertThat(letter.at("/MessageAttributes/ERROR_MESSAGE/StringValue").asText())
          .matches(
              "User: arn:aws:sts::.*:assumed-role/.*TickRole.*/.*Tick.* is not authorized to"
                  + " perform: lambda:InvokeFunction on resource: .*");
    }
  }

  @Test
  void a_function_that_fails_is_no_affair_of_the_schedule() throws IOException {
    InvocationResult failure = new InvocationResult.FunctionError("java.lang.Error", "no");
    try (EventBench bench =
        new EventBench(template, folder, Map.of("DetectionFunction", failure), true)) {
      begin(bench);
      // The function asks for one retry.
      assertThat(bench.run(9).invoked).hasSize(2);
      assertThat(bench.receive("TickDeadLetters")).isEmpty();
      assertThat(bench.schedules.fault()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Service: scheduler.amazonaws.com | Service: lambda.amazonaws.com | Tick.Target.RoleArn"
            + " cannot be assumed by EventBridge Scheduler: .* sts:AssumeRole on .*",
        "{aws:SourceAccount: !Sub '${AWS::AccountId}'}} | {aws:SourceAccount: '1'}} |"
            + " Tick.Target.RoleArn cannot be assumed by EventBridge Scheduler: .*",
        "{StringEquals: {aws:SourceAccount: !Sub '${AWS::AccountId}'}} | {ArnLike: {aws:SourceArn:"
            + " 'arn:aws:scheduler:*:*:schedule/default/*'}} | Tick.Target.RoleArn cannot be"
            + " assumed by EventBridge Scheduler: .*",
        "Action: sqs:SendMessage, Resource: !GetAtt TickDeadLetters.Arn | Action: sqs:SendMessage,"
            + " Resource: !GetAtt RelayDeadLetters.Arn | Tick cannot be made: .* sqs:SendMessage"
            + " on .*",
      })
  void what_the_role_lacks_when_the_stack_is_made_stops_the_run_with_its_line(
      String part, String other, String fault) {
    assertThat(template).contains(part);

    assertThatCode(() -> setUp(template)).doesNotThrowAnyException();
    assertThatExceptionOfType(TemplateException.class)
        .isThrownBy(() -> setUp(template.replace(part, other)))
        .withMessageMatching("t.yaml:[0-9]+: " + fault);
  }

  @Test
  void a_role_may_be_open_to_the_group_of_its_schedule() {
    String group =
        template.replace(
            "{StringEquals: {aws:SourceAccount: !Sub '${AWS::AccountId}'}}",
            "{ArnLike: {aws:SourceArn: 'arn:aws:scheduler:*:*:schedule-group/default'}}");
    assertThat(group).contains("schedule-group/default");
    assertThatCode(() -> setUp(group)).doesNotThrowAnyException();
  }

  @Test
  void a_role_that_is_none_of_the_template_is_refused() {
    String other = template.replace("RoleArn: !GetAtt TickRole.Arn", "RoleArn: arn:aws:iam::1:x");

    assertThatExceptionOfType(TemplateException.class)
        .isThrownBy(() -> StackPlans.ofTemplate(other))
        .withMessageMatching(
            "t.yaml:[0-9]+: Tick.Target.RoleArn names no role of the" + " template.*");
  }

  private void setUp(String text) throws IOException {
    Stack read = Template.read("t.yaml", text).stack(Map.of());
    StackPlan plan = StackPlans.ofTemplate(text);
    AccessControl access =
        new AccessControl(
            plan.access(), CallRecord.begin(folder.resolve("calls")), Clock.systemUTC(), _ -> {});
    new SetUpPermissions(read, access).require();
  }
}
