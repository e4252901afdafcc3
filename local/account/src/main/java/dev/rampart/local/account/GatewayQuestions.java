package dev.rampart.local.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeResourcePoliciesResponse;

/** Asks what the API and its logs need. */
final class GatewayQuestions {
  /** CloudWatch Logs: resource policies of an account in a region; it cannot be raised. */
  static final int LOG_POLICIES_MAX = 10;

  private static final String SETTING = "AWS::ApiGateway::Account";
  private static final String GATEWAY = "apigateway.amazonaws.com";

  private GatewayQuestions() {}

  static List<PreflightQuestion> all() {
    return List.of(
        new PreflightQuestion(
            "api-log-role",
            "a stage that logs is refused without the role, which is one for account and region",
            List.of("apigateway:GET", "cloudformation:ListStackResources"),
            GatewayQuestions::logRole),
        new PreflightQuestion(
            "log-policies",
            "the logs of firewall and sign-in are delivered by such policies, and there is room"
                + " for "
                + LOG_POLICIES_MAX,
            List.of("logs:DescribeResourcePolicies"),
            GatewayQuestions::logPolicies));
  }

  private static AccountAnswer logRole(PreflightContext at) {
    @Nullable String role = at.clients().apiGateway().getAccount().cloudwatchRoleArn();
    boolean isSet = role != null && !role.isEmpty();
    String found = isSet ? "API Gateway logs by " + role : "API Gateway has no role to log by";
    if (at.planned().ofType(SETTING).isEmpty()) {
      return isSet
          ? AccountAnswer.ok(found)
          : AccountAnswer.failed(
              found + ", and this stack would set none", "--set OwnApiGatewayAccount=true");
    }
    if (at.isThere() && !at.deployedResources(SETTING).isEmpty()) {
      return ownLogRole(at, isSet ? role : "", found);
    }
    if (isSet && at.isUncertain()) {
      return AccountAnswer.unknown(
          found + ", and whether that is the stack's own cannot be asked", "");
    }
    return isSet
        ? AccountAnswer.failed(
            found + " already, and this stack would put its own in its place",
            "--set OwnApiGatewayAccount=false")
        : AccountAnswer.ok(found + " yet: the stack sets its own");
  }

  /** CloudFormation compares with the template of before, and not with what is set. */
  private static AccountAnswer ownLogRole(PreflightContext at, String role, String found) {
    List<String> own =
        at.deployedResources("AWS::IAM::Role").entrySet().stream()
            .filter(
                one ->
                    at.planned().find(one.getKey()).stream()
                        .anyMatch(planned -> PassedRoles.trusts(planned, GATEWAY)))
            .map(Map.Entry::getValue)
            .toList();
    // What stands before the name may be a path; a role from elsewhere cannot be compared.
    boolean isOwn =
        own.isEmpty() ? !role.isEmpty() : own.contains(role.substring(role.lastIndexOf('/') + 1));
    return isOwn
        ? AccountAnswer.ok(found)
        : AccountAnswer.hint(
            found + ", though this stack had set one; an update does not put it back",
            at.aws(
                "apigateway update-account --patch-operations"
                    + " op=replace,path=/cloudwatchRoleArn,value=arn:aws:iam::%s:role/%s"
                        .formatted(
                            at.account(), own.stream().findFirst().orElse("THE_ROLE_TO_LOG_BY"))));
  }

  private static AccountAnswer logPolicies(PreflightContext at) {
    List<String> taken = logPolicies(at.clients().logs());
    List<String> more =
        at.planned().ofType("AWS::Logs::ResourcePolicy").stream()
            .map(policy -> policy.text("PolicyName", policy.logicalId()))
            .filter(name -> at.isNew() || !taken.contains(name))
            .toList();
    String found = taken.size() + " of " + LOG_POLICIES_MAX + " log policies are taken";
    return taken.size() + more.size() <= LOG_POLICIES_MAX
        ? AccountAnswer.ok(found)
        : AccountAnswer.failed(
            "%s (%s), and there is no room for %s"
                .formatted(found, String.join(", ", taken), String.join(", ", more)),
            at.aws("logs delete-resource-policy --policy-name ONE_THAT_NOBODY_NEEDS"));
  }

  private static List<String> logPolicies(CloudWatchLogsClient client) {
    List<String> names = new ArrayList<>();
    @Nullable String token = null;
    do {
      @Nullable String from = token;
      DescribeResourcePoliciesResponse page =
          client.describeResourcePolicies(request -> request.nextToken(from));
      page.resourcePolicies().forEach(policy -> names.add(policy.policyName()));
      token = page.nextToken();
    } while (token != null && !token.isEmpty());
    return names;
  }
}
