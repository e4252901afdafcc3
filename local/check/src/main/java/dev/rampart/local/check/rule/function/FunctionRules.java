package dev.rampart.local.check.rule.function;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.check.model.CheckedTemplate;
import dev.rampart.local.check.model.LambdaFunctions;
import dev.rampart.local.check.model.Operation;
import dev.rampart.local.check.model.Types;
import dev.rampart.local.check.rule.Examination;
import dev.rampart.local.check.rule.PostureRule;
import dev.rampart.local.check.rule.Rules;
import dev.rampart.local.template.Json;
import dev.rampart.local.template.Resource;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** How functions run and are published. */
final class FunctionRules {
  // More than the default of 3 s, which nobody chose.
  private static final int TIMEOUT_SECONDS_MIN = 4;
  // API Gateway gives up after 29 s, and a user pool after 5 s.
  private static final int GATEWAY_SECONDS_MAX = 29;
  private static final int SIGN_IN_SECONDS_MAX = 5;
  // A batch that takes two minutes hangs; longer only pays for it.
  private static final int TIMEOUT_SECONDS_MAX = 120;
  // A JVM does not start in less; above, the share of the CPU no longer grows with use here.
  private static final int MEMORY_MB_MIN = 256;
  private static final int MEMORY_MB_MAX = 3008;
  // The quota that an account has for all functions together.
  private static final int CONCURRENCY_MAX = 1000;
  private static final String TIMEOUT = "Timeout";

  private FunctionRules() {}

  static List<PostureRule> all() {
    return List.of(
        PostureRule.must(
            "FN-01",
            "There is a function",
            "a check that finds no function has checked nothing",
            "declare an AWS::Serverless::Function",
            Rules.exists(Types.FUNCTION)),
        PostureRule.must(
            "FN-02",
            "Each function runs on java25",
            "an older runtime gets no security updates, or lacks what the code was compiled for",
            "Runtime: java25",
            each("Runtime", Rules.oneOf("java25"))),
        PostureRule.should(
            "FN-03",
            "Each function runs on arm64",
            "x86_64 costs a fifth more for the same work",
            "Architectures: [arm64]",
            each("Architectures", value -> Json.texts(value).equals(List.of("arm64")))),
        PostureRule.must(
            "FN-04",
            "Each function has a timeout that was chosen, below that of its caller",
            "a caller that gives up first sees a fault although the work is done",
            "Timeout: 29 at most behind the API, 5 behind a user pool, 120 elsewhere",
            FunctionRules::timeout),
        PostureRule.must(
            "FN-05",
            "Each function has a memory size that was chosen",
            "the default of 128 MB is too little for a JVM; 10 GB cost without any use",
            "MemorySize: 256 to 3008",
            each("MemorySize", Rules.within(MEMORY_MB_MIN, MEMORY_MB_MAX))),
        PostureRule.must(
            "FN-06",
            "Each function is traced",
            "nobody could follow one request through the gates",
            "Tracing: Active",
            each("Tracing", Rules.oneOf("Active"))),
        PostureRule.must(
            "FN-07",
            "Each function has concurrency of its own",
            "one function under attack would use up the concurrency of all others",
            "ReservedConcurrentExecutions: 1 to 1000",
            each("ReservedConcurrentExecutions", Rules.within(1, CONCURRENCY_MAX))),
        PostureRule.should(
            "FN-08",
            "Each function starts from a snapshot",
            "a first request waits seconds for the JVM",
            "SnapStart: {ApplyOn: PublishedVersions}",
            each("SnapStart.ApplyOn", Rules.oneOf("PublishedVersions"))),
        PostureRule.must(
            "FN-09",
            "Each function is published under an alias",
            "snapshots are of versions, and a rollback needs one to go back to",
            "AutoPublishAlias: live",
            each("AutoPublishAlias", alias -> !alias.asText().isEmpty())),
        PostureRule.must(
            "FN-10",
            "The API calls the alias of a function and lets it answer, but for files",
            "$LATEST has no snapshot and changes under the feet of running clients",
            "x-amazon-apigateway-integration: {type: aws_proxy, httpMethod: POST,"
                + " uri: !Sub '…/functions/${Fn.Alias}/invocations'}",
            FunctionRules::integration),
        PostureRule.must(
            "FN-11",
            "Each function logs JSON",
            "a filter or a query cannot read fields of plain text",
            "LoggingConfig: {LogFormat: JSON}",
            each("LoggingConfig.LogFormat", Rules.oneOf("JSON"))),
        PostureRule.must(
            "FN-12",
            "Each function logs into its own log group of the template",
            "Lambda would make one without key and retention",
            "LoggingConfig: {LogGroup: !Ref a group of its own}",
            FunctionRules::ownLogGroup),
        PostureRule.must(
            "FN-13",
            "The environment of each function is encrypted with a customer key",
            "nobody could see or end the use of its key",
            "KmsKeyArn: !GetAtt Key.Arn",
            (subject, seen) ->
                Rules.each(Types.FUNCTION, "KmsKeyArn", value -> subject.isTarget(value, Types.KEY))
                    .examine(subject, seen)),
        PostureRule.must(
            "FN-15",
            "The role of each function is in the template",
            "what a role elsewhere may do is not reviewed with the function",
            "Role: !GetAtt a role of the template",
            FunctionRules::ownRole),
        PostureRule.must(
            "FN-18",
            "A loop of calls ends",
            "a function that calls itself by a queue would run, and cost, without end",
            "RecursiveLoop: Terminate",
            each("RecursiveLoop", Rules.oneOf("Terminate"))),
        PostureRule.must(
            "FN-19",
            "No two functions share a role",
            "each could do what the other may",
            "a role for each function",
            FunctionRules::roleEach),
        PostureRule.must(
            "FN-20",
            "No function has a URL",
            "it goes past firewall, authorizer and limits",
            "remove the URL; the API calls the function",
            FunctionRules::noUrl),
        PostureRule.must(
            "FN-23",
            "A function has no layer, network, file system or property that nobody reviewed",
            "a layer is code from elsewhere within the function; a network is a way out",
            "remove the property, or review it and add it to the rule",
            FunctionRules::nothingElse));
  }

  private static PostureRule.Test each(String path, Predicate<JsonNode> holds) {
    return Rules.each(Types.FUNCTION, path, holds);
  }

  private static void timeout(CheckedTemplate subject, Examination seen) {
    Set<Resource> behindApi = LambdaFunctions.behindApi(subject);
    Set<Resource> behindSignIn = LambdaFunctions.behindSignIn(subject);
    for (Resource function : LambdaFunctions.all(subject)) {
      int max =
          behindSignIn.contains(function)
              ? SIGN_IN_SECONDS_MAX
              : behindApi.contains(function) ? GATEWAY_SECONDS_MAX : TIMEOUT_SECONDS_MAX;
      seen.expect(
          Rules.isWithin(function.property(TIMEOUT), TIMEOUT_SECONDS_MIN, max), function, TIMEOUT);
    }
  }

  private static void integration(CheckedTemplate subject, Examination seen) {
    for (Operation operation : Operation.calls(subject)) {
      if (operation.readsFile() || operation.isSignpost()) {
        continue;
      }
      JsonNode integration = operation.integration();
      String uri = integration.path("uri").asText();
      boolean alias =
          subject.ofType(Types.ALIAS).stream()
              .map(target -> "/functions/" + target.physical().ref() + "/invocations")
              .anyMatch(uri::endsWith);
      seen.expect(
          alias
              && uri.startsWith("arn:")
              && integration.path("type").asText().equals("aws_proxy")
              && integration.path("httpMethod").asText().equals("POST")
              && integration.size() == 3,
          operation.place("x-amazon-apigateway-integration"));
    }
  }

  private static void ownLogGroup(CheckedTemplate subject, Examination seen) {
    List<Resource> groups =
        LambdaFunctions.all(subject).stream()
            .flatMap(function -> LambdaFunctions.logGroup(subject, function).stream())
            .toList();
    for (Resource function : LambdaFunctions.all(subject)) {
      boolean own =
          LambdaFunctions.logGroup(subject, function)
              .filter(group -> groups.indexOf(group) == groups.lastIndexOf(group))
              .isPresent();
      seen.expect(own, function, "LoggingConfig.LogGroup");
    }
  }

  private static void ownRole(CheckedTemplate subject, Examination seen) {
    for (Resource function : LambdaFunctions.all(subject)) {
      seen.expect(LambdaFunctions.role(subject, function).isPresent(), function, "Role");
    }
  }

  private static void roleEach(CheckedTemplate subject, Examination seen) {
    List<Resource> roles =
        LambdaFunctions.all(subject).stream()
            .flatMap(function -> LambdaFunctions.role(subject, function).stream())
            .toList();
    for (Resource function : LambdaFunctions.all(subject)) {
      LambdaFunctions.role(subject, function)
          .ifPresent(
              role ->
                  seen.expect(roles.indexOf(role) == roles.lastIndexOf(role), function, "Role"));
    }
  }

  private static void noUrl(CheckedTemplate subject, Examination seen) {
    Rules.none("AWS::Lambda::Url").examine(subject, seen);
    each("FunctionUrlConfig", JsonNode::isMissingNode).examine(subject, seen);
  }

  private static void nothingElse(CheckedTemplate subject, Examination seen) {
    Rules.none("AWS::Lambda::LayerVersion", "AWS::Lambda::LayerVersionPermission")
        .examine(subject, seen);
    Rules.only(
            Types.FUNCTION,
            "Architectures",
            "AutoPublishAlias",
            "AutoPublishAliasAllProperties",
            "CodeSigningConfigArn",
            "CodeUri",
            "DeploymentPreference",
            "Description",
            "Environment",
            "EventInvokeConfig",
            "Handler",
            "KmsKeyArn",
            "LoggingConfig",
            "MemorySize",
            "RecursiveLoop",
            "ReservedConcurrentExecutions",
            "Role",
            "Runtime",
            "SnapStart",
            "Tags",
            TIMEOUT,
            "Tracing",
            "VersionDescription")
        .examine(subject, seen);
  }
}
