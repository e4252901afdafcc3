package dev.rampart.local.check.rule.function;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.access.PolicyDocuments;
import dev.rampart.local.access.Statement;
import dev.rampart.local.check.model.CheckedTemplate;
import dev.rampart.local.check.model.LambdaFunctions;
import dev.rampart.local.check.model.Operation;
import dev.rampart.local.check.model.Place;
import dev.rampart.local.check.model.PolicyStatements;
import dev.rampart.local.check.model.ScheduleRoles;
import dev.rampart.local.check.model.TargetRoles;
import dev.rampart.local.check.model.Types;
import dev.rampart.local.check.rule.Examination;
import dev.rampart.local.check.rule.PostureRule;
import dev.rampart.local.template.Json;
import dev.rampart.local.template.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Roles: who may take them on, and where their policies stand. */
final class RoleRules {
  private static final String LAMBDA = "lambda.amazonaws.com";
  // Services that act for the stack by a role; what those roles may do has rules of its own.
  private static final Set<String> HELPERS =
      Set.of("apigateway.amazonaws.com", "codedeploy.amazonaws.com");

  private RoleRules() {}

  static List<PostureRule> all() {
    return List.of(
        PostureRule.must(
            "IAM-01",
            "No role has a managed policy",
            "AWS writes it for everybody, and may widen it any day",
            "Policies with the statements that the role needs",
            RoleRules::noManaged),
        PostureRule.must(
            "IAM-02",
            "The role of a function is trusted by Lambda and by nobody else",
            "whoever else may take it on can do all that the function may",
            "AssumeRolePolicyDocument with one statement: Allow sts:AssumeRole to"
                + " lambda.amazonaws.com",
            RoleRules::trustedByLambda),
        PostureRule.must(
            "IAM-03",
            "The role of a function has statements of its own",
            "a check that finds no statement has checked nothing",
            "Policies with the statements that the function needs",
            RoleRules::ownStatements),
        PostureRule.must(
            "IAM-12",
            "The role of a function writes its own log and no other",
            "a function could forge or flood the log of another",
            "Action: [logs:CreateLogStream, logs:PutLogEvents], Resource: !GetAtt its group",
            RoleRules::ownLog),
        PostureRule.must(
            "IAM-13",
            "A policy that stands beside a role names roles of the template alone",
            "what it grants to others is reviewed by nobody",
            "write the statements in the role, or Roles: [!Ref a role of the template]",
            RoleRules::attached),
        PostureRule.must(
            "IAM-14",
            "Each role is that of a function, a schedule, the target of a rule or the API's files,"
                + " or trusted by API Gateway or CodeDeploy alone",
            "a role that nobody expects is a way in that nobody watches",
            "remove the role, or review it and add its service to the rule",
            RoleRules::expected),
        PostureRule.must(
            "IAM-15",
            "The role of a function allows; it denies nothing",
            "a Deny there hides what is granted, and turned round it takes away what is needed",
            "write what the function may do; a Deny belongs to what it protects",
            RoleRules::onlyAllows));
  }

  private static void noManaged(CheckedTemplate subject, Examination seen) {
    for (Resource role : subject.ofType(Types.ROLE)) {
      seen.expect(role.property("ManagedPolicyArns").isEmpty(), role, "ManagedPolicyArns");
    }
  }

  private static void trustedByLambda(CheckedTemplate subject, Examination seen) {
    for (Resource role : LambdaFunctions.roles(subject)) {
      seen.expect(PolicyStatements.isTrustedBy(role, LAMBDA), role, "AssumeRolePolicyDocument");
    }
  }

  private static void ownStatements(CheckedTemplate subject, Examination seen) {
    for (Resource role : LambdaFunctions.roles(subject)) {
      seen.expect(!PolicyStatements.ofRole(subject, role).isEmpty(), role, "Policies");
    }
  }

  private static void ownLog(CheckedTemplate subject, Examination seen) {
    for (Resource function : LambdaFunctions.all(subject)) {
      List<Resource> own = LambdaFunctions.logGroup(subject, function).stream().toList();
      for (Statement statement : statements(subject, function)) {
        if (statement.actions().stream().anyMatch(RoleRules::isOfLogs)) {
          boolean ofOwn =
              statement.resources().stream()
                  .allMatch(
                      resource ->
                          own.stream().anyMatch(group -> subject.isTarget(resource, group)));
          seen.expect(
              ofOwn && statement.hasActions("logs:CreateLogStream", "logs:PutLogEvents"),
              Place.of(statement));
        }
      }
    }
  }

  /** Searching a log forges nothing; a search reads the groups that the statement names. */
  private static boolean isOfLogs(String action) {
    return action.startsWith("logs:") && !action.equals("logs:FilterLogEvents");
  }

  private static List<Statement> statements(CheckedTemplate subject, Resource function) {
    return LambdaFunctions.role(subject, function).stream()
        .flatMap(role -> PolicyStatements.ofRole(subject, role).stream())
        .toList();
  }

  private static void attached(CheckedTemplate subject, Examination seen) {
    seen.doesNotApply();
    for (Resource policy : subject.resources()) {
      if (PolicyDocuments.isAttached(policy)) {
        List<JsonNode> names = new ArrayList<>(Json.list(policy.property("Roles")));
        names.addAll(Json.list(policy.property("RoleName")));
        seen.expect(
            !names.isEmpty()
                && names.stream().allMatch(name -> subject.isTarget(name, Types.ROLE))
                && policy.property("Users").isEmpty()
                && policy.property("Groups").isEmpty(),
            policy);
      }
    }
  }

  private static void expected(CheckedTemplate subject, Examination seen) {
    Set<Resource> ofFunctions = LambdaFunctions.roles(subject);
    Set<Resource> ofSchedules = ScheduleRoles.all(subject);
    Set<Resource> ofTargets = TargetRoles.all(subject);
    List<JsonNode> ofFiles =
        Operation.calls(subject).stream()
            .filter(Operation::readsFile)
            .map(operation -> operation.integration().path("credentials"))
            .toList();
    for (Resource role : subject.ofType(Types.ROLE)) {
      seen.expect(
          ofFunctions.contains(role)
              || ofSchedules.contains(role)
              || ofTargets.contains(role)
              || ofFiles.stream().anyMatch(named -> subject.isTarget(named, role))
              || HELPERS.stream().anyMatch(service -> PolicyStatements.isTrustedBy(role, service)),
          role,
          "AssumeRolePolicyDocument");
    }
  }

  private static void onlyAllows(CheckedTemplate subject, Examination seen) {
    for (Resource role : LambdaFunctions.roles(subject)) {
      for (Statement statement : PolicyStatements.ofRole(subject, role)) {
        seen.expect(statement.isAllow(), Place.of(statement));
      }
    }
  }
}
