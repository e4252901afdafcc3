package dev.rampart.local.template;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * Names and ARNs as AWS would form them. Generated parts come from a hash of stack and logical id,
 * so that they are the same in every run.
 */
final class PhysicalNames {
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";

  private final PseudoParameters pseudo;
  private final String logicalId;
  private final Function<String, String> property;

  /**
   * Forms the names of one resource.
   *
   * @param property gives a property as text; an empty text if it is not set
   */
  PhysicalNames(PseudoParameters pseudo, String logicalId, Function<String, String> property) {
    this.pseudo = pseudo;
    this.logicalId = logicalId;
    this.property = property;
  }

  PhysicalResource of(String type) {
    return switch (type) {
      case "AWS::Serverless::Function", "AWS::Lambda::Function" ->
          arn(name("FunctionName"), "lambda", "function:");
      case "AWS::Lambda::Alias" -> alias();
      case "AWS::DynamoDB::Table" -> table();
      case "AWS::SQS::Queue" -> queue();
      case "AWS::SNS::Topic" -> topic();
      case "AWS::Events::EventBus" -> bus();
      case "AWS::Events::Rule" -> rule();
      case "AWS::Events::Archive" -> arn(name("ArchiveName"), "events", "archive/");
      case "AWS::Events::ApiDestination" -> ofEvents("api-destination/");
      case "AWS::Events::Connection" -> ofEvents("connection/");
      case "AWS::Scheduler::Schedule" -> schedule();
      case "AWS::Scheduler::ScheduleGroup" -> arn(name("Name"), "scheduler", "schedule-group/");
      case "AWS::IAM::Role" -> role();
      case "AWS::KMS::Key" -> key();
      case "AWS::KMS::Alias" -> PhysicalResource.of(property.apply("AliasName"));
      case "AWS::Logs::LogGroup" -> logGroup();
      case "AWS::Cognito::UserPool" -> userPool();
      case "AWS::Cognito::UserPoolClient" -> userPoolClient();
      case "AWS::Cognito::UserPoolDomain" -> PhysicalResource.of(property.apply("Domain"));
      case "AWS::Cognito::UserPoolResourceServer" ->
          PhysicalResource.of(property.apply("Identifier"));
      case "AWS::Cognito::UserPoolGroup" -> PhysicalResource.of(property.apply("GroupName"));
      case "AWS::Serverless::Api", "AWS::ApiGateway::RestApi" -> api();
      case "AWS::ApiGateway::Stage" -> PhysicalResource.of(property.apply("StageName"));
      case "AWS::ApiGateway::ApiKey" -> id(10, "APIKeyId");
      case "AWS::ApiGateway::UsagePlan", "AWS::ApiGateway::UsagePlanKey" -> id(6, "Id");
      case "AWS::WAFv2::WebACL" -> firewall("webacl");
      case "AWS::WAFv2::IPSet" -> firewall("ipset");
      case "AWS::WAFv2::RegexPatternSet" -> firewall("regexpatternset");
      case "AWS::WAFv2::RuleGroup" -> firewall("rulegroup");
      case "AWS::SecretsManager::Secret" -> secret();
      case "AWS::S3::Bucket" -> bucket();
      case "AWS::CloudWatch::Alarm", "AWS::CloudWatch::CompositeAlarm" -> alarm(name("AlarmName"));
      case "AWS::CloudWatch::Dashboard" -> PhysicalResource.of(name("DashboardName"));
      default -> PhysicalResource.of(name("Name"));
    };
  }

  private PhysicalResource arn(String name, String service, String prefix) {
    return new PhysicalResource(name, Map.of("Arn", pseudo.arn(service, prefix + name)));
  }

  /** EventBridge adds an id to the name; here it is the same in every run. */
  private PhysicalResource ofEvents(String prefix) {
    String name = name("Name");
    UUID id = UUID.nameUUIDFromBytes((prefix + name).getBytes(StandardCharsets.UTF_8));
    return new PhysicalResource(
        name, Map.of("Arn", pseudo.arn("events", prefix + name + "/" + id)));
  }

  private PhysicalResource alias() {
    String function = property.apply("FunctionName");
    String arn =
        function.startsWith("arn:") ? function : pseudo.arn("lambda", "function:" + function);
    String alias = arn + ":" + property.apply("Name");
    return new PhysicalResource(alias, Map.of("AliasArn", alias));
  }

  private PhysicalResource table() {
    String name = name("TableName");
    String arn = pseudo.arn("dynamodb", "table/" + name);
    return new PhysicalResource(
        name, Map.of("Arn", arn, "StreamArn", arn + "/stream/2026-01-01T00:00:00.000"));
  }

  private PhysicalResource queue() {
    String name = name("QueueName");
    String url =
        "https://sqs.%s.%s/%s/%s"
            .formatted(pseudo.region(), PseudoParameters.URL_SUFFIX, pseudo.accountId(), name);
    return new PhysicalResource(
        url, Map.of("Arn", pseudo.arn("sqs", name), "QueueName", name, "QueueUrl", url));
  }

  private PhysicalResource topic() {
    String name = name("TopicName");
    String arn = pseudo.arn("sns", name);
    return new PhysicalResource(arn, Map.of("TopicArn", arn, "TopicName", name));
  }

  private PhysicalResource bus() {
    String name = name("Name");
    return new PhysicalResource(
        name, Map.of("Arn", pseudo.arn("events", "event-bus/" + name), "Name", name));
  }

  private PhysicalResource rule() {
    String bus = property.apply("EventBusName");
    String name = name("Name");
    String path = bus.isEmpty() ? name : bus.substring(bus.lastIndexOf('/') + 1) + "/" + name;
    return new PhysicalResource(
        path.replace('/', '|'), Map.of("Arn", pseudo.arn("events", "rule/" + path)));
  }

  private PhysicalResource schedule() {
    String group = property.apply("GroupName");
    return arn(
        name("Name"), "scheduler", "schedule/" + (group.isEmpty() ? "default" : group) + "/");
  }

  private PhysicalResource role() {
    String name = name("RoleName");
    return new PhysicalResource(
        name, Map.of("Arn", pseudo.globalArn("iam", "role/" + name), "RoleId", "AROA" + upper(17)));
  }

  private PhysicalResource key() {
    String hash = hash();
    String id =
        String.join(
            "-",
            hash.substring(0, 8),
            hash.substring(8, 12),
            "4" + hash.substring(13, 16),
            "8" + hash.substring(17, 20),
            hash.substring(20, 32));
    return new PhysicalResource(id, Map.of("Arn", pseudo.arn("kms", "key/" + id), "KeyId", id));
  }

  private PhysicalResource logGroup() {
    String name = name("LogGroupName");
    return new PhysicalResource(
        name, Map.of("Arn", pseudo.arn("logs", "log-group:" + name + ":*")));
  }

  private PhysicalResource userPool() {
    String id = pseudo.region() + "_" + letters(9);
    String provider =
        "cognito-idp." + pseudo.region() + "." + PseudoParameters.URL_SUFFIX + "/" + id;
    return new PhysicalResource(
        id,
        Map.of(
            "Arn",
            pseudo.arn("cognito-idp", "userpool/" + id),
            "UserPoolId",
            id,
            "ProviderName",
            provider,
            "ProviderURL",
            "https://" + provider));
  }

  private PhysicalResource userPoolClient() {
    String id = letters(26);
    return new PhysicalResource(id, Map.of("ClientId", id, "Name", name("ClientName")));
  }

  private PhysicalResource api() {
    return new PhysicalResource(
        letters(10), Map.of("RestApiId", letters(10), "RootResourceId", letters(12).substring(2)));
  }

  private PhysicalResource id(int length, String attribute) {
    return new PhysicalResource(letters(length), Map.of(attribute, letters(length)));
  }

  private PhysicalResource firewall(String kind) {
    String name = name("Name");
    String scope = property.apply("Scope");
    String id = key().ref();
    String path = scope.toLowerCase(Locale.ROOT) + "/" + kind + "/" + name + "/" + id;
    return new PhysicalResource(
        name + "|" + id + "|" + scope, Map.of("Arn", pseudo.arn("wafv2", path), "Id", id));
  }

  private PhysicalResource secret() {
    String arn = pseudo.arn("secretsmanager", "secret:" + name("Name") + "-" + letters(6));
    return new PhysicalResource(arn, Map.of("Id", arn));
  }

  /** The names of buckets are in small letters. */
  private PhysicalResource bucket() {
    String name = name("BucketName").toLowerCase(Locale.ROOT);
    // The ARN of a bucket has neither region nor account.
    return new PhysicalResource(
        name, Map.of("Arn", "arn:" + PseudoParameters.PARTITION + ":s3:::" + name));
  }

  private PhysicalResource alarm(String name) {
    return new PhysicalResource(name, Map.of("Arn", pseudo.arn("cloudwatch", "alarm:" + name)));
  }

  /** The name that the template sets, or one made of stack, logical id and a hash. */
  private String name(String named) {
    String set = property.apply(named);
    return set.isEmpty() ? pseudo.stackName() + "-" + logicalId + "-" + upper(12) : set;
  }

  private String upper(int length) {
    return letters(length).toUpperCase(Locale.ROOT);
  }

  private String letters(int length) {
    byte[] bytes = HexFormat.of().parseHex(hash());
    StringBuilder letters = new StringBuilder();
    for (int i = 0; i < length; i++) {
      letters.append(LETTERS.charAt((bytes[i] & 0xff) % LETTERS.length()));
    }
    return letters.toString();
  }

  private String hash() {
    try {
      byte[] seed = (pseudo.stackName() + "/" + logicalId).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(seed));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
