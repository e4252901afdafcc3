package dev.rampart.local.posture;

import java.util.List;
import java.util.stream.Stream;

/** What the rules of the API have to notice. */
final class ApiBreaks {
  private static final String API = "Api";
  private static final String FORMAT = "AccessLogSetting/Format";
  private static final String BODY = "DefinitionBody/";
  private static final String PATH = BODY + "paths/~1v1~1submissions/";
  private static final String POST = PATH + "post/";
  private static final String PREFLIGHT = PATH + "options/";
  private static final String INTEGRATION = "x-amazon-apigateway-integration/";
  private static final String SCHEMES = BODY + "components/securitySchemes/";
  private static final String ANSWERS = BODY + "x-amazon-apigateway-gateway-responses/";
  private static final String HEADER = "/responseParameters/gatewayresponse.header.";
  private static final String JSON = "/responseTemplates/application~1json";
  private static final String ACCOUNT = "ApiGatewayAccount";
  private static final String LOG_ROLE = "ApiGatewayLogRole";
  private static final String WRITE_LOGS = "Policies/0/PolicyDocument/Statement/Sid=WriteLogs/";
  private static final String READ_LOGS = "Policies/0/PolicyDocument/Statement/Sid=ReadItsOwnLogs/";

  private ApiBreaks() {}

  static List<Break> all() {
    return Stream.of(accessLog(), stage(), account(), refusals(), operations(), callers(), plans())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Break> accessLog() {
    return List.of(
        Break.text("API-02", API, FORMAT, "$context.status", "$context.path"),
        Break.put("API-02", API, "AccessLogSetting/DestinationArn", "\"arn:aws:logs:::x\""),
        Break.drop("API-02", API, "AccessLogSetting"),
        Break.text("API-03", API, FORMAT, "\"}", "\""),
        Break.text("API-03", API, FORMAT, "\"$context.responseLatency\"", "$context.status"),
        Break.text("API-04", API, FORMAT, "apiKeyId", "apiKey"),
        Break.text("API-04", API, FORMAT, "claims.sub", "claims.email"),
        Break.text("API-04", API, FORMAT, "claims.sub", "claims"),
        Break.text("API-04", API, FORMAT, "$context.path", "$input.body"),
        Break.text("API-05", API, FORMAT, "$context.error.responseType", "-"),
        Break.text("API-05", API, FORMAT, "$context.waf.status", "-"));
  }

  private static List<Break> stage() {
    return List.of(
        Break.withoutType("API-01", "AWS::Serverless::Api"),
        Break.with("API-01", "Second", "{\"Type\": \"AWS::ApiGatewayV2::Api\"}"),
        Break.put("API-06", API, "MethodSettings/0/LoggingLevel", "\"OFF\""),
        Break.drop("API-06", API, "MethodSettings/0"),
        Break.put("API-07", API, "MethodSettings/1/DataTraceEnabled", "true"),
        Break.drop("API-07", API, "MethodSettings/0/DataTraceEnabled"),
        Break.put("API-08", API, "MethodSettings/2/MetricsEnabled", "false"),
        Break.drop("API-09", API, "MethodSettings/0/ThrottlingRateLimit"),
        Break.put("API-09", API, "MethodSettings/0/ThrottlingRateLimit", "10001"),
        Break.put("API-09", API, "MethodSettings/0/ThrottlingBurstLimit", "10000"),
        Break.put("API-09", API, "MethodSettings/1/ThrottlingRateLimit", "-1"),
        Break.section("API-09", "Mappings/Presets/large/StageRate", "1000000"),
        Break.put("API-10", API, "TracingEnabled", "false"),
        Break.put("API-11", API, "MethodSettings/0/CachingEnabled", "true"),
        Break.put("API-11", API, "CacheClusterEnabled", "true"),
        Break.without("API-12", "ApiFirewall"),
        Break.text("API-12", "ApiFirewall", "ResourceArn", "${Api.Stage}", "dev"),
        Break.put(
            "API-12", "ApiFirewall", "WebACLArn", "{\"Fn::GetAtt\": [\"BlockedIpv4\", \"Arn\"]}"),
        Break.put("API-15", API, "FailOnWarnings", "false"),
        Break.put("API-16", API, "ApiKeySourceType", "\"AUTHORIZER\""),
        Break.put("API-16", API, BODY + "x-amazon-apigateway-api-key-source", "\"AUTHORIZER\""),
        Break.put("API-17", API, "MinimumCompressionSize", "0"),
        Break.put("API-17", API, BODY + "x-amazon-apigateway-minimum-compression-size", "0"),
        Break.drop("API-18", API, "SecurityPolicy"),
        Break.put("API-18", API, "SecurityPolicy", "\"TLS_1_0\""),
        Break.put("API-18", API, "EndpointAccessMode", "\"BASIC\""),
        Break.put("API-42", API, BODY + "x-amazon-apigateway-policy", "{\"Statement\": []}"),
        Break.put(
            "API-42", API, "Auth", "{\"ResourcePolicy\": {\"IpRangeWhitelist\": [\"0.0.0.0/0\"]}}"),
        Break.put("API-42", API, "EndpointConfiguration/Type", "\"EDGE\""),
        Break.drop("API-46", API, "OpenApiVersion"),
        Break.put("API-46", API, "OpenApiVersion", "\"2.0\""),
        Break.put("API-47", API, "MethodSettings/1/ResourcePath", "\"/~1v1~1helth\""),
        Break.put("API-47", API, "MethodSettings/1/HttpMethod", "\"PUT\""),
        Break.put("API-36", "ProgramKey", "CustomerId", "\"somebody\""),
        Break.put("API-42", API, "CanarySetting", "{\"PercentTraffic\": 100}"),
        Break.put("API-42", API, "Cors", "\"'*'\""));
  }

  private static List<Break> account() {
    return List.of(
        Break.drop("API-13", API, "Tags/logs"),
        Break.withoutType("API-14", "AWS::ApiGateway::Account"),
        Break.put("API-14", ACCOUNT, "CloudWatchRoleArn", "\"arn:aws:iam:::role/other\""),
        Break.beside("API-43", ACCOUNT, "DependsOn", "[]"),
        Break.drop("API-44", API, "Tags/execution-log"),
        Break.put("API-44", "ExecutionLogGroup", "LogGroupName", "\"API-Gateway-Executions\""),
        Break.put(
            "API-45",
            LOG_ROLE,
            "AssumeRolePolicyDocument/Statement/0/Condition",
            "{\"StringEquals\": {\"aws:SourceAccount\": {\"Ref\": \"AWS::AccountId\"}}}"),
        Break.put(
            "API-45",
            LOG_ROLE,
            "ManagedPolicyArns",
            "[\"arn:aws:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs\"]"),
        Break.put("API-45", LOG_ROLE, READ_LOGS + "Resource", "\"*\""),
        Break.text("API-45", LOG_ROLE, READ_LOGS + "Resource", "API-Gateway-Execution-Logs_*", "*"),
        Break.append("API-45", LOG_ROLE, WRITE_LOGS + "Action", "\"logs:DeleteLogGroup\""),
        Break.put("API-45", LOG_ROLE, WRITE_LOGS + "Effect", "\"Deny\""));
  }

  private static List<Break> refusals() {
    return List.of(
        Break.drop("API-19", API, ANSWERS + "WAF_FILTERED"),
        Break.put("API-19", API, ANSWERS + "UNAUTHORIZED/statusCode", "\"200\""),
        Break.drop("API-20", API, ANSWERS + "THROTTLED" + HEADER + "Content-Type"),
        Break.put("API-20", API, ANSWERS + "THROTTLED/statusCode", "\"403\""),
        Break.put("API-20", API, ANSWERS + "ACCESS_DENIED" + JSON, "\"{\\\"message\\\": 1\""),
        Break.text("API-20", API, ANSWERS + "ACCESS_DENIED" + JSON, "\"gate\":", "\"port\":"),
        Break.drop(
            "API-21", API, ANSWERS + "UNAUTHORIZED" + HEADER + "Access-Control-Allow-Origin"),
        Break.drop("API-22", API, ANSWERS + "DEFAULT_5XX" + HEADER + "X-Content-Type-Options"),
        Break.put(
            "API-22", API, ANSWERS + "DEFAULT_4XX" + HEADER + "Cache-Control", "\"'public'\""),
        Break.drop("API-22", API, ANSWERS + "DEFAULT_4XX" + HEADER + "Strict-Transport-Security"),
        Break.text(
            "API-41",
            API,
            ANSWERS + "BAD_REQUEST_BODY" + JSON,
            "The body is",
            "$context.error.validationErrorString is"),
        Break.text(
            "API-41",
            API,
            ANSWERS + "ACCESS_DENIED" + JSON,
            "\"detail\":\"",
            "\"detail\":\"$context.authorizer.claims.email"),
        Break.put("API-41", API, ANSWERS + "DEFAULT_4XX" + HEADER + "X-T", "{\"Ref\": \"Secret\"}"),
        Break.put(
            "API-41",
            API,
            ANSWERS + "DEFAULT_4XX" + HEADER + "X-T",
            "\"method.request.header.Authorization\""));
  }

  private static List<Break> operations() {
    return List.of(
        Break.put("API-23", API, PREFLIGHT + "security", "[{\"api_key\": []}]"),
        Break.put(
            "API-23", API, PREFLIGHT + INTEGRATION + "passthroughBehavior", "\"when_no_match\""),
        Break.put("API-23", API, PREFLIGHT + INTEGRATION + "type", "\"http_proxy\""),
        Break.put("API-27", API, POST + "x-amazon-apigateway-request-validator", "\"none\""),
        Break.put(
            "API-27",
            API,
            BODY + "x-amazon-apigateway-request-validators/all/validateRequestBody",
            "false"),
        Break.drop("API-28", API, POST + "requestBody"),
        Break.put("API-28", API, BODY + "components/schemas/NewSubmission", "{}"),
        Break.drop("API-28", API, BODY + "components/schemas/NewSubmission/maxProperties"),
        Break.put("API-28", API, POST + "requestBody/required", "false"),
        Break.put("API-29", API, BODY + "paths/~1v1~1{proxy+}", "{\"get\": {\"security\": []}}"),
        Break.put("API-29", API, PATH + "x-amazon-apigateway-any-method", "{\"security\": []}"),
        Break.put("API-29", API, POST + "x-amazon-apigateway-auth", "{\"type\": \"NONE\"}"),
        Break.put(
            "API-30",
            API,
            ANSWERS + "DEFAULT_4XX" + HEADER + "Access-Control-Allow-Origin",
            "\"'*'\""),
        Break.put(
            "API-30",
            API,
            PREFLIGHT
                + INTEGRATION
                + "responses/default/responseParameters/"
                + "method.response.header.Access-Control-Allow-Origin",
            "\"'null'\""),
        Break.put(
            "API-30",
            API,
            PREFLIGHT
                + INTEGRATION
                + "responses/default/responseParameters/"
                + "method.response.header.Access-Control-Allow-Credentials",
            "\"'true'\""),
        Break.section(
            "API-30", "Parameters/AllowedOrigin", "{\"Type\": \"String\", \"Default\": \"*\"}"),
        Break.put("API-31", API, BODY + "paths", "{}"));
  }

  private static List<Break> callers() {
    return List.of(
        Break.put("API-24", API, POST + "security", "[{\"api_key\": []}]"),
        Break.put("API-24", API, SCHEMES + "cognito/x-amazon-apigateway-authtype", "\"custom\""),
        Break.put(
            "API-24",
            API,
            SCHEMES + "cognito/x-amazon-apigateway-authorizer/providerARNs",
            "[\"arn:aws:cognito-idp:::userpool/other\"]"),
        Break.append(
            "API-24",
            API,
            SCHEMES + "cognito/x-amazon-apigateway-authorizer/providerARNs",
            "\"arn:aws:cognito-idp:::userpool/other\""),
        Break.put("API-25", API, POST + "security/0/cognito", "[]"),
        Break.put("API-25", API, POST + "security/0/cognito", "[\"openid\"]"),
        Break.drop("API-26", API, POST + "security/1"),
        Break.put("API-26", API, SCHEMES + "api_key/in", "\"query\""),
        Break.put("API-37", API, POST + "security/0/cognito", "[\"rampart/submissions.read\"]"),
        Break.append("API-37", API, POST + "security/0/cognito", "\"rampart/threats.read\""),
        Break.drop("API-38", API, POST + "security"),
        Break.put("API-38", API, "Auth", "{\"DefaultAuthorizer\": \"NONE\"}"));
  }

  private static List<Break> plans() {
    return List.of(
        Break.withoutType("API-32", "AWS::ApiGateway::UsagePlan"),
        Break.put("API-32", "ProgramPlan", "ApiStages", "[]"),
        Break.drop("API-33", "ProgramPlan", "Quota"),
        Break.drop("API-33", "WebPlan", "Throttle/BurstLimit"),
        Break.put("API-33", "ProgramPlan", "Quota/Period", "\"MONTH\""),
        Break.section("API-33", "Mappings/Presets/prod/PlanRate", "100000"),
        Break.put("API-34", "WebPlan", "ApiStages/0/Stage", "\"dev\""),
        Break.without("API-35", "ProgramKeyInPlan"),
        Break.put("API-35", "WebKeyInPlan", "KeyId", "\"abc\""),
        Break.put("API-35", "WebKey", "Enabled", "false"),
        Break.put("API-36", "ProgramKey", "Value", "\"0123456789abcdefghij\""));
  }
}
