package dev.rampart.local.run;

import dev.rampart.local.template.Coverage;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What of the template a run acts on. Nothing that is not here may look as if it were enforced. */
public final class Live {
  private static final Set<String> WHOLE = Set.of(Coverage.ALL);

  private Live() {}

  /**
   * One gate of the way of a request.
   *
   * @param live what is enforced; empty for nothing yet
   * @param missing what AWS enforces there and the run does not; empty for nothing
   */
  public record GateState(String gate, String live, String missing) {}

  /** Returns the gates in the order in which a request meets them. */
  public static List<GateState> gates() {
    return List.of(
        new GateState("edge", "framing, limits, unknown paths and methods", ""),
        new GateState("waf", "", "the web ACL with its rules and IP sets"),
        new GateState("token", "signature, issuer, times, scope of the operation", ""),
        new GateState("plan", "the API key", "throttle, burst and quota"),
        new GateState("schema", "models and required parameters", ""),
        new GateState("input", "everything: it is the function's own", ""),
        new GateState("inspection", "everything: it is the function's own", ""),
        new GateState("domain", "everything: it is the function's own", ""));
  }

  /** Returns the resource types and properties that a run acts on or knowingly leaves undone. */
  static Coverage coverage() {
    return new Coverage(live(), left());
  }

  private static Map<String, Set<String>> live() {
    return Map.ofEntries(
        Map.entry(
            "AWS::Serverless::Api",
            Set.of(
                "Name",
                "StageName",
                "OpenApiVersion",
                "ApiKeySourceType",
                "DefinitionBody",
                "AccessLogSetting")),
        Map.entry(
            "AWS::Serverless::Function",
            Set.of(
                "Handler",
                "CodeUri",
                "MemorySize",
                "Timeout",
                "ReservedConcurrentExecutions",
                "AutoPublishAlias",
                "Environment")),
        Map.entry("AWS::Lambda::Alias", WHOLE),
        Map.entry("AWS::Lambda::EventSourceMapping", WHOLE),
        Map.entry("AWS::ApiGateway::ApiKey", WHOLE),
        Map.entry("AWS::ApiGateway::Stage", WHOLE),
        Map.entry("AWS::Cognito::UserPool", WHOLE),
        Map.entry("AWS::Cognito::UserPoolClient", WHOLE),
        Map.entry("AWS::Cognito::UserPoolDomain", WHOLE),
        Map.entry("AWS::Cognito::UserPoolGroup", WHOLE),
        Map.entry("AWS::Cognito::UserPoolResourceServer", WHOLE),
        Map.entry(
            "AWS::DynamoDB::Table",
            Set.of(
                "TableName",
                "AttributeDefinitions",
                "KeySchema",
                "LocalSecondaryIndexes",
                "GlobalSecondaryIndexes",
                "BillingMode",
                "TimeToLiveSpecification",
                "StreamSpecification")),
        Map.entry("AWS::Events::EventBus", Set.of("Name")),
        Map.entry("AWS::Events::Rule", WHOLE),
        Map.entry("AWS::SQS::Queue", WHOLE),
        Map.entry("AWS::SecretsManager::Secret", Set.of("GenerateSecretString")));
  }

  private static Map<String, Set<String>> left() {
    return Map.ofEntries(
        Map.entry(
            "AWS::Serverless::Api",
            Set.of(
                "Description",
                "EndpointConfiguration",
                "SecurityPolicy",
                "EndpointAccessMode",
                "FailOnWarnings",
                "TracingEnabled",
                "MethodSettings",
                "Tags")),
        Map.entry(
            "AWS::Serverless::Function",
            Set.of(
                "Description",
                "Role",
                "Runtime",
                "Architectures",
                "Tracing",
                "SnapStart",
                "RecursiveLoop",
                "KmsKeyArn",
                "AutoPublishAliasAllProperties",
                "LoggingConfig",
                "EventInvokeConfig",
                "DeploymentPreference",
                "Tags")),
        Map.entry("AWS::ApiGateway::Account", WHOLE),
        Map.entry("AWS::ApiGateway::UsagePlan", WHOLE),
        Map.entry("AWS::ApiGateway::UsagePlanKey", WHOLE),
        Map.entry("AWS::CloudWatch::Alarm", WHOLE),
        Map.entry("AWS::CloudWatch::AnomalyDetector", WHOLE),
        Map.entry("AWS::CloudWatch::CompositeAlarm", WHOLE),
        Map.entry("AWS::CloudWatch::Dashboard", WHOLE),
        Map.entry("AWS::Cognito::LogDeliveryConfiguration", WHOLE),
        Map.entry("AWS::Cognito::UserPoolRiskConfigurationAttachment", WHOLE),
        Map.entry(
            "AWS::DynamoDB::Table",
            Set.of(
                "OnDemandThroughput",
                "PointInTimeRecoverySpecification",
                "DeletionProtectionEnabled",
                "SSESpecification",
                "Tags")),
        Map.entry("AWS::Events::Archive", WHOLE),
        Map.entry(
            "AWS::Events::EventBus",
            Set.of("Description", "KmsKeyIdentifier", "DeadLetterConfig", "LogConfig", "Tags")),
        Map.entry("AWS::Events::EventBusPolicy", WHOLE),
        Map.entry("AWS::IAM::Role", WHOLE),
        Map.entry("AWS::KMS::Alias", WHOLE),
        Map.entry("AWS::KMS::Key", WHOLE),
        Map.entry("AWS::Lambda::Permission", WHOLE),
        Map.entry("AWS::Logs::LogGroup", WHOLE),
        Map.entry("AWS::Logs::ResourcePolicy", WHOLE),
        Map.entry("AWS::Logs::SubscriptionFilter", WHOLE),
        Map.entry("AWS::SNS::Subscription", WHOLE),
        Map.entry("AWS::SNS::Topic", WHOLE),
        Map.entry("AWS::SNS::TopicPolicy", WHOLE),
        Map.entry("AWS::SQS::QueuePolicy", WHOLE),
        Map.entry("AWS::SecretsManager::Secret", Set.of("Name", "Description", "KmsKeyId")),
        Map.entry("AWS::WAFv2::IPSet", WHOLE),
        Map.entry("AWS::WAFv2::LoggingConfiguration", WHOLE),
        Map.entry("AWS::WAFv2::WebACL", WHOLE),
        Map.entry("AWS::WAFv2::WebACLAssociation", WHOLE));
  }
}
