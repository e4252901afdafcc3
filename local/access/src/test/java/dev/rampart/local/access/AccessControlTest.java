package dev.rampart.local.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.local.template.Resource;
import dev.rampart.local.template.Stack;
import dev.rampart.local.template.Template;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is refused: how it is told, and until when it is wrong. */
final class AccessControlTest {
  private static final String QUEUE = "arn:aws:sqs:eu-west-1:000000000000:q";
  private static final String EVENTS = "events.amazonaws.com";
  private static final String SEND = "sqs:SendMessage";
  private static final String DEAF =
      """
      AWSTemplateFormatVersion: '2010-09-09'
      Transform: AWS::Serverless-2016-10-31
      Resources:
        F:
          Type: AWS::Serverless::Function
          Properties: {Handler: a.B, CodeUri: f.jar, Role: !GetAtt R.Arn}
        R:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument: {Statement: [
              {Effect: Allow, Principal: {Service: ec2.amazonaws.com}, Action: sts:AssumeRole}]}
            Policies:
            - PolicyName: p
              PolicyDocument:
                Statement:
                - Sid: Key
                  Effect: Allow
                  Action: 'kms:*'
                  Resource: '*'
                - Sid: Until
                  Effect: Allow
                  Action: 'sqs:*'
                  Resource: !GetAtt Q.Arn
                  Condition: {DateLessThan: {aws:CurrentTime: '2026-01-02T00:00:00Z'}}
        Q:
          Type: AWS::SQS::Queue
          Properties: {QueueName: q}
        K:
          Type: AWS::KMS::Key
          Properties:
            KeyPolicy: {Statement: [
              {Effect: Allow, Principal: {Service: logs.amazonaws.com}, Action: 'kms:*',
               Resource: '*'}]}
      """;

  private final List<String> told = new ArrayList<>();
  private Instant now = Instant.parse("2026-01-03T00:00:00Z");

  @TempDir private Path folder;
  private Stack stack = Template.read("t.yaml", DEAF).stack(Map.of());
  private AccessControl access;

  @BeforeEach
  void begin() {
    decideBy(DEAF);
  }

  private void decideBy(String template) {
    stack = Template.read("t.yaml", template).stack(Map.of());
    AccessPlan plan =
        AccessReader.read(
            stack,
            stack.resources().stream()
                .filter(resource -> AccessReader.takes(resource.type()))
                .map(Resource::read)
                .toList());
    try {
      access =
          new AccessControl(
              plan, CallRecord.begin(folder.resolve("calls.jsonl")), () -> now, told::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String arn(String logicalId) {
    return stack.get(logicalId).physical().attributes().getOrDefault("Arn", "");
  }

  private void send(String queueArn) {
    var _ = access.function("F", SEND, queueArn, Map.of());
  }

  @Test
  void a_refusal_is_present_until_the_same_is_allowed_once() {
    assertThat(access.refusals()).isEmpty();
    send(QUEUE);
    now = now.plusSeconds(5);
    send(QUEUE);

    assertThat(access.refusals())
        .singleElement()
        .satisfies(
            refusal -> {
              assertThat(refusal.what())
                  .isEqualTo(told.getFirst())
                  .matches(
                      "refused to F: t.yaml:[0-9]+: R does not allow sqs:SendMessage on .*: R Until"
                          + " [(]line [0-9]+[)] wants other values of aws:currenttime");
              assertThat(refusal.since()).isEqualTo("2026-01-03T00:00:00Z");
            });
    now = Instant.parse("2026-01-01T00:00:00Z");
    var _ = access.function("F", "sqs:ReceiveMessage", QUEUE, Map.of());
    assertThat(access.refusals()).hasSize(1);
    send(QUEUE);
    assertThat(access.refusals()).isEmpty();
  }

  @Test
  void what_one_source_may_is_no_end_of_what_another_may_not() {
    decideBy(
        DEAF
            + """
              P:
                Type: AWS::SQS::QueuePolicy
                Properties:
                  Queues: [!Ref Q]
                  PolicyDocument:
                    Statement:
                    - {Sid: S, Effect: Allow, Principal: {Service: events.amazonaws.com},
                       Action: sqs:SendMessage,
                       Condition: {ArnEquals: {aws:SourceArn: 'arn:aws:events:r:1:rule/b/a'}}}
            """);
    assertThat(access.service(EVENTS, "arn:aws:events:r:1:rule/b/b", SEND, QUEUE)).isPresent();
    assertThat(access.service(EVENTS, "arn:aws:events:r:1:rule/b/a", SEND, QUEUE)).isEmpty();

    assertThat(access.refusals()).hasSize(1);
    assertThat(told)
        .singleElement()
        .satisfies(
            line ->
                assertThat(line)
                    .matches(
                        "refused to events.amazonaws.com: t.yaml:[0-9]+: P does not allow .*"));
  }

  @Test
  void a_resource_without_a_policy_is_named_itself() {
    assertThat(access.service(EVENTS, "arn:aws:events:r:1:rule/b/b", SEND, QUEUE)).isPresent();
    assertThat(told.getFirst()).matches("refused to events.amazonaws.com: t.yaml:[0-9]+: Q does.*");
  }

  @Test
  void a_statement_for_somebody_else_says_whom_it_names_and_who_asks() {
    assertThat(
            access.service(
                "lambda.amazonaws.com", arn("F"), "sts:AssumeRole", access.plan().roleArn("F")))
        .isPresent();
    assertThat(told.getFirst())
        .matches(
            "refused to lambda.amazonaws.com: t.yaml:[0-9]+: R does not allow sts:AssumeRole .*: R"
                + " 0 [(]line [0-9]+[)] names another principal [(]ec2.amazonaws.com[)], and"
                + " lambda.amazonaws.com asks");
  }

  @Test
  void a_key_that_asks_no_role_is_what_is_missing() {
    assertThat(access.function("F", "kms:Decrypt", arn("K"), Map.of())).isPresent();
    assertThat(told.getFirst())
        .endsWith("allows it, but the policy of the key leaves it to no role");
  }

  @Test
  void not_more_kinds_are_remembered_than_are_of_use() {
    for (int i = 0; i <= PresentRefusals.KINDS_MAX; i++) {
      send("arn:aws:sqs:eu-west-1:000000000000:other" + i);
    }

    assertThat(access.refusals()).hasSize(PresentRefusals.KINDS_MAX);
    assertThat(access.refusals().getLast().what()).contains("other" + PresentRefusals.KINDS_MAX);
  }
}
