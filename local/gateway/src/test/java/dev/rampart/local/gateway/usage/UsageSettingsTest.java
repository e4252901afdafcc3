package dev.rampart.local.gateway.usage;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rampart.local.gateway.definition.ApiDefinition;
import dev.rampart.local.template.Properties;
import dev.rampart.local.template.Stack;
import dev.rampart.local.template.Template;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What of keys, plans and throttles is not understood is named with its line. */
final class UsageSettingsTest {
  private static final String TEMPLATE =
      """
      Transform: AWS::Serverless-2016-10-31
      Resources:
        Api:
          Type: AWS::Serverless::Api
          Properties:
            StageName: dev
            MethodSettings: [{ResourcePath: '/*', HttpMethod: '*'}]
            DefinitionBody:
              paths:
                /a:
                  get:
                    x-amazon-apigateway-integration:
                      {type: mock, passthroughBehavior: never, responses: {default: {}}}
        Key: {Type: 'AWS::ApiGateway::ApiKey', Properties: {Enabled: true}}
        Plan: {Type: 'AWS::ApiGateway::UsagePlan', Properties: {ApiStages: [{ApiId: !Ref Api, Stage: dev}]}}
        Other: {Type: 'AWS::ApiGateway::UsagePlan', Properties: {ApiStages: [{ApiId: !Ref Api, Stage: dev}]}}
        KeyInPlan:
          {Type: 'AWS::ApiGateway::UsagePlanKey', Properties: {KeyId: !Ref Key, KeyType: API_KEY, UsagePlanId: !Ref Plan}}
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "'/*', HttpMethod: '*';'/*', HttpMethod: GET"
            + ";Api.MethodSettings.0.ResourcePath and HttpMethod name no method of the API: */GET",
        "'/*', HttpMethod: '*';/~1b, HttpMethod: GET"
            + ";Api.MethodSettings.0.ResourcePath and HttpMethod name no method of the API: /b/GET",
        "'/*', HttpMethod: '*';/a, HttpMethod: GET"
            + ";Api.MethodSettings.0.ResourcePath and HttpMethod name no method of the API: a/GET",
        "'/*', HttpMethod: '*';/~1a, HttpMethod: GET, CachingEnabled: true"
            + ";Api.MethodSettings.0.CachingEnabled is true, and the local run has no cache",
        "'/*', HttpMethod: '*';'/*', HttpMethod: '*', ThrottlingRateLimit: 1"
            + ";Api.MethodSettings.0.ThrottlingBurstLimit is missing beside the other",
        "'/*', HttpMethod: '*';'/*', HttpMethod: '*', ThrottlingRateLimit: -1,"
            + " ThrottlingBurstLimit: 1;Api.MethodSettings.0.ThrottlingRateLimit is not from 0.0 to"
            + " 1000000.0",
        "'/*', HttpMethod: '*'};'/*', HttpMethod: '*'}, {ResourcePath: '/*', HttpMethod: '*'}"
            + ";Api.MethodSettings.1.ResourcePath has settings of its method already",
        "'/*', HttpMethod: '*';'/*', HttpMethod: '*', Other: 1"
            + ";Api.MethodSettings.0.Other is not known to the local run",
        "Enabled: true;Enabled: perhaps;Key.Enabled is neither true nor false",
        "Enabled: true;Enabled: true, StageKeys: [];Key.StageKeys is not known to the local run",
        "ApiId: !Ref Api;ApiId: other;Plan.ApiStages.0.ApiId is not the API of the template",
        "Stage: dev;Stage: prod;Plan.ApiStages.0.Stage is not the stage of the API",
        "Stage: dev}];Stage: dev, Throttle: {/b/GET: {}}}]"
            + ";Plan.ApiStages.0.Throttle./b/GET is no method of the API, as a path and /METHOD",
        "Stage: dev}];Stage: dev}], Throttle: {RateLimit: NaN, BurstLimit: 1}"
            + ";Plan.Throttle.RateLimit is not a number",
        "Stage: dev}];Stage: dev}], Throttle: {BurstLimit: 1}"
            + ";Plan.Throttle.RateLimit is missing beside the other",
        "Stage: dev}];Stage: dev}], Quota: {Limit: 1};Plan.Quota.Period is missing",
        "Stage: dev}];Stage: dev}], Quota: {Period: DAY};Plan.Quota.Limit is missing",
        "Stage: dev}];Stage: dev}], Quota: {Limit: 1, Period: YEAR}"
            + ";Plan.Quota.Period is not DAY or MONTH or WEEK",
        "Stage: dev}];Stage: dev}], Quota: {Limit: 1, Period: DAY, Offset: 1}"
            + ";Plan.Quota.Offset is not from 0 to 0",
        "Stage: dev}];Stage: dev}], Quota: {Limit: 1, Period: WEEK, Offset: 7}"
            + ";Plan.Quota.Offset is not from 0 to 6",
        "KeyId: !Ref Key;KeyId: other;KeyInPlan.KeyId is no API key of the template",
        "UsagePlanId: !Ref Plan;UsagePlanId: x;KeyInPlan.UsagePlanId is no usage plan of the"
            + " template",
        "KeyType: API_KEY;KeyType: OTHER;KeyInPlan.KeyType is not API_KEY",
      })
  void what_is_wrong_is_told_with_its_line(String part, String broken, String message) {
    String text = TEMPLATE.replaceFirst(Pattern.quote(part), "BROKEN");
    Stack stack = Template.read("t.yaml", text.replace("BROKEN", broken)).stack(Map.of());

    assertThatThrownBy(() -> read(stack))
        .hasMessageMatching("t\\.yaml:[0-9]+: .*")
        .hasMessageContaining(message);
  }

  @Test
  void a_key_in_two_plans_of_a_stage_is_refused() {
    String text =
        TEMPLATE
            + """
              Twice:
                Type: AWS::ApiGateway::UsagePlanKey
                Properties: {KeyId: !Ref Key, KeyType: API_KEY, UsagePlanId: !Ref Other}
            """;

    assertThatThrownBy(() -> read(Template.read("t.yaml", text).stack(Map.of())))
        .hasMessageMatching("t\\.yaml:[0-9]+: .*")
        .hasMessageContaining("Twice.KeyId is in another usage plan of the same stage already");
  }

  private static void read(Stack stack) {
    Properties api = stack.get("Api").read();
    ApiDefinition definition = ApiDefinition.read(api, "000000000000");
    List<Properties> keys = ofType(stack, "AWS::ApiGateway::ApiKey");
    List<Properties> plans = ofType(stack, "AWS::ApiGateway::UsagePlan");
    List<Properties> members = ofType(stack, "AWS::ApiGateway::UsagePlanKey");
    UsageSettings _ = UsageSettings.read(keys, plans, members, definition);
    api.end();
    Stream.of(keys, plans, members).flatMap(List::stream).forEach(Properties::end);
  }

  private static List<Properties> ofType(Stack stack, String type) {
    return UsageStacks.ofType(stack, type);
  }
}
