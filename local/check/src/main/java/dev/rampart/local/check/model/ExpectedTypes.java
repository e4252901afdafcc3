package dev.rampart.local.check.model;

import java.util.Set;

/** The types of resources that rules judge, in this one place. */
public final class ExpectedTypes {
  private static final Set<String> EXPECTED =
      Set.of(
          "AWS::ApiGateway::Account",
          "AWS::ApiGateway::ApiKey",
          "AWS::ApiGateway::Stage",
          "AWS::ApiGateway::UsagePlan",
          "AWS::ApiGateway::UsagePlanKey",
          "AWS::CloudWatch::Alarm",
          "AWS::CloudWatch::AnomalyDetector",
          "AWS::CloudWatch::CompositeAlarm",
          "AWS::CloudWatch::Dashboard",
          "AWS::Cognito::LogDeliveryConfiguration",
          "AWS::Cognito::UserPool",
          "AWS::Cognito::UserPoolClient",
          "AWS::Cognito::UserPoolDomain",
          "AWS::Cognito::UserPoolGroup",
          "AWS::Cognito::UserPoolResourceServer",
          "AWS::Cognito::UserPoolRiskConfigurationAttachment",
          "AWS::DynamoDB::Table",
          Types.API_DESTINATION,
          "AWS::Events::Archive",
          "AWS::Events::Connection",
          "AWS::Events::EventBus",
          "AWS::Events::EventBusPolicy",
          "AWS::Events::Rule",
          "AWS::IAM::Role",
          "AWS::IAM::RolePolicy",
          "AWS::KMS::Alias",
          "AWS::KMS::Key",
          "AWS::Lambda::Alias",
          "AWS::Lambda::EventSourceMapping",
          "AWS::Lambda::Permission",
          "AWS::Logs::LogGroup",
          "AWS::Logs::ResourcePolicy",
          "AWS::Logs::SubscriptionFilter",
          "AWS::S3::Bucket",
          "AWS::S3::BucketPolicy",
          "AWS::SNS::Subscription",
          "AWS::SNS::Topic",
          "AWS::SNS::TopicPolicy",
          "AWS::SQS::Queue",
          "AWS::SQS::QueuePolicy",
          "AWS::Scheduler::Schedule",
          "AWS::Scheduler::ScheduleGroup",
          "AWS::SecretsManager::Secret",
          "AWS::Serverless::Api",
          "AWS::Serverless::Function",
          "AWS::WAFv2::IPSet",
          "AWS::WAFv2::LoggingConfiguration",
          "AWS::WAFv2::WebACL",
          "AWS::WAFv2::WebACLAssociation");

  private ExpectedTypes() {}

  /** Says whether rules judge resources of a type. */
  public static boolean contains(String type) {
    return EXPECTED.contains(type);
  }
}
