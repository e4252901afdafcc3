package dev.rampart.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.access.AccessControl;
import dev.rampart.local.access.CallRecord;
import dev.rampart.local.access.PresentRefusal;
import dev.rampart.local.stack.access.SetUpPermissions;
import dev.rampart.local.template.Stack;
import dev.rampart.local.template.Template;
import dev.rampart.local.template.source.TemplateException;
import dev.rampart.local.topics.Mail;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The subscribers of the template, all of them asked for, changed in one place each. */
final class SubscriberPairsTest {
  private static final Path ROOT = Path.of(System.getProperty("rampart.root", "."));

  /** A part of the name of the queue for a program. */
  private static final String QUEUE = "-threats";

  private static final String PUBLISH = "Action: sns:Publish, Resource: !Ref ThreatTopic}";
  private static final String CALL =
      "Action: events:InvokeApiDestination, Resource: !GetAtt WebhookDestination.Arn";

  private final String template =
      Files.readString(ROOT.resolve("template.yaml"))
          .replaceFirst("(  ThreatMail:\n.*\n    Default: )''", "$1soc@example.com")
          .replaceFirst("(  ThreatQueue:\n.*\n    Default: )'false'", "$1'true'")
          .replaceFirst(
              "(  ThreatWebhook:\n.*\n    Default: )''", "$1'https://soc.example.com/in'");
  private final String threat =
      Files.readString(ROOT.resolve("docs/events/threat-detected.v1.notified.json"));

  @TempDir Path folder = Path.of("");

  SubscriberPairsTest() throws IOException {}

  private String with(String part, String other) {
    assertThat(template).contains(part);
    return template.replace(part, other);
  }

  private EventBench after(String text, String detail) throws IOException {
    return new EventBench(text, folder, Map.of(), true)
        .put("rampart.detection", "ThreatDetected", detail)
        .run(9);
  }

  private static List<String> bodies(EventBench bench, String kind) {
    return bench.inbox.all().stream()
        .filter(mail -> mail.kind().equals(kind))
        .map(Mail::body)
        .toList();
  }

  @Test
  void people_get_a_text_and_programs_the_event() throws IOException {
    try (EventBench bench = after(template, threat)) {
      assertThat(bodies(bench, "email"))
          .singleElement()
          .asString()
          .startsWith("\"Burst of probes by address 203.0.113.7: 18.4 points of different probes")
          .contains("\"Severity: medium\"\n\"Subject: ip 203.0.113.7\"\n")
          .contains("Finding: 0d9c2a6b-4e1f-8a37-b5c2-6f0e9d8c7b1a, told as ThreatDetected on")
          .endsWith("\"Further mails in this hour: 19\"");
      assertThat(bench.body(QUEUE).path("detail")).isEqualTo(EventBench.parsed(threat));
      assertThat(bench.eventually(() -> !bodies(bench, "webhook").isEmpty())).isTrue();
      assertThat(bodies(bench, "webhook"))
          .singleElement()
          .asString()
          .contains("X-Rampart-Key: ***")
          .contains("\"detail-type\":\"ThreatDetected\"");
      assertThat(bench.access.refusals()).isEmpty();
    }
  }

  @Test
  void what_people_need_not_hear_is_for_programs_alone() throws IOException {
    try (EventBench bench = after(template, threat.replace("\"notificationsLeft\": 19,", ""))) {
      assertThat(bodies(bench, "email")).isEmpty();
      assertThat(bench.eventually(() -> bodies(bench, "webhook").size() == 1)).isTrue();
      assertThat(bench.receive(QUEUE)).hasSize(1);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        PUBLISH + " | Action: sns:Subscribe, Resource: !Ref ThreatTopic} | sns:Publish",
        PUBLISH + " | Action: sns:Publish, Resource: !Ref SecurityTopic} | sns:Publish",
        "kms:ViaService: !Sub 'sns. | kms:ViaService: !Sub 'sqs. | kms:GenerateDataKey",
      })
  void a_role_that_may_not_publish_is_told_and_leaves_a_dead_letter(
      String part, String other, String action) throws IOException {
    try (EventBench bench = after(with(part, other), threat)) {
      assertThat(bodies(bench, "email")).isEmpty();
      JsonNode letter = bench.receive("ThreatMailUndelivered").getFirst();
      assertThat(letter.at("/MessageAttributes/ERROR_CODE/StringValue").asText())
          .isEqualTo("NO_PERMISSIONS");
      assertThat(EventBench.parsed(letter.path("Body").asText()).path("detail"))
          .isEqualTo(EventBench.parsed(threat));
      assertThat(bench.access.refusals())
          .extracting(PresentRefusal::what)
          .singleElement()
          .asString()
          .matches(
              "refused to ThreatMailRule: t.yaml:[0-9]+: ThreatMailRole does not allow "
                  + action
                  + " on .*");
    }
  }

  @Test
  void a_role_that_may_not_call_is_told_and_leaves_a_dead_letter() throws IOException {
    String other = CALL.replace("WebhookDestination.Arn", "WebhookConnection.Arn");
    try (EventBench bench = after(with(CALL, other), threat)) {
      List<JsonNode> letters = new ArrayList<>();
      assertThat(bench.eventually(() -> letters.addAll(bench.receive("ThreatWebhookUndelivered"))))
          .isTrue();
      assertThat(letters.getFirst().at("/MessageAttributes/ERROR_CODE/StringValue").asText())
          .isEqualTo("NO_PERMISSIONS");
      assertThat(bodies(bench, "webhook")).isEmpty();
      assertThat(bench.receive(QUEUE)).hasSize(1);
    }
  }

  @Test
  void without_a_role_the_policy_of_the_topic_is_asked_which_cannot_know_the_rule()
      throws IOException {
    String none = with("        RoleArn: !GetAtt ThreatMailRole.Arn\n", "");
    String policy = "      Topics: \\[!Ref ThreatTopic]\n.*\n.*\n        Statement:\n";
    String statement =
        """
                - Effect: Allow
                  Principal: {Service: events.amazonaws.com}
                  Action: 'sns:Publish'
                  Resource: !Ref ThreatTopic
        """;
    String condition = "          Condition: {StringLike: {'aws:SourceArn': '*'}}\n";
    String plain = none.replace("'Rampart, threats', KmsMasterKeyId: !Ref Key}", "threats}");
    String open = plain.replaceFirst(policy, "$0" + statement);
    String bound = plain.replaceFirst(policy, "$0" + statement + condition);

    assertThat(bound).isNotEqualTo(open).isNotEqualTo(plain);
    try (EventBench bench = after(none, threat)) {
      assertThat(bodies(bench, "email")).isEmpty();
    }
    try (EventBench bench = after(bound, threat)) {
      assertThat(bodies(bench, "email")).isEmpty();
    }
    try (EventBench bench = after(open, threat)) {
      assertThat(bodies(bench, "email")).hasSize(1);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "threat-mail'} | threat-queue'} | ThreatMailRule.Targets has a target whose role cannot be"
            + " assumed by EventBridge: .*",
        "threat-webhook'} | threat-mail'} | ThreatWebhookRule.Targets has a target whose role"
            + " cannot be assumed by EventBridge: .*",
      })
  void a_role_that_is_not_for_its_rule_stops_the_run_with_its_line(
      String part, String other, String fault) {
    assertThatCode(() -> setUp(template)).doesNotThrowAnyException();
    assertThatExceptionOfType(TemplateException.class)
        .isThrownBy(() -> setUp(with(part, other)))
        .withMessageMatching("t.yaml:[0-9]+: " + fault);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Arn: !GetAtt WebhookDestination.Arn | Arn: !Sub"
            + " 'arn:aws:events:eu-west-1:${AWS::AccountId}:api-destination/x/1' |"
            + " ThreatWebhookRule.Targets names a target that is nothing of the template",
        "!GetAtt WebhookConnection.Arn | arn:x | WebhookDestination.ConnectionArn names no"
            + " connection of the template",
        "'HttpMethod: POST\n      Invocation' | 'HttpMethod: GET\n      Invocation' |"
            + " WebhookDestination.HttpMethod is not .*",
        "https://soc.example.com/in | http://soc.example.com/in |"
            + " WebhookDestination.InvocationEndpoint is no https URL .*",
        "AuthorizationType: API_KEY | AuthorizationType: BASIC | WebhookConnection.Authorization.*",
        "secretsmanager:${WebhookSecret}: | secretsmanager:other: |"
            + " WebhookConnection.AuthParameters names no secret of the template",
        "'{{resolve:secretsmanager:${WebhookSecret}:SecretString:key}}' | 'plain' |"
            + " WebhookConnection.*ApiKeyValue is no dynamic reference .*",
      })
  void what_a_run_cannot_call_is_refused_with_its_line(String part, String other, String fault) {
    String text = with(part, other).replace("'|https://[!-)", "'|http://soc.*|https://[!-)");

    assertThatExceptionOfType(TemplateException.class)
        .isThrownBy(() -> StackPlans.ofTemplate(text))
        .withMessageMatching("t.yaml:[0-9]+: " + fault);
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
