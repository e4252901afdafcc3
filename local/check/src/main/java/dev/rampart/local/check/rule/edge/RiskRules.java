package dev.rampart.local.check.rule.edge;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.check.model.CheckedTemplate;
import dev.rampart.local.check.model.Types;
import dev.rampart.local.check.rule.Examination;
import dev.rampart.local.check.rule.PostureRule;
import dev.rampart.local.check.rule.Rules;
import dev.rampart.local.template.Json;
import dev.rampart.local.template.Resource;
import dev.rampart.local.template.Symbol;
import java.util.List;
import java.util.Set;

/** How a user pool answers to risk, and what it writes down of sign-ins. */
final class RiskRules {
  private static final String RISK = "AWS::Cognito::UserPoolRiskConfigurationAttachment";
  private static final String LOG = "AWS::Cognito::LogDeliveryConfiguration";

  private RiskRules() {}

  static List<PostureRule> all() {
    return List.of(
        PostureRule.must(
            "COG-27",
            "Risk is answered: a known password and a high risk are blocked, a medium one asks for"
                + " the second factor",
            "threat protection that does nothing only watches",
            "a risk configuration for ClientId ALL: compromised credentials BLOCK, high BLOCK,"
                + " medium MFA_REQUIRED; no exceptions and no filter",
            RiskRules::risk),
        PostureRule.must(
            "COG-28",
            "Sign-ins of each pool are logged, to a log group that is named without ':*'",
            "nobody could tell who signed in; Cognito refuses the ARN that GetAtt gives",
            "an AWS::Cognito::LogDeliveryConfiguration with userAuthEvents, INFO, and LogGroupArn"
                + " built by Sub",
            RiskRules::signInLog));
  }

  private static void risk(CheckedTemplate subject, Examination seen) {
    for (Resource pool : pools(subject)) {
      seen.expect(
          subject.ofType(RISK).stream()
              .filter(risk -> risk.text("ClientId", "").equals("ALL"))
              .anyMatch(risk -> subject.isTarget(risk.property("UserPoolId"), pool)),
          pool);
    }
    for (Resource risk : subject.ofType(RISK)) {
      Rules.only(
          risk,
          "",
          seen,
          "AccountTakeoverRiskConfiguration",
          "ClientId",
          "CompromisedCredentialsRiskConfiguration",
          "UserPoolId");
      Rules.only(risk, "CompromisedCredentialsRiskConfiguration", seen, "Actions");
      answer(risk, "CompromisedCredentialsRiskConfiguration.Actions", seen, "BLOCK");
      String takeover = "AccountTakeoverRiskConfiguration.Actions.";
      answer(risk, takeover + "HighAction", seen, "BLOCK");
      answer(risk, takeover + "MediumAction", seen, "MFA_REQUIRED", "BLOCK");
      answer(
          risk,
          takeover + "LowAction",
          seen,
          "NO_ACTION",
          "MFA_IF_CONFIGURED",
          "MFA_REQUIRED",
          "BLOCK");
      boolean mails = risk.property("AccountTakeoverRiskConfiguration").has("NotifyConfiguration");
      for (String level : List.of("HighAction", "MediumAction", "LowAction")) {
        JsonNode notify = Json.at(risk.properties(), takeover + level + ".Notify");
        seen.expect(mails || Json.isFalse(notify), risk, takeover + level + ".Notify");
      }
    }
  }

  private static void answer(Resource risk, String path, Examination seen, String... actions) {
    JsonNode action = Json.at(risk.properties(), path).path("EventAction");
    seen.expect(Set.of(actions).contains(action.asText()), risk, path + ".EventAction");
  }

  private static void signInLog(CheckedTemplate subject, Examination seen) {
    for (Resource pool : pools(subject)) {
      List<Resource> logs =
          subject.ofType(LOG).stream()
              .filter(log -> subject.isTarget(log.property("UserPoolId"), pool))
              .toList();
      seen.expect(!logs.isEmpty(), pool);
      for (Resource log : logs) {
        List<JsonNode> kinds = Json.list(log.property("LogConfigurations"));
        seen.expect(
            kinds.stream().anyMatch(kind -> isOfSignIns(subject, kind)), log, "LogConfigurations");
      }
    }
  }

  private static boolean isOfSignIns(CheckedTemplate subject, JsonNode kind) {
    String arn = Json.at(kind, "CloudWatchLogsConfiguration.LogGroupArn").asText();
    return kind.path("EventSource").asText().equals("userAuthEvents")
        && kind.path("LogLevel").asText().equals("INFO")
        && !arn.endsWith(":*")
        && Symbol.in(arn).stream()
            .filter(symbol -> symbol.attribute().isEmpty())
            .flatMap(symbol -> subject.find(symbol.logicalId()).stream())
            .anyMatch(group -> group.type().equals(Types.LOG_GROUP));
  }

  private static List<Resource> pools(CheckedTemplate subject) {
    return subject.ofType(Types.USER_POOL);
  }
}
