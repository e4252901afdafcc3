package dev.rampart.local.account;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.template.Resource;
import dev.rampart.local.template.Stack;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The roles that who deploys a stack hands to services of AWS. */
final class PassedRoles {
  private static final String LAMBDA = "lambda.amazonaws.com";
  private static final String CODE_DEPLOY = "codedeploy.amazonaws.com";
  private static final String SUFFIX = "-0123456789AB";

  private PassedRoles() {}

  /**
   * Returns by service the path and name of one role that the service is trusted with. Where
   * CloudFormation makes the name it ends as such names do, so that a policy over all names of the
   * stack fits it.
   */
  static Map<String, String> of(Stack planned) {
    Map<String, String> roles = new TreeMap<>();
    String prefix = planned.pseudoParameters().stackName() + "-";
    for (Resource role : planned.ofType("AWS::IAM::Role")) {
      String name = role.text("RoleName", prefix + role.logicalId() + SUFFIX);
      String path = role.text("Path", "/").substring(1);
      services(role).forEach(service -> roles.putIfAbsent(service, path + name));
    }
    for (Resource function : planned.ofType("AWS::Serverless::Function")) {
      if (function.property("Role").isMissingNode()) {
        roles.putIfAbsent(LAMBDA, prefix + function.logicalId() + "Role" + SUFFIX);
      }
      if (rollsOutBySam(function.property("DeploymentPreference"))) {
        roles.putIfAbsent(CODE_DEPLOY, prefix + "CodeDeployServiceRole" + SUFFIX);
      }
    }
    return roles;
  }

  /** Says whether a role trusts a service. */
  static boolean trusts(Resource role, String service) {
    return services(role).anyMatch(service::equals);
  }

  /** A policy may write one statement, or one service, without a list around it. */
  private static Stream<String> services(Resource role) {
    return list(role.property("AssumeRolePolicyDocument").path("Statement"))
        .filter(statement -> statement.path("Effect").asText().equals("Allow"))
        .flatMap(statement -> list(statement.path("Principal").path("Service")))
        .map(JsonNode::asText);
  }

  private static Stream<JsonNode> list(JsonNode node) {
    if (node.isMissingNode()) {
      return Stream.empty();
    }
    return node.isArray() ? node.valueStream() : Stream.of(node);
  }

  /** SAM makes one role for all functions that name none. */
  private static boolean rollsOutBySam(JsonNode preference) {
    return preference.isObject()
        && preference.path("Enabled").asBoolean(true)
        && !preference.has("Role");
  }
}
