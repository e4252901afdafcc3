package dev.rampart.local.posture;

import java.util.List;
import java.util.stream.Stream;

/** What the rules of functions have to notice. */
final class FunctionBreaks {
  private static final String API = "ApiFunction";
  private static final String RELAY = "RelayFunction";
  private static final String EDGELOG = "EdgelogFunction";
  private static final String VARIABLES = "Environment/Variables/";
  private static final String STREAM = "Events/Committed/Properties/";
  private static final String QUEUE = "Events/Signals/Properties/";
  private static final String GLOBALS = "Globals/Function/";

  private FunctionBreaks() {}

  static List<Break> all() {
    return Stream.of(settings(), environment(), failures(), callers())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Break> settings() {
    return List.of(
        new Break(
            "FN-01",
            "no function",
            template -> {
              template.remove("Outputs");
              template.putObject("Resources").putObject("Other").put("Type", "AWS::SNS::Topic");
            }),
        Break.put(
            "FN-24",
            "ApiFunction",
            "Environment/Variables/AWS_ENDPOINT_URL_DYNAMODB",
            "\"https://x.example.com\""),
        Break.put(
            "FN-24",
            "ApiFunction",
            "Environment/Variables/https_proxy",
            "\"http://x.example.com\""),
        Break.put(
            "FN-17",
            "EdgelogFunction",
            "EventInvokeConfig/DestinationConfig/OnSuccess",
            "{\"Type\": \"SQS\", \"Destination\": \"arn:aws:sqs:::x\"}"),
        Break.section("FN-02", GLOBALS + "Runtime", "\"java21\""),
        Break.put("FN-03", RELAY, "Architectures", "[\"x86_64\"]"),
        Break.put("FN-04", API, "Timeout", "30"),
        Break.put("FN-04", "ScopesFunction", "Timeout", "10"),
        Break.section("FN-04", GLOBALS + "Timeout", "900"),
        Break.section("FN-05", GLOBALS + "MemorySize", "10240"),
        Break.put("FN-06", API, "Tracing", "\"PassThrough\""),
        Break.section(
            "FN-07", GLOBALS + "ReservedConcurrentExecutions", "{\"Ref\":\"AWS::NoValue\"}"),
        Break.put("FN-07", RELAY, "ReservedConcurrentExecutions", "0"),
        Break.section("FN-08", GLOBALS + "SnapStart/ApplyOn", "\"None\""),
        Break.section("FN-09", GLOBALS + "AutoPublishAlias", "\"\""),
        Break.put(
            "FN-10",
            "Api",
            "DefinitionBody/paths/~1v1~1submissions/post/x-amazon-apigateway-integration/uri",
            "{\"Fn::Sub\": \"arn:aws:apigateway:x:lambda:path/2015-03-31/functions/"
                + "${ApiFunction.Arn}/invocations\"}"),
        Break.put(
            "FN-10",
            "Api",
            "DefinitionBody/paths/~1v1~1submissions/get/x-amazon-apigateway-integration/type",
            "\"aws\""),
        Break.put("FN-11", "DetectionFunction", "LoggingConfig/LogFormat", "\"Text\""),
        Break.put("FN-12", "DetectionFunction", "LoggingConfig/LogGroup", "\"/aws/lambda/x\""),
        Break.put("FN-12", RELAY, "LoggingConfig/LogGroup", "{\"Ref\": \"EdgelogLogGroup\"}"),
        Break.section("FN-13", GLOBALS + "KmsKeyArn", "\"arn:aws:kms:::key/other\""),
        Break.put("FN-15", API, "Role", "\"arn:aws:iam::aws:role/shared\""),
        Break.put("FN-18", API, "RecursiveLoop", "\"Allow\""),
        Break.put("FN-19", RELAY, "Role", "{\"Fn::GetAtt\": [\"EdgelogRole\", \"Arn\"]}"),
        Break.with(
            "FN-20",
            "Url",
            "{\"Type\": \"AWS::Lambda::Url\", \"Properties\": {\"AuthType\": \"NONE\"}}"),
        Break.put("FN-20", API, "FunctionUrlConfig", "{\"AuthType\": \"NONE\"}"),
        Break.put("FN-23", API, "Layers", "[\"arn:aws:lambda:eu-west-1::layer:agent:1\"]"),
        Break.put("FN-23", API, "VpcConfig", "{\"SubnetIds\": [\"subnet-1\"]}"),
        Break.put("FN-23", API, "FileSystemConfigs", "[{\"Arn\": \"arn:aws:efs:::x\"}]"),
        Break.put("FN-23", API, "Policies", "[\"AdministratorAccess\"]"));
  }

  private static List<Break> environment() {
    return List.of(
        Break.put("FN-14", API, VARIABLES + "DB_PASSWORD", "\"hunter2\""),
        Break.put("FN-14", API, VARIABLES + "KEY", "\"{{resolve:secretsmanager:x}}\""),
        Break.put("FN-14", API, VARIABLES + "X", "\"AKIA" + "ABCDEFGHIJKLMNOP\""),
        Break.put("FN-24", API, VARIABLES + "JAVA_TOOL_OPTIONS", "\"-javaagent:/opt/a.jar\""),
        Break.put("FN-24", API, VARIABLES + "_JAVA_OPTIONS", "\"-Xdebug\""),
        Break.put("FN-24", API, VARIABLES + "AWS_LAMBDA_EXEC_WRAPPER", "\"/opt/wrapper\""),
        Break.put("FN-25", API, VARIABLES + "POWERTOOLS_LOG_LEVEL", "\"DEBUG\""),
        Break.put("FN-25", API, VARIABLES + "POWERTOOLS_LOG_LEVEL", "\"WARN\""),
        Break.put("FN-25", "SecurityFunction", VARIABLES + "LOG_LEVEL", "\"ERROR\""),
        Break.section("FN-25", GLOBALS + "Environment/Variables/POWERTOOLS_LOG_LEVEL", "\"ERROR\""),
        Break.put("FN-25", API, VARIABLES + "POWERTOOLS_LOGGER_LOG_EVENT", "\"true\""),
        Break.put("FN-25", API, "LoggingConfig/ApplicationLogLevel", "\"DEBUG\""),
        Break.put("FN-25", API, "LoggingConfig/ApplicationLogLevel", "\"WARN\""),
        Break.put("FN-25", API, "LoggingConfig/SystemLogLevel", "\"TRACE\""));
  }

  private static List<Break> failures() {
    return List.of(
        Break.drop("FN-16", EDGELOG, "EventInvokeConfig"),
        Break.put(
            "FN-16",
            EDGELOG,
            "EventInvokeConfig/DestinationConfig/OnFailure/Destination",
            "\"arn:aws:sqs:::x\""),
        Break.drop("FN-17", EDGELOG, "EventInvokeConfig/MaximumRetryAttempts"),
        Break.put("FN-17", EDGELOG, "EventInvokeConfig/MaximumRetryAttempts", "0"),
        Break.put("FN-17", EDGELOG, "EventInvokeConfig/MaximumEventAgeInSeconds", "60"),
        Break.put("FN-26", RELAY, STREAM + "StartingPosition", "\"LATEST\""),
        Break.put("FN-26", RELAY, STREAM + "MaximumRetryAttempts", "10000"),
        Break.put("FN-26", RELAY, STREAM + "MaximumRetryAttempts", "0"),
        Break.put("FN-26", RELAY, STREAM + "MaximumRecordAgeInSeconds", "86400"),
        Break.put("FN-26", RELAY, STREAM + "MaximumRecordAgeInSeconds", "-1"),
        Break.drop("FN-26", RELAY, STREAM + "BisectBatchOnFunctionError"),
        Break.drop("FN-26", RELAY, STREAM + "DestinationConfig"),
        Break.put("FN-27", "DetectionQueue", "VisibilityTimeout", "30"),
        Break.put("FN-27", "DetectionFunction", "Timeout", "60"),
        Break.put("FN-28", RELAY, STREAM + "Enabled", "false"),
        Break.put(
            "FN-28", RELAY, STREAM + "FilterCriteria", "{\"Filters\": [{\"Pattern\": \"{}\"}]}"),
        Break.put("FN-28", "DetectionFunction", QUEUE + "BatchSize", "10000"),
        Break.put("FN-28", "DetectionFunction", QUEUE + "MaximumBatchingWindowInSeconds", "300"),
        Break.drop("FN-28", "DetectionFunction", QUEUE + "FunctionResponseTypes"),
        Break.put(
            "FN-29",
            "RelayRole",
            "Policies/0/PolicyDocument/Statement/Sid=KeepFailures/Resource",
            "{\"Fn::GetAtt\": [\"EdgelogDeadLetters\", \"Arn\"]}"),
        Break.put(
            "FN-29",
            "EdgelogRole",
            "Policies/0/PolicyDocument/Statement/Sid=KeepFailures/Effect",
            "\"Deny\""),
        Break.drop("FN-30", "ApiRole", "Policies/0/PolicyDocument/Statement/Sid=WriteOwnLog"),
        Break.put(
            "FN-30", "ApiRole", "Policies/0/PolicyDocument/Statement/Sid=Trace/Effect", "\"Deny\""),
        Break.put(
            "FN-30",
            "DetectionRole",
            "Policies/0/PolicyDocument/Statement/Sid=TakeSignals/Action",
            "[\"sqs:ReceiveMessage\"]"));
  }

  private static List<Break> callers() {
    return List.of(
        Break.drop("FN-21", "ApiMayInvoke", "SourceArn"),
        Break.text("FN-21", "ApiMayInvoke", "SourceArn", "/v1/*", "/*"),
        Break.text("FN-21", "ApiMayInvoke", "SourceArn", "${Api.Stage}", "*"),
        Break.text("FN-21", "ApiMayInvoke", "SourceArn", "${Api}/", "*/"),
        Break.drop("FN-21", "ApiMayInvoke", "SourceAccount"),
        Break.put("FN-21", "ApiMayInvoke", "Principal", "\"*\""),
        Break.put("FN-21", "ApiMayInvoke", "Principal", "\"s3.amazonaws.com\""),
        Break.put("FN-21", "UserPoolMayInvokeScopes", "SourceArn", "\"*\""),
        Break.put(
            "FN-21",
            "FirewallLogMayInvoke",
            "SourceArn",
            "{\"Fn::Sub\": \"arn:aws:logs:*:*:log-group:${FirewallLogGroup}*\"}"),
        Break.drop("FN-22", "AccessLogMayInvoke", "SourceAccount"),
        Break.put("FN-22", "AccessLogMayInvoke", "SourceArn", "\"arn:aws:logs:::*\""),
        Break.put("FN-31", "ApiMayInvoke", "FunctionName", "{\"Ref\": \"ApiFunction\"}"),
        Break.put(
            "FN-31",
            "ApiMayInvoke",
            "FunctionName",
            "{\"Fn::GetAtt\": [\"ApiFunction\", \"Arn\"]}"),
        Break.put("FN-31", "ApiMayInvoke", "Action", "\"lambda:*\""),
        Break.put("FN-31", "ApiMayInvoke", "FunctionUrlAuthType", "\"NONE\""));
  }
}
