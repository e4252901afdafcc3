package dev.rampart.local.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.alarms.StandardAlarms;
import dev.rampart.local.openapi.GatewayApi;
import dev.rampart.local.policies.StandardPolicies;
import dev.rampart.local.template.Template;
import dev.rampart.local.template.source.TemplateException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The generated parts of the template are what they are generated from. */
final class GeneratedTemplateTest {
  private static final Path ROOT = Path.of(System.getProperty("rampart.root", ".."));
  private static final Path CONTRACT = ROOT.resolve("docs/openapi.yaml");
  private static final GeneratedBlock DEFINITION = new GeneratedBlock("./rampart openapi");
  private static final GeneratedBlock ALARMS = new GeneratedBlock("./rampart alarms");
  private static final GeneratedBlock POLICIES = new GeneratedBlock("./rampart policies");
  // What a person can read in a quarter of an hour.
  private static final int WRITTEN_BY_HAND_BYTES_MAX = 105_000;

  private final String template = Files.readString(ROOT.resolve("template.yaml"));
  @TempDir private Path folder;

  GeneratedTemplateTest() throws IOException {}

  @Test
  void theDefinitionOfTheApiIsThatOfTheContract() throws IOException {
    String wanted = DEFINITION.replace(template, GatewayApi.of(CONTRACT));
    assertThat(GeneratedBlock.firstDifference(template, wanted))
        .as("run ./rampart openapi")
        .isZero();
  }

  @Test
  void theAlarmsAreThoseOfTheResources() throws IOException {
    String wanted = ALARMS.replace(template, alarms(template));
    assertThat(GeneratedBlock.firstDifference(template, wanted))
        .as("run ./rampart alarms")
        .isZero();
  }

  @Test
  void thePoliciesAreThoseOfTheResources() throws IOException {
    String wanted = POLICIES.replace(template, policies(template));
    assertThat(GeneratedBlock.firstDifference(template, wanted))
        .as("run ./rampart policies")
        .isZero();
  }

  @Test
  void whatIsWrittenByHandStaysReadable() throws IOException {
    String byHand = template;
    for (GeneratedBlock block : List.of(DEFINITION, ALARMS, POLICIES)) {
      byHand = block.without(byHand);
    }
    assertThat(byHand.getBytes(StandardCharsets.UTF_8).length)
        .isLessThanOrEqualTo(WRITTEN_BY_HAND_BYTES_MAX);
  }

  @Test
  void aChangedContractIsNoticedWithTheFirstLineThatDiffers() throws IOException {
    Path changed = folder.resolve("openapi.yaml");
    Files.writeString(
        changed,
        Files.readString(CONTRACT).replaceFirst("submissions\\.write\\]", "submissions.review]"));
    String wanted = DEFINITION.replace(template, GatewayApi.of(changed));
    int line = GeneratedBlock.firstDifference(template, wanted);
    assertThat(template.lines().toList().get(line - 1)).contains("submissions.write");
  }

  @Test
  void whatIsWrittenIsReadAsItWasMeant() throws IOException {
    ObjectNode generated = GatewayApi.of(CONTRACT);
    String written = DEFINITION.replace(template, generated);
    JsonNode api = Template.read("t.yaml", written).section("Resources").path("Api");
    for (String property : List.of("MethodSettings", "DefinitionBody")) {
      assertThat(api.path("Properties").path(property))
          .isEqualTo(readAgain(generated.path(property)));
    }
  }

  @Test
  void aFunctionThatReadsTwoStreamsHasOneAlarmOfThem() throws IOException {
    String more =
        template.replaceFirst(
            "\n        Committed:\n",
            "\n"
                + "        More: {Type: DynamoDB, Properties: {Stream: !GetAtt"
                + " DetectionTable.StreamArn}}\n"
                + "        Committed:\n");
    assertThat(more).isNotEqualTo(template);
    assertThat(alarms(more)).isEqualTo(alarms(template));
  }

  @Test
  void twoResourcesOfOneAlarmAreTold() {
    String more =
        template.replace(
            "\n  RelayFunction:\n",
            "\n  DetectionLagAlarm: {Type: AWS::SNS::Topic}\n\n  RelayFunction:\n");
    assertThatExceptionOfType(TemplateException.class)
        .isThrownBy(() -> alarms(more))
        .withMessageContaining("DetectionLagAlarm would be the name of two resources");
  }

  @Test
  void anotherFunctionAndAnotherQueueHaveTheirAlarms() throws IOException {
    String more =
        template.replaceFirst(
            "\nResources:\n",
            """

            Resources:
              MoreDeadLetters:
                Type: AWS::SQS::Queue
              MoreFunction:
                Type: AWS::Serverless::Function
                Properties:
                  EventInvokeConfig:
                    DestinationConfig: {OnFailure: {Type: SQS, Destination: !GetAtt MoreDeadLetters.Arn}}
            """);
    ObjectNode alarms = alarms(more);
    assertThat(alarms.has("MoreErrorsAlarm")).isTrue();
    assertThat(alarms.has("MoreThrottlesAlarm")).isTrue();
    assertThat(alarms.path("MoreDeadLettersAlarm").toString()).contains("MoreDeadLetters");
    assertThat(alarms.path("Dashboard").toString()).contains("${MoreDeadLetters.QueueName}");
  }

  @Test
  void whoeverIsWiredToAQueueOrAFunctionMayReachIt() throws IOException {
    ObjectNode policies =
        policies(
            template.replaceFirst(
                "\nResources:\n",
                """

                Resources:
                  MoreQueue:
                    Type: AWS::SQS::Queue
                  MoreRule:
                    Type: AWS::Events::Rule
                    Properties: {Targets: [{Id: more, Arn: !GetAtt MoreQueue.Arn}]}
                  OtherRule:
                    Type: AWS::Events::Rule
                    Properties:
                      Targets: [{Id: x, Arn: x, DeadLetterConfig: {Arn: !GetAtt MoreQueue.Arn}}]
                  MoreSubscription:
                    Type: AWS::Logs::SubscriptionFilter
                    Properties: {LogGroupName: !Ref MoreLog, DestinationArn: !Ref MoreFunction.Alias}
                  RareSubscription:
                    Type: AWS::Logs::SubscriptionFilter
                    Condition: IsRare
                    Properties: {LogGroupName: !Ref RareLog, DestinationArn: !Ref MoreFunction.Alias}
                """));
    JsonNode queue = policies.at("/MoreQueuePolicy/Properties/PolicyDocument/Statement");
    assertThat(queue.path(0).path("Effect").asText()).isEqualTo("Deny");
    assertThat(queue.at("/1/Condition/ArnEquals/aws:SourceArn").toString())
        .isEqualTo(
            "[{\"Fn::GetAtt\":[\"MoreRule\",\"Arn\"]},{\"Fn::GetAtt\":[\"OtherRule\",\"Arn\"]}]");
    assertThat(policies.at("/MoreMayInvoke/Properties/SourceArn").toString())
        .isEqualTo("{\"Fn::GetAtt\":[\"MoreLog\",\"Arn\"]}");
    assertThat(policies.path("MoreMayInvoke").has("Condition")).isFalse();
    assertThat(policies.at("/RareMayInvoke/Condition").asText()).isEqualTo("IsRare");
    assertThat(policies.at("/RelayDeadLettersPolicy/Properties/PolicyDocument/Statement"))
        .as("the relay sends by its role")
        .hasSize(1);
    assertThat(policies.at("/UserPoolMayInvokeScopes/Properties/Principal").asText())
        .isEqualTo("cognito-idp.amazonaws.com");
  }

  @Test
  void anOpenOperationWithoutAThrottleIsRefused() throws IOException {
    Path changed = folder.resolve("openapi.yaml");
    Files.writeString(
        changed, Files.readString(CONTRACT).replaceAll(" *x-rampart-throttle: .*\n", ""));
    assertThatExceptionOfType(GenerationException.class)
        .isThrownBy(() -> GatewayApi.of(changed))
        .withMessageContaining("readContract", "x-rampart-throttle");
  }

  @Test
  void anIndexOfATableIsWatchedWithIt() throws IOException {
    JsonNode metrics =
        alarms(template).path("SubmissionsTableAlarm").path("Properties").path("Metrics");
    assertThat(metrics.toString()).contains("ReviewQueue", "ById", "ReadThrottle", "WriteThrottle");
  }

  @Test
  void whatACompositeSpeaksForGoesToTheTopicOfDetails() throws IOException {
    ObjectNode alarms = alarms(template);
    assertThat(alarms.path("ApiThrottlesAlarm").toString()).contains("DetailTopic");
    assertThat(alarms.path("RelayThrottlesAlarm").toString()).contains("SecurityTopic");
  }

  @ParameterizedTest
  @ValueSource(strings = {"begin", "end"})
  void aLostOrDoubledMarkerIsTold(String which) {
    String marker = "  # --- generated by ./rampart alarms: " + which + "\n";
    assertThat(template).contains(marker);
    for (String broken :
        new String[] {template.replace(marker, ""), template.replace(marker, marker + marker)}) {
      assertThatExceptionOfType(GenerationException.class)
          .isThrownBy(() -> ALARMS.replace(broken, JsonMapper.builder().build().createObjectNode()))
          .withMessageContaining("# --- generated by ./rampart alarms: begin");
    }
  }

  private static ObjectNode alarms(String template) throws IOException {
    return StandardAlarms.of(Template.read("t.yaml", ALARMS.without(template)));
  }

  private static ObjectNode policies(String template) throws IOException {
    return StandardPolicies.of(Template.read("t.yaml", POLICIES.without(template)));
  }

  private static JsonNode readAgain(JsonNode node) throws IOException {
    return JsonMapper.builder().build().readTree(node.toString());
  }
}
