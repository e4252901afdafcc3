package dev.rampart.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.protocol.lambda.InvocationResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The template of this repository with a rule for a function and a subscription, changed in one
 * place each: the same event ends elsewhere.
 */
final class EventPairsTest {
  private static final String ADDED =
      """

      Resources:
        Notified:
          Type: AWS::SQS::Queue
          Properties: {SqsManagedSseEnabled: true}
        NotifiedPolicy:
          Type: AWS::SQS::QueuePolicy
          Properties:
            Queues: [!Ref Notified]
            PolicyDocument:
              Version: '2012-10-17'
              Statement:
              - Effect: Allow
                Principal: {Service: sns.amazonaws.com}
                Action: sqs:SendMessage
                Resource: !GetAtt Notified.Arn
                Condition: {ArnEquals: {'aws:SourceArn': !Ref News}}
              - Effect: Allow
                Principal: {Service: events.amazonaws.com}
                Action: sqs:SendMessage
                Resource: !GetAtt Notified.Arn
        News: {Type: AWS::SNS::Topic}
        NewsToQueue:
          Type: AWS::SNS::Subscription
          Properties: {TopicArn: !Ref News, Protocol: sqs, Endpoint: !GetAtt Notified.Arn}
        EdgeRule:
          Type: AWS::Events::Rule
          Properties:
            EventBusName: !Ref Bus
            EventPattern: {source: [test]}
            Targets:
            - Id: edgelog
              Arn: !Ref EdgelogFunction.Alias
              RetryPolicy: {MaximumRetryAttempts: 20}
              DeadLetterConfig: {Arn: !GetAtt Notified.Arn}
        EdgeRuleMayInvoke:
          Type: AWS::Lambda::Permission
          Properties:
            FunctionName: !Ref EdgelogFunction.Alias
            Action: lambda:InvokeFunction
            Principal: events.amazonaws.com
            SourceArn: !GetAtt EdgeRule.Arn
      """;

  private static final String ON_FAILURE =
      "OnFailure: {Type: SQS, Destination: !GetAtt EdgelogDeadLetters.Arn}";

  /** What the role of edgelog may do with its failures. */
  private static final String RIGHT =
      "- {Sid: KeepFailures, Effect: Allow, Action: sqs:SendMessage,\n"
          + "             Resource: !GetAtt EdgelogDeadLetters.Arn}";

  private static final InvocationResult BROKEN =
      new InvocationResult.FunctionError("java.lang.Error", "no");
  private static final InvocationResult THROTTLED = new InvocationResult.Throttled();
  private static final InvocationResult WELL =
      new InvocationResult.Answered("{\"b\":2}".getBytes(StandardCharsets.UTF_8));

  private final String template =
      Files.readString(Path.of(System.getProperty("rampart.root", "."), "template.yaml"))
          .replaceFirst("\nResources:\n", ADDED);
  private final List<EventBench> benches = new ArrayList<>();

  @TempDir private Path folder;

  EventPairsTest() throws IOException {}

  @AfterEach
  void close() throws IOException {
    for (EventBench bench : benches) {
      bench.close();
    }
  }

  /** Returns the template with parts changed: the first by the second, and so on. */
  private String with(String... parts) {
    String changed = template;
    for (int i = 0; i < parts.length; i += 2) {
      assertThat(changed).contains(parts[i]);
      changed = changed.replace(parts[i], parts[i + 1]);
    }
    return changed;
  }

  private EventBench bench(String text, InvocationResult ofEdgelog) throws IOException {
    return bench(text, ofEdgelog, true);
  }

  private EventBench bench(String text, InvocationResult ofEdgelog, boolean hasRoom)
      throws IOException {
    Path own = Files.createDirectory(folder.resolve(Integer.toString(benches.size())));
    EventBench bench = new EventBench(text, own, Map.of("EdgelogFunction", ofEdgelog), hasRoom);
    benches.add(bench);
    return bench;
  }

  private static EventBench put(EventBench bench) {
    return bench.put("test", "Made").run(100);
  }

  @Test
  void how_often_lambda_retries_is_the_functions_own_matter() throws IOException {
    EventBench twice = put(bench(template, BROKEN));
    EventBench never =
        put(bench(with("MaximumRetryAttempts: 2\n", "MaximumRetryAttempts: 0\n"), BROKEN));

    assertThat(twice.invoked).hasSize(3);
    assertThat(never.invoked).hasSize(1);
    // What the rule says of retries and dead letters ends where Lambda has the event.
    assertThat(twice.receive("Notified")).isEmpty();
    assertThat(twice.body("EdgelogDeadLetters").at("/requestContext/condition").asText())
        .isEqualTo("RetriesExhausted");
  }

  @Test
  void how_old_an_event_may_become() throws IOException {
    EventBench hour = put(bench(template, THROTTLED));
    EventBench minute =
        put(
            bench(
                with(
                    "MaximumEventAgeInSeconds: 3600\n        MaximumRetryAttempts: 2",
                    "MaximumEventAgeInSeconds: 60\n        MaximumRetryAttempts: 2"),
                THROTTLED));

    assertThat(minute.invoked).hasSize(6);
    assertThat(hour.invoked).hasSizeGreaterThan(12);
    assertThat(minute.body("EdgelogDeadLetters").at("/requestContext/condition").asText())
        .isEqualTo("EventAgeExceeded");
  }

  @Test
  void a_function_without_concurrency_fails_at_everything_at_once() throws IOException {
    EventBench some = put(bench(template, THROTTLED));
    EventBench none =
        put(
            bench(
                with(
                    "      Role: !GetAtt EdgelogRole.Arn\n",
                    "      Role: !GetAtt EdgelogRole.Arn\n      ReservedConcurrentExecutions: 0\n"),
                THROTTLED));

    assertThat(some.invoked.size()).isGreaterThan(1);
    assertThat(none.invoked).hasSize(1);
    assertThat(none.body("EdgelogDeadLetters").at("/requestContext/condition").asText())
        .isEqualTo("ZeroReservedConcurrency");
  }

  @Test
  void where_failures_go() throws IOException {
    EventBench queue = put(bench(template, BROKEN));
    EventBench topic =
        put(
            bench(
                with(
                    ON_FAILURE,
                    "OnFailure: {Type: SNS, Destination: !Ref News}",
                    RIGHT,
                    right("sns:Publish", "!Ref News")),
                BROKEN));
    EventBench function =
        put(
            bench(
                with(
                    ON_FAILURE,
                    "OnFailure: {Destination: !Ref DetectionFunction.Alias}",
                    RIGHT,
                    right("lambda:InvokeFunction", "!Ref DetectionFunction.Alias")),
                BROKEN));
    EventBench nowhere =
        put(bench(with(ON_FAILURE, "OnSuccess: {Destination: !Ref News}"), BROKEN));

    assertThat(queue.receive("EdgelogDeadLetters")).hasSize(1);
    assertThat(topic.receive("EdgelogDeadLetters")).isEmpty();
    assertThat(
            EventBench.parsed(topic.body("Notified").path("Message").asText())
                .at("/requestContext/approximateInvokeCount")
                .asInt())
        .isEqualTo(3);
    assertThat(function.invoked)
        .containsExactly(
            "EdgelogFunction", "EdgelogFunction", "EdgelogFunction", "DetectionFunction");
    assertThat(nowhere.fault().orElseThrow()).contains("is lost");
  }

  @Test
  void who_hears_of_successes() throws IOException {
    EventBench nobody = put(bench(template, WELL));
    EventBench bus = put(bench(listening(), WELL));

    assertThat(nobody.receive("Notified")).isEmpty();
    JsonNode event = bus.body("Notified");
    assertThat(event.path("source").asText()).isEqualTo("lambda");
    assertThat(event.path("detail-type").asText())
        .isEqualTo("Lambda Function Invocation Result - Success");
    assertThat(event.at("/resources/0").asText()).endsWith(":event-bus/rampart-dev");
    assertThat(event.at("/resources/1").asText()).contains(":function:").endsWith(":live");
    assertThat(event.at("/detail/responsePayload/b").asInt()).isEqualTo(2);
    assertThat(event.at("/detail/requestPayload/source").asText()).isEqualTo("test");
  }

  /** Returns the template with the bus as the destination of successes, and a rule for them. */
  private String listening() {
    String toBus = ON_FAILURE + "\n          OnSuccess: {Destination: !GetAtt Bus.Arn}";
    // The rule that hears of it has the queue as its target.
    return with(
            ON_FAILURE,
            toBus,
            RIGHT,
            RIGHT + "\n          " + right("events:PutEvents", "!GetAtt Bus.Arn"))
        .replace(
            "  EdgeRuleMayInvoke:\n",
            """
              DoneRule:
                Type: AWS::Events::Rule
                Properties:
                  EventBusName: !Ref Bus
                  EventPattern: {source: [lambda]}
                  Targets: [{Id: q, Arn: !GetAtt Notified.Arn}]
              EdgeRuleMayInvoke:
            """);
  }

  @Test
  void a_bus_hears_of_an_event_that_is_nested_too_deep_and_of_the_function_with_its_version()
      throws IOException {
    EventBench bus = bench(listening(), WELL);
    String functionArn =
        bus.plan.functions().stream()
            .filter(function -> function.logicalId().equals("EdgelogFunction"))
            .findFirst()
            .orElseThrow()
            .arn();
    String deep = "[".repeat(999) + "]".repeat(999);
    assertThat(bus.functions.offer(functionArn, deep.getBytes(StandardCharsets.UTF_8))).isTrue();
    JsonNode event = bus.run(10).body("Notified");

    assertThat(event.at("/resources/1").asText()).isEqualTo(functionArn + ":$LATEST");
    assertThat(event.at("/detail/requestContext/functionArn")).isEqualTo(event.at("/resources/1"));
    assertThat(event.at("/detail/requestPayload").asText()).isEqualTo(deep);
    assertThat(bus.fault()).isEmpty();
  }

  @Test
  void a_record_waits_as_long_as_the_role_does_not_allow_it() throws IOException {
    EventBench allowed = put(bench(template, BROKEN));
    EventBench forbidden =
        put(bench(with(RIGHT, right("sqs:SendMessage", "!GetAtt Notified.Arn")), BROKEN));

    assertThat(allowed.fault()).isEmpty();
    assertThat(forbidden.receive("EdgelogDeadLetters")).isEmpty();
    assertThat(forbidden.fault().orElseThrow())
        .contains("is not authorized to perform: sqs:SendMessage");
  }

  private static String right(String action, String resource) {
    return "- {Sid: KeepFailures, Effect: Allow, Action: '%s', Resource: %s}"
        .formatted(action, resource);
  }

  @Test
  void a_rule_needs_the_permission_of_the_function() throws IOException {
    EventBench permitted = put(bench(template, WELL));
    EventBench refused =
        put(
            bench(
                with(
                    "      SourceArn: !GetAtt EdgeRule.Arn",
                    "      SourceArn: !GetAtt SuspiciousRule.Arn"),
                WELL));

    assertThat(permitted.invoked).containsExactly("EdgelogFunction");
    assertThat(refused.invoked).isEmpty();
    assertThat(refused.attribute("Notified", "ERROR_CODE")).isEqualTo("NO_PERMISSIONS");
  }

  @Test
  void how_often_a_rule_offers_its_event_and_where_it_goes_then() throws IOException {
    EventBench again = put(bench(template, WELL, false));
    String once = with("MaximumRetryAttempts: 20}\n", "MaximumRetryAttempts: 0}\n");
    EventBench given = put(bench(once, WELL, false));
    EventBench lost =
        put(
            bench(
                once.replace("        DeadLetterConfig: {Arn: !GetAtt Notified.Arn}\n", ""),
                WELL,
                false));

    assertThat(again.receive("Notified")).isEmpty();
    assertThat(given.attribute("Notified", "EXHAUSTED_RETRY_CONDITION"))
        .isEqualTo("MaximumRetryAttempts");
    assertThat(lost.receive("Notified")).isEmpty();
    assertThat(lost.events.health(Set.of()).delivery().orElseThrow().cause()).contains("is lost");
  }

  @Test
  void which_events_an_archive_keeps_and_for_how_long() throws IOException {
    String pattern = "EventPattern: {source: [{prefix: rampart.}]}";
    EventBench some = bench(template, WELL);
    EventBench others = bench(with(pattern, "EventPattern: {source: [test]}"), WELL);
    EventBench day = bench(with("RetentionDays: 30", "RetentionDays: 1"), WELL);
    for (EventBench bench : List.of(some, others, day)) {
      EventBench _ = put(bench.put("rampart.api", "One").put("rampart.api", "Two"));
    }

    assertThat(archived(some)).isEqualTo(2);
    assertThat(archived(others)).isEqualTo(1);
    assertThat(archived(day)).isEqualTo(2);
    some.pass(Duration.ofDays(2));
    day.pass(Duration.ofDays(2));
    assertThat(archived(some)).isEqualTo(2);
    assertThat(archived(day)).isZero();
  }

  private static int archived(EventBench bench) {
    ObjectNode input = JsonNodeFactory.instance.objectNode();
    input.put("ArchiveName", bench.plan.archives().getFirst().name());
    return bench.call("AWSEvents.DescribeArchive", input).path("EventCount").asInt();
  }

  @Test
  void a_bus_whose_key_is_closed_to_it_keeps_its_events_as_dead_letters() throws IOException {
    String[] closed = {
      "Action: [kms:Decrypt, kms:GenerateDataKey, kms:ReEncryptFrom, kms:ReEncryptTo]",
      "Action: [kms:Decrypt, kms:ReEncryptFrom, kms:ReEncryptTo]"
    };
    EventBench open = put(bench(template, WELL));
    EventBench sealed = put(bench(with(closed), WELL));
    EventBench lost =
        put(
            bench(
                with(
                    closed[0],
                    closed[1],
                    "      DeadLetterConfig: {Arn: !GetAtt BusDeadLetters.Arn}\n",
                    ""),
                WELL));

    assertThat(open.invoked).hasSize(1);
    assertThat(sealed.invoked).isEmpty();
    assertThat(sealed.body("BusDeadLetters").path("source").asText()).isEqualTo("test");
    assertThat(lost.invoked).isEmpty();
    assertThat(lost.receive("BusDeadLetters")).isEmpty();
  }

  @Test
  void a_queue_takes_from_the_topic_that_its_policy_names() throws IOException {
    EventBench named = bench(template, WELL).publish("news");
    EventBench other =
        bench(with("'aws:SourceArn': !Ref News}", "'aws:SourceArn': !Ref DetailTopic}"), WELL)
            .publish("news");
    EventBench keyed =
        bench(
                with(
                    "    Properties: {SqsManagedSseEnabled: true}\n  NotifiedPolicy",
                    "    Properties: {KmsMasterKeyId: !Ref Key}\n  NotifiedPolicy"),
                WELL)
            .publish("news");

    assertThat(named.body("Notified").path("Message").asText()).isEqualTo("news");
    assertThat(other.receive("Notified")).isEmpty();
    assertThat(other.topics.fault().orElseThrow().cause()).contains("sqs:SendMessage");
    assertThat(keyed.receive("Notified")).isEmpty();
    assertThat(keyed.topics.fault().orElseThrow().cause()).contains("kms:GenerateDataKey");
  }

  @Test
  void how_long_a_message_is_invisible_and_how_often_it_is_received() throws IOException {
    EventBench usual = signalled(bench(template, WELL));
    EventBench brief =
        signalled(bench(with("VisibilityTimeout: 180", "VisibilityTimeout: 10"), WELL));
    EventBench once = signalled(bench(with("maxReceiveCount: 5}", "maxReceiveCount: 1}"), WELL));

    for (EventBench bench : List.of(usual, brief, once)) {
      assertThat(bench.receive("detection")).hasSize(1);
      bench.pass(Duration.ofSeconds(20));
    }
    assertThat(usual.receive("detection")).isEmpty();
    assertThat(brief.receive("detection")).hasSize(1);
    usual.pass(Duration.ofMinutes(3));
    once.pass(Duration.ofMinutes(3));
    assertThat(usual.receive("detection")).hasSize(1);
    assertThat(once.receive("detection")).isEmpty();
    assertThat(once.receive("DetectionDeadLetters")).hasSize(1);
    assertThat(usual.receive("DetectionDeadLetters")).isEmpty();
  }

  private static EventBench signalled(EventBench bench) {
    return bench.put("rampart.api", "SuspiciousRequest");
  }
}
