package dev.rampart.local.check.rule.api;

import dev.rampart.local.access.Statement;
import dev.rampart.local.check.model.CheckedTemplate;
import dev.rampart.local.check.model.Dependencies;
import dev.rampart.local.check.model.Place;
import dev.rampart.local.check.model.PolicyStatements;
import dev.rampart.local.check.model.Types;
import dev.rampart.local.check.rule.Examination;
import dev.rampart.local.check.rule.PostureRule;
import dev.rampart.local.template.Json;
import dev.rampart.local.template.Resource;
import dev.rampart.local.template.Symbol;
import java.util.List;
import java.util.Set;

/** The one setting that API Gateway has for an account: the role that it logs with. */
final class ApiAccountRules {
  private static final String ACCOUNT = "AWS::ApiGateway::Account";
  private static final String ROLE = "CloudWatchRoleArn";
  private static final String EXECUTIONS = "API-Gateway-Execution-Logs_";
  private static final Set<String> WRITING =
      Set.of(
          "logs:CreateLogGroup",
          "logs:CreateLogStream",
          "logs:DescribeLogGroups",
          "logs:DescribeLogStreams",
          "logs:PutLogEvents");
  private static final Set<String> READING = Set.of("logs:GetLogEvents", "logs:FilterLogEvents");

  private ApiAccountRules() {}

  static List<PostureRule> all() {
    return List.of(
        PostureRule.must(
            "API-13",
            "The stage waits for the log role of the account",
            "a stage that logs is refused in an account that has no log role yet",
            "name !Ref ApiGatewayAccount in a property that only the stage reads, such as Tags",
            ApiAccountRules::stageWaits),
        PostureRule.should(
            "API-14",
            "The account has a log role of the template",
            "in a new account no stage can log",
            "an AWS::ApiGateway::Account with CloudWatchRoleArn, if need be under a condition",
            ApiAccountRules::hasRole),
        PostureRule.must(
            "API-43",
            "The setting of the account waits for an API",
            "an account that never had an API refuses it, and the first deployment fails",
            "DependsOn: [Api] on the AWS::ApiGateway::Account",
            ApiAccountRules::accountWaits),
        PostureRule.must(
            "API-44",
            "The stage waits for its execution log group, which the template declares",
            "API Gateway would make the group itself, without key and retention, and the template"
                + " could not make it any more",
            "a log group named API-Gateway-Execution-Logs_${Api}/${Stage}, and its !Ref in a"
                + " property that only the stage reads, such as Tags",
            ApiAccountRules::executionLog),
        PostureRule.must(
            "API-45",
            "API Gateway's log role is trusted by API Gateway without a condition, writes logs of"
                + " this account and reads none but API Gateway's own",
            "API Gateway is not known to send aws:SourceAccount when it tries the role, and"
                + " refuses a role that it cannot take on; the managed policy reads every log",
            "the trust of apigateway.amazonaws.com, and statements of the actions that it needs on"
                + " arn:…:log-group:* and, for reading, log-group:API-Gateway-Execution-Logs_*",
            ApiAccountRules::narrowRole));
  }

  private static void stageWaits(CheckedTemplate subject, Examination seen) {
    seen.doesNotApply();
    Dependencies dependencies = subject.dependencies();
    for (Resource account : subject.ofType(ACCOUNT)) {
      for (Resource stage : subject.ofType(Types.STAGE)) {
        seen.expect(dependencies.isBefore(account, stage), stage);
      }
    }
  }

  private static void hasRole(CheckedTemplate subject, Examination seen) {
    for (Resource account : subject.ofType(ACCOUNT)) {
      seen.expect(subject.isTarget(account.property(ROLE), Types.ROLE), account, ROLE);
    }
  }

  private static void accountWaits(CheckedTemplate subject, Examination seen) {
    seen.doesNotApply();
    Dependencies dependencies = subject.dependencies();
    for (Resource account : subject.ofType(ACCOUNT)) {
      seen.expect(
          subject.ofType(Types.API).stream().anyMatch(api -> dependencies.isBefore(api, account)),
          account);
    }
  }

  private static void executionLog(CheckedTemplate subject, Examination seen) {
    Dependencies dependencies = subject.dependencies();
    for (Resource stage : subject.ofType(Types.STAGE)) {
      String name = EXECUTIONS + stage.text("RestApiId", "") + "/" + stage.text("StageName", "");
      boolean waits =
          subject.ofType(Types.LOG_GROUP).stream()
              .filter(group -> group.text("LogGroupName", "").equals(name))
              .anyMatch(group -> dependencies.isBefore(group, stage));
      seen.expect(waits, stage);
    }
  }

  private static void narrowRole(CheckedTemplate subject, Examination seen) {
    seen.doesNotApply();
    for (Resource account : subject.ofType(ACCOUNT)) {
      for (Resource role : subject.target(account.property(ROLE)).stream().toList()) {
        seen.expect(
            PolicyStatements.isTrustedBy(role, "apigateway.amazonaws.com"),
            role,
            "AssumeRolePolicyDocument");
        seen.expect(role.property("ManagedPolicyArns").isEmpty(), role, "ManagedPolicyArns");
        List<Statement> statements = PolicyStatements.ofRole(subject, role);
        statements.forEach(statement -> seen.expect(isNarrow(statement), Place.of(statement)));
        seen.expect(
            statements.stream().anyMatch(statement -> hasAll(statement, WRITING)),
            role,
            "Policies");
      }
    }
  }

  private static boolean isNarrow(Statement statement) {
    boolean writes = WRITING.containsAll(statement.actions());
    boolean reads = READING.containsAll(statement.actions());
    String group = ":" + Symbol.ACCOUNT + ":log-group:" + (writes ? "" : EXECUTIONS) + "*";
    return statement.isPlain()
        && statement.isAllow()
        && (writes || reads)
        && Json.texts(statement.node().path("Resource")).stream()
            .allMatch(resource -> resource.endsWith(group) && resource.startsWith("arn:aws:logs:"));
  }

  private static boolean hasAll(Statement statement, Set<String> actions) {
    return statement.isAllow() && Set.copyOf(statement.actions()).equals(actions);
  }
}
