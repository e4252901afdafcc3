package dev.rampart.local.check.model;

/** The resource types that rules speak of more than once. */
public final class Types {
  public static final String API = "AWS::Serverless::Api";
  public static final String ALARM = "AWS::CloudWatch::Alarm";
  public static final String ALIAS = "AWS::Lambda::Alias";
  public static final String API_DESTINATION = "AWS::Events::ApiDestination";
  public static final String BUS = "AWS::Events::EventBus";
  public static final String COMPOSITE_ALARM = "AWS::CloudWatch::CompositeAlarm";
  public static final String FUNCTION = "AWS::Serverless::Function";
  public static final String KEY = "AWS::KMS::Key";
  public static final String LOG_GROUP = "AWS::Logs::LogGroup";
  public static final String MAPPING = "AWS::Lambda::EventSourceMapping";
  public static final String PERMISSION = "AWS::Lambda::Permission";
  public static final String QUEUE = "AWS::SQS::Queue";
  public static final String ROLE = "AWS::IAM::Role";
  public static final String RULE = "AWS::Events::Rule";
  public static final String SCHEDULE = "AWS::Scheduler::Schedule";
  public static final String SECRET = "AWS::SecretsManager::Secret";
  public static final String STAGE = "AWS::ApiGateway::Stage";
  public static final String SUBSCRIPTION_FILTER = "AWS::Logs::SubscriptionFilter";
  public static final String TABLE = "AWS::DynamoDB::Table";
  public static final String TOPIC = "AWS::SNS::Topic";
  public static final String USER_POOL = "AWS::Cognito::UserPool";
  public static final String USER_POOL_CLIENT = "AWS::Cognito::UserPoolClient";
  public static final String WEB_ACL = "AWS::WAFv2::WebACL";

  private Types() {}
}
