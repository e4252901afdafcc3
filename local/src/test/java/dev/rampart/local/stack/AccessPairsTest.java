package dev.rampart.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rampart.local.access.AccessControl;
import dev.rampart.local.access.AccessPlan;
import dev.rampart.local.access.CallRecord;
import dev.rampart.local.stack.access.SetUpPermissions;
import dev.rampart.local.template.Stack;
import dev.rampart.local.template.Template;
import dev.rampart.local.template.source.TemplateException;
import dev.rampart.local.topics.TopicSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The template of this repository, changed in one place: a call that its policies allow is refused.
 */
final class AccessPairsTest {
  private static final Map<String, List<String>> OWNER =
      Map.of("dynamodb:LeadingKeys", List.of("OWNER#1"));

  private final String template =
      Files.readString(Path.of(System.getProperty("rampart.root", "."), "template.yaml"));

  @TempDir private Path folder;

  AccessPairsTest() throws IOException {}

  /**
   * A change and a call.
   *
   * @param part of the template
   * @param other what stands there instead
   * @param call returns the refusal
   */
  record Pair(String name, String part, String other, Function<Asking, Optional<String>> call) {
    @Override
    public String toString() {
      return name;
    }
  }

  /** A plan that can be asked. */
  record Asking(StackPlan plan, AccessControl control) {
    Optional<String> table(String action) {
      String arn = Objects.requireNonNull(plan.tables().get("SubmissionsTable")).name();
      return control.function(
          "ApiFunction",
          "dynamodb:" + action,
          plan.access().stack().arn("dynamodb", "table/" + arn),
          OWNER);
    }

    /** What the poller of a function's event source asks for. */
    Optional<String> poller(String function, String action) {
      String source =
          action.startsWith("sqs:")
              ? plan.queueMappings().getFirst().queueArn()
              : plan.streamMappings().values().iterator().next().streamArn();
      return control.function(function, action, source, Map.of());
    }

    Optional<String> refusals(String function, String source) {
      return control.function(
          function,
          "events:PutEvents",
          plan.access().stack().arn("events", "event-bus/" + plan.buses().getFirst().name()),
          Map.of(
              "events:source",
              List.of(source),
              "events:detail-type",
              List.of("SuspiciousRequest")));
    }

    Optional<String> rule() {
      String rule = plan.access().stack().arn("events", "rule/rampart-dev/rampart-dev-suspicious");
      String queue = plan.access().stack().arn("sqs", "rampart-dev-detection");
      return control.delivery("events.amazonaws.com", rule, queue);
    }

    Optional<String> alarm() {
      String topic =
          plan.topics().topics().stream()
              .map(TopicSettings::arn)
              .filter(arn -> arn.contains("Security"))
              .findFirst()
              .orElseThrow();
      return control.publication(plan.access().stack().arn("cloudwatch", "alarm:any"), topic);
    }

    Optional<String> gateway(String method) {
      String api = plan.api().apiId() + "/" + plan.api().stage() + "/" + method + "/v1/x";
      String function =
          plan.functions().stream()
              .filter(each -> each.logicalId().equals("ApiFunction"))
              .findFirst()
              .orElseThrow()
              .arn();
      return control.service(
          "apigateway.amazonaws.com",
          plan.access().stack().arn("execute-api", api),
          "lambda:InvokeFunction",
          function + ":live");
    }
  }

  static List<Pair> pairs() {
    return List.of(
        new Pair(
            "an action removed",
            "[dynamodb:PutItem, dynamodb:GetItem, dynamodb:UpdateItem]",
            "[dynamodb:PutItem, dynamodb:GetItem]",
            asking -> asking.table("UpdateItem")),
        new Pair(
            "a condition not met",
            "Resource: !GetAtt SubmissionsTable.Arn\n            Condition:\n"
                + "              ForAllValues:StringLike: {dynamodb:LeadingKeys: 'OWNER#*'}",
            "Resource: !GetAtt SubmissionsTable.Arn\n            Condition:\n"
                + "              ForAllValues:StringLike: {dynamodb:LeadingKeys: 'QUEUE#*'}",
            asking -> asking.table("GetItem")),
        new Pair(
            "a resource narrowed",
            "[dynamodb:PutItem, dynamodb:GetItem, dynamodb:UpdateItem]\n"
                + "            Resource: !GetAtt SubmissionsTable.Arn",
            "[dynamodb:PutItem, dynamodb:GetItem, dynamodb:UpdateItem]\n"
                + "            Resource: !GetAtt DetectionTable.Arn",
            asking -> asking.table("GetItem")),
        new Pair(
            "a stream that may not be read",
            "dynamodb:GetRecords, dynamodb:GetShardIterator,",
            "dynamodb:GetShardIterator,",
            asking -> asking.poller("RelayFunction", "dynamodb:GetRecords")),
        new Pair(
            "a queue that may not be read",
            "[sqs:ReceiveMessage, sqs:DeleteMessage, sqs:GetQueueAttributes]",
            "[sqs:DeleteMessage, sqs:GetQueueAttributes]",
            asking -> asking.poller("DetectionFunction", "sqs:ReceiveMessage")),
        new Pair(
            "an explicit deny",
            "          - Sid: WorkOnSubmissions\n",
            """
                      - {Sid: DenyPuts, Effect: Deny, Action: 'dynamodb:Put*', Resource: '*'}
                      - Sid: WorkOnSubmissions
            """,
            asking -> asking.table("PutItem")),
        new Pair(
            "the key by way of another service",
            "StringEquals: {kms:ViaService: [!Sub 'dynamodb.${AWS::Region}.amazonaws.com', !Sub"
                + " 'secretsmanager.${AWS::Region}.amazonaws.com']}",
            "StringEquals: {kms:ViaService: [!Sub 'secretsmanager.${AWS::Region}.amazonaws.com']}",
            asking -> asking.table("GetItem")),
        new Pair(
            "a key whose policy does not name the account",
            "Action: kms:*\n",
            "Action: kms:Describe*\n",
            asking -> asking.table("GetItem")),
        new Pair(
            "the source of another function",
            "events:source: rampart.api\n",
            "events:source: rampart.edge\n",
            asking -> asking.refusals("ApiFunction", "rampart.api")),
        new Pair(
            "a bus that denies the account",
            "StringNotEquals: {aws:PrincipalAccount: !Ref AWS::AccountId}",
            "StringEquals: {aws:PrincipalAccount: !Ref AWS::AccountId}",
            asking -> asking.refusals("EdgelogFunction", "rampart.edge")),
        new Pair(
            "a permission for another path",
            "${Api}/${Api.Stage}/*/v1/*'",
            "${Api}/${Api.Stage}/*/v2/*'",
            asking -> asking.gateway("GET")),
        new Pair(
            "a permission for the function without its alias",
            "FunctionName: !Ref ApiFunction.Alias\n      Action",
            "FunctionName: !GetAtt ApiFunction.Arn\n      Action",
            asking -> asking.gateway("GET")),
        new Pair(
            "a queue that takes from another rule",
            "Resource: !GetAtt DetectionQueue.Arn\n"
                + "          Condition: {ArnEquals: {'aws:SourceArn': !GetAtt SuspiciousRule.Arn}}",
            "Resource: !GetAtt DetectionQueue.Arn\n"
                + "          Condition: {ArnEquals: {'aws:SourceArn': !GetAtt Bus.Arn}}",
            Asking::rule),
        new Pair(
            "a queue that denies what comes over TLS",
            "Resource: !GetAtt DetectionQueue.Arn\n"
                + "          Condition: {Bool: {'aws:SecureTransport': 'false'}}",
            "Resource: !GetAtt DetectionQueue.Arn\n"
                + "          Condition: {Bool: {'aws:SecureTransport': 'true'}}",
            Asking::rule),
        new Pair(
            "a key that is closed to the bus",
            "Action: [kms:Decrypt, kms:GenerateDataKey, kms:ReEncryptFrom, kms:ReEncryptTo]",
            "Action: [kms:Decrypt, kms:ReEncryptFrom, kms:ReEncryptTo]",
            Asking::rule),
        new Pair(
            "a topic that takes from the alarms of another account",
            "Resource: !Ref SecurityTopic\n          Condition:\n"
                + "            StringEquals: {'aws:SourceAccount': !Ref AWS::AccountId}",
            "Resource: !Ref SecurityTopic\n          Condition:\n"
                + "            StringEquals: {'aws:SourceAccount': '999999999999'}",
            Asking::alarm),
        new Pair(
            "a key that is closed to alarms",
            "Principal: {Service: cloudwatch.amazonaws.com}\n"
                + "          Action: [kms:Decrypt, kms:GenerateDataKey]",
            "Principal: {Service: cloudwatch.amazonaws.com}\n" + "          Action: kms:Decrypt",
            Asking::alarm));
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void the_template_alone_decides(Pair pair) throws IOException {
    assertThat(template).contains(pair.part());

    assertThat(pair.call().apply(asking(template))).isEmpty();
    assertThat(pair.call().apply(asking(template.replace(pair.part(), pair.other()))))
        .get()
        .asString()
        .contains("is not authorized to perform: ");
  }

  @Test
  void a_decision_is_made_by_the_plan_that_it_began_with() throws IOException {
    AccessPlan allowing = StackPlans.ofTemplate(template).access();
    AccessPlan refusing =
        StackPlans.ofTemplate(
                template.replace("Action: dynamodb:ListStreams", "Action: dynamodb:ListTables"))
            .access();
    AtomicReference<Runnable> meanwhile = new AtomicReference<>(() -> {});
    AccessControl control =
        new AccessControl(
            allowing,
            CallRecord.begin(folder.resolve("calls")),
            () -> {
              meanwhile.get().run();
              return Instant.EPOCH;
            },
            _ -> {});
    // Once: to make a cache, decideBy asks the clock itself.
    meanwhile.set(
        () -> {
          meanwhile.set(() -> {});
          control.decideBy(refusing);
        });

    String table =
        allowing.resources().keySet().stream()
            .filter(arn -> arn.contains(":table/") && arn.contains("SubmissionsTable"))
            .findFirst()
            .orElseThrow();
    assertThat(listsStreams(control, table)).isEmpty();
    assertThat(listsStreams(control, table)).isPresent();
  }

  private static Optional<String> listsStreams(AccessControl control, String table) {
    return control.function("RelayFunction", "dynamodb:ListStreams", table + "/stream/*", Map.of());
  }

  private Asking asking(String text) throws IOException {
    StackPlan plan = StackPlans.ofTemplate(text);
    return new Asking(plan, control(plan));
  }

  private AccessControl control(StackPlan plan) throws IOException {
    return new AccessControl(
        plan.access(), CallRecord.begin(folder.resolve("calls")), Clock.systemUTC(), _ -> {});
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[sqs:ReceiveMessage, sqs:DeleteMessage, sqs:GetQueueAttributes] | [sqs:DeleteMessage,"
            + " sqs:GetQueueAttributes] | DetectionFunctionSignals cannot be made: .*"
            + " sqs:ReceiveMessage on .*",
        "Action: dynamodb:ListStreams | Action: dynamodb:ListTables | RelayFunctionCommitted cannot"
            + " be made: .* dynamodb:ListStreams on .*",
        "dynamodb:GetRecords, | | RelayFunctionCommitted cannot be made: .* dynamodb:GetRecords on"
            + " .*",
        "Resource: !GetAtt RelayDeadLetters.Arn} | Resource: !GetAtt EdgelogDeadLetters.Arn} |"
            + " RelayFunctionCommitted cannot be made: .* sqs:SendMessage on .*",
        "Resource: !GetAtt EdgelogDeadLetters.Arn} | Resource: !GetAtt RelayDeadLetters.Arn} |"
            + " EdgelogFunction cannot be made: .* sqs:SendMessage on .*",
        "SourceArn: !GetAtt AccessLogGroup.Arn | SourceArn: !GetAtt ApiLogGroup.Arn |"
            + " AccessLogSubscription cannot be made: .* lambda:InvokeFunction on .*",
        "{Effect: Allow, Principal: {Service: lambda.amazonaws.com}, Action: sts:AssumeRole}]} |"
            + " {Effect: Allow, Principal: {Service: ec2.amazonaws.com}, Action: sts:AssumeRole}]}"
            + " | .*Function.Role cannot be assumed by Lambda.*",
        "{Effect: Allow, Principal: {Service: lambda.amazonaws.com}, Action: sts:AssumeRole}]} |"
            + " {Effect: Allow, Principal: {Service: lambda.amazonaws.com}, Action:"
            + " sts:AssumeRole}, {Effect: Deny, Principal: '*', Action: 'sts:*'}]} |"
            + " .*Function.Role cannot be assumed by Lambda: .* with an explicit deny .*",
        "{Effect: Allow, Principal: {Service: lambda.amazonaws.com}, Action: sts:AssumeRole}]} |"
            + " {Effect: Allow, Principal: {Service: lambda.amazonaws.com}, Action:"
            + " sts:AssumeRole, Condition: {StringEquals: {aws:SourceAccount: '1'}}}]} |"
            + " .*Function.Role cannot be assumed by Lambda: .* sts:AssumeRole on .*",
        "${AWS::Region}:${AWS::AccountId}:log-group:*' |"
            + " ${AWS::Region}:${AWS::AccountId}:log-group:other' | .*LogGroup cannot be made: its"
            + " key is not open to it. .* kms:DescribeKey on .*",
        "kms:GenerateDataKey, kms:ReEncryptFrom, kms:ReEncryptTo] | kms:GenerateDataKey] |"
            + " BusArchive cannot be made: its key is not open to it. .* kms:ReEncryptFrom on .*",
        "Action: kms:DescribeKey, Resource: '*'} | Action: kms:ListGrants, Resource: '*'} | Bus"
            + " cannot be made: its key is not open to it. .* kms:DescribeKey on .*",
        "OnFailure: {Type: SQS, Destination: !GetAtt EdgelogDeadLetters.Arn} | OnSuccess:"
            + " {Destination: !GetAtt Bus.Arn} | EdgelogFunction cannot be made: .*"
            + " events:PutEvents on .*",
        "OnFailure: {Type: SQS, Destination: !GetAtt RelayDeadLetters.Arn} | OnFailure: {Type:"
            + " SNS, Destination: !Ref DetailTopic} | RelayFunctionCommitted cannot be made: .*"
            + " sns:Publish on .*"
      })
  void what_aws_asks_when_a_stack_is_made_stops_the_run_with_its_line(
      String part, String other, String fault) throws IOException {
    assertThat(template).contains(part);

    assertThatCode(() -> setUp(template)).doesNotThrowAnyException();
    String changed = template.replace(part, Optional.ofNullable(other).orElse(""));
    assertThatExceptionOfType(TemplateException.class)
        .isThrownBy(() -> setUp(changed))
        .withMessageMatching("t.yaml:[0-9]+: " + fault);
  }

  @Test
  void the_key_of_an_archive_is_asked_for_with_the_bus_that_it_keeps_events_of()
      throws IOException {
    String any =
        "Condition: {StringEquals: {aws:SourceAccount: !Ref AWS::AccountId}}\n"
            + "        # Without a condition, as in AWS's own example.";
    assertThat(template).contains(any);
    String bound =
        "Condition: {StringEquals: {kms:EncryptionContext:aws:events:event-bus:arn: %s}}\n"
            + "        #";

    assertThatCode(
            () ->
                setUp(
                    template.replace(
                        any,
                        bound.formatted(
                            "!Sub 'arn:${AWS::Partition}:events:${AWS::Region}:${AWS::AccountId}:event-bus/rampart-${Stage}'"))))
        .doesNotThrowAnyException();
    assertThatExceptionOfType(TemplateException.class)
        .isThrownBy(
            () ->
                setUp(
                    template.replace(
                        any,
                        bound.formatted(
                            "!Sub 'arn:${AWS::Partition}:events:${AWS::Region}:${AWS::AccountId}:event-bus/other'"))))
        .withMessageContaining("BusArchive cannot be made");
  }

  private void setUp(String text) throws IOException {
    Stack read = Template.read("t.yaml", text).stack(Map.of());
    StackPlan plan = StackPlans.ofTemplate(text);
    new SetUpPermissions(read, control(plan)).require();
  }
}
