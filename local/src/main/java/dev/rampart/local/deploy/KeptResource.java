package dev.rampart.local.deploy;

import dev.rampart.local.template.Resource;
import dev.rampart.local.template.Stack;
import java.util.List;
import java.util.Map;

/**
 * A resource that outlives its stack.
 *
 * @param id what it is known by outside the template
 */
record KeptResource(String logicalId, String type, String id) {

  /**
   * Returns those of a stack.
   *
   * @param ids of the resources that are there, by logical id
   */
  static List<KeptResource> of(Stack planned, Map<String, String> ids) {
    return planned.resources().stream()
        .filter(KeptResource::isKept)
        .filter(resource -> ids.containsKey(resource.logicalId()))
        .map(
            resource ->
                new KeptResource(
                    resource.logicalId(),
                    resource.type(),
                    ids.getOrDefault(resource.logicalId(), "")))
        .toList();
  }

  /** Says whether a resource outlives its stack; one that was once made does so in both cases. */
  private static boolean isKept(Resource resource) {
    return resource.beside("DeletionPolicy").asText().startsWith("Retain");
  }

  /**
   * Returns the commands that remove it for good, in order.
   *
   * @param options of the AWS command line, with a blank before each
   */
  List<String> removal(String options) {
    return commands().stream().map(command -> "aws " + command.formatted(id) + options).toList();
  }

  private List<String> commands() {
    return switch (type) {
      case "AWS::DynamoDB::Table" ->
          List.of(
              "dynamodb update-table --table-name %s --no-deletion-protection-enabled",
              "dynamodb delete-table --table-name %s");
      case "AWS::Cognito::UserPool" ->
          List.of(
              "cognito-idp update-user-pool --user-pool-id %s --deletion-protection INACTIVE",
              "cognito-idp delete-user-pool --user-pool-id %s");
      case "AWS::SecretsManager::Secret" ->
          List.of("secretsmanager delete-secret --secret-id %s --recovery-window-in-days 30");
      case "AWS::S3::Bucket" -> List.of("s3 rb s3://%s --force");
      case "AWS::Logs::LogGroup" -> List.of("logs delete-log-group --log-group-name '%s'");
      case "AWS::KMS::Key" ->
          List.of("kms schedule-key-deletion --key-id %s --pending-window-in-days 30");
      case "AWS::IAM::Role" ->
          List.of(
              "iam delete-role-policy --role-name %s --policy-name write-logs",
              "iam delete-role --role-name %s");
      case "AWS::ApiGateway::Account" ->
          List.of(
              "apigateway update-account"
                  + " --patch-operations op=replace,path=/cloudwatchRoleArn,value=''");
      default -> List.of();
    };
  }

  /** Returns what to know before its commands are run; an empty text if there is nothing. */
  String caution() {
    return switch (type) {
      case "AWS::Cognito::UserPool" ->
          "every setting that update-user-pool is not given goes back to its default, second factor"
              + " and triggers among them, so do not stop after the first command; the console does"
              + " both at once";
      case "AWS::KMS::Key" -> "last: what it encrypted is unreadable afterwards, backups too";
      case "AWS::ApiGateway::Account", "AWS::IAM::Role" ->
          "only if no other API of this account and region logs by it";
      case "AWS::S3::Bucket" ->
          "it refuses while old versions are in it: empty it in the console of S3 before";
      default -> "";
    };
  }
}
