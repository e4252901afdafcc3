package dev.rampart.local.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class SamTransformTest {
  private static final String TEMPLATE =
      """
      Transform: AWS::Serverless-2016-10-31
      Parameters:
        Stage: {Type: String, Default: dev}
      Globals:
        Function:
          Runtime: java25
          MemorySize: 512
          Environment: {Variables: {LEVEL: INFO, STAGE: !Ref Stage}}
      Conditions:
        Never: !Equals [a, b]
      Resources:
        Table:
          Type: AWS::DynamoDB::Table
          Properties: {TableName: t}
        Queue:
          Type: AWS::SQS::Queue
        Pool:
          Type: AWS::Cognito::UserPool
          Properties: {UserPoolName: people}
        Relay:
          Type: AWS::Serverless::Function
          Properties:
            FunctionName: relay
            MemorySize: 1024
            AutoPublishAlias: live
            Environment: {Variables: {LEVEL: DEBUG, POOL: !Ref Pool}}
            Events:
              Rows:
                Type: DynamoDB
                Properties: {Stream: !GetAtt Table.StreamArn, StartingPosition: LATEST}
              Jobs:
                Type: SQS
                Properties: {Queue: !GetAtt Queue.Arn, BatchSize: 10}
        Ghost:
          Type: AWS::Serverless::Function
          Condition: Never
          Properties: {AutoPublishAlias: live}
        Api:
          Type: AWS::Serverless::Api
          Properties:
            StageName: !Ref Stage
            GatewayResponses:
              DEFAULT_4XX:
                StatusCode: 418
                ResponseParameters: {Headers: {X-Frame-Options: "'DENY'"}}
                ResponseTemplates: {application/problem+json: '{}'}
            DefinitionBody:
              openapi: 3.0.1
              uri: !Sub ['x/${Alias}/y', {Alias: !Ref Relay.Alias}]
        Plan:
          Type: AWS::ApiGateway::UsagePlan
          Properties: {ApiStages: [{ApiId: !Ref Api, Stage: !Ref Api.Stage}]}
      Outputs:
        Stage: {Value: !Ref ApiStage}
      """;

  private final Stack stack = Template.read("t.yaml", TEMPLATE).stack(Map.of());

  @Test
  void globals_are_merged_under_the_functions_own_values() {
    Resource relay = stack.get("Relay");
    assertThat(relay.text("Runtime", "")).isEqualTo("java25");
    assertThat(relay.property("MemorySize").asInt()).isEqualTo(1024);
    assertThat(relay.property("Environment").path("Variables").toString())
        .contains("\"LEVEL\":\"DEBUG\"", "\"STAGE\":\"dev\"", "\"POOL\":\"eu-west-1_");
    assertThat(relay.property("Events").isMissingNode()).isTrue();
  }

  @Test
  void event_sources_become_mappings_to_the_alias() {
    Resource rows = stack.get("RelayRows");
    assertThat(rows.type()).isEqualTo("AWS::Lambda::EventSourceMapping");
    assertThat(rows.text("EventSourceArn", "")).contains(":table/t/stream/");
    assertThat(rows.text("FunctionName", ""))
        .isEqualTo("arn:aws:lambda:eu-west-1:000000000000:function:relay:live");
    assertThat(rows.text("StartingPosition", "")).isEqualTo("LATEST");
    assertThat(rows.read().fault("BatchSize", "is wrong").line()).isEqualTo(30);
    Resource jobs = stack.get("RelayJobs");
    assertThat(jobs.text("EventSourceArn", "")).startsWith("arn:aws:sqs:");
    assertThat(jobs.property("BatchSize").asInt()).isEqualTo(10);
  }

  @Test
  void the_alias_and_the_stage_can_be_referred_to() {
    assertThat(stack.get("Api").property("DefinitionBody").path("uri").asText())
        .isEqualTo("x/arn:aws:lambda:eu-west-1:000000000000:function:relay:live/y");
    assertThat(stack.get("Plan").property("ApiStages").path(0).path("Stage").asText())
        .isEqualTo("dev");
    assertThat(stack.outputs()).containsEntry("Stage", "dev");
  }

  @Test
  void gateway_responses_move_into_the_open_api_body() {
    Resource api = stack.get("Api");
    assertThat(api.property("GatewayResponses").isMissingNode()).isTrue();
    assertThat(
            api.property("DefinitionBody")
                .path("x-amazon-apigateway-gateway-responses")
                .path("DEFAULT_4XX")
                .path("responseParameters")
                .path("gatewayresponse.header.X-Frame-Options")
                .asText())
        .isEqualTo("'DENY'");
  }

  @Test
  void a_resource_whose_condition_does_not_hold_is_left_out() {
    assertThat(stack.find("Ghost")).isEmpty();
    assertThat(stack.find("GhostAliaslive")).isEmpty();
    assertThat(stack.find("Relay")).isPresent();
  }

  @Test
  void what_the_run_creates_replaces_the_plausible_names() {
    Stack running = stack.with(Map.of("Pool", PhysicalResource.of("eu-west-1_REAL")));
    assertThat(running.get("Relay").property("Environment").toString()).contains("eu-west-1_REAL");
    assertThat(stack.get("Relay").property("Environment").toString()).doesNotContain("REAL");
    PhysicalResource queue = new PhysicalResource("http://q", Map.of("Arn", "arn:q"));
    assertThat(running.with(Map.of("Queue", queue)).get("Pool").physical().ref())
        .isEqualTo("eu-west-1_REAL");
    assertThatThrownBy(() -> running.with(Map.of("Queue", PhysicalResource.of("http://q"))))
        .hasMessage(
            "t.yaml:33: Relay.Events.Jobs.Properties.EventSourceArn: the run gave no Arn for"
                + " Queue");
  }
}
