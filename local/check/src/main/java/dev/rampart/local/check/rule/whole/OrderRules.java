package dev.rampart.local.check.rule.whole;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.check.model.CheckedTemplate;
import dev.rampart.local.check.model.Types;
import dev.rampart.local.check.rule.Examination;
import dev.rampart.local.check.rule.PostureRule;
import dev.rampart.local.template.Json;
import dev.rampart.local.template.Resource;
import java.util.List;

/** What has to be made before something that does not name it. */
final class OrderRules {
  private static final String DEPENDS_ON = "DependsOn";

  private OrderRules() {}

  static List<PostureRule> all() {
    return List.of(
        PostureRule.must(
            "DEP-10",
            "A delivery of logs waits for the policy that lets it write",
            "the service tries to write when the delivery is made, is refused, and the deployment"
                + " fails whenever the policy happens to come second",
            "DependsOn: [the AWS::Logs::ResourcePolicy]",
            OrderRules::deliveries),
        PostureRule.must(
            "DEP-11",
            "A client waits for the resource server that has its scopes",
            "Cognito refuses a client with a scope that does not exist yet",
            "DependsOn: [the AWS::Cognito::UserPoolResourceServer]",
            OrderRules::clients));
  }

  private static void deliveries(CheckedTemplate subject, Examination seen) {
    seen.doesNotApply();
    for (Resource policy : subject.ofType("AWS::Logs::ResourcePolicy")) {
      for (Resource delivery :
          subject.ofType(
              "AWS::WAFv2::LoggingConfiguration", "AWS::Cognito::LogDeliveryConfiguration")) {
        expectBefore(subject, policy, delivery, seen);
      }
    }
  }

  private static void clients(CheckedTemplate subject, Examination seen) {
    seen.doesNotApply();
    for (Resource server : subject.ofType("AWS::Cognito::UserPoolResourceServer")) {
      String prefix = server.text("Identifier", "") + "/";
      for (Resource client : subject.ofType(Types.USER_POOL_CLIENT)) {
        JsonNode scopes = client.property("AllowedOAuthScopes");
        if (Json.texts(scopes).stream().anyMatch(scope -> scope.startsWith(prefix))) {
          expectBefore(subject, server, client, seen);
        }
      }
    }
  }

  private static void expectBefore(
      CheckedTemplate subject, Resource first, Resource second, Examination seen) {
    seen.expect(subject.dependencies().isBefore(first, second), second, DEPENDS_ON);
  }
}
