package dev.rampart.local.check.rule.whole;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.access.Statement;
import dev.rampart.local.check.model.CheckedTemplate;
import dev.rampart.local.check.model.Place;
import dev.rampart.local.check.model.PolicyStatements;
import dev.rampart.local.check.model.Types;
import dev.rampart.local.check.rule.Examination;
import dev.rampart.local.check.rule.PostureRule;
import dev.rampart.local.check.rule.Rules;
import dev.rampart.local.template.Json;
import dev.rampart.local.template.Resource;
import dev.rampart.local.template.Symbol;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Log groups: how long they keep what, under which key, and who writes into them. */
final class LogGroupRules {
  // A month is the least that an incident is looked into; ten years is the most on offer.
  private static final int RETENTION_DAYS_MIN = 30;
  private static final int RETENTION_DAYS_MAX = 3653;
  private static final String RESOURCE_POLICY = "AWS::Logs::ResourcePolicy";
  private static final String SIGN_INS = "AWS::Cognito::LogDeliveryConfiguration";
  private static final String DELIVERY = "delivery.logs.amazonaws.com";
  private static final Statement.Test OWN_ACCOUNT =
      new Statement.Test("StringEquals", "aws:sourceaccount", Symbol.ACCOUNT);
  private static final String SOURCE_ARN = "aws:sourcearn";

  private LogGroupRules() {}

  static List<PostureRule> all() {
    return List.of(
        PostureRule.must(
            "LOG-01",
            "The delivery service may write into log groups of the template, for this account"
                + " alone",
            "another account could have its records delivered into our logs",
            "Allow logs:CreateLogStream and logs:PutLogEvents to delivery.logs.amazonaws.com with"
                + " StringEquals aws:SourceAccount and ArnLike aws:SourceArn of the account",
            LogGroupRules::deliveries),
        PostureRule.must(
            "LOG-02",
            "Each log group is kept for a time that was chosen",
            "without a retention logs are kept, and paid for, for ever",
            "RetentionInDays: 30 to 3653",
            Rules.each(
                Types.LOG_GROUP,
                "RetentionInDays",
                Rules.within(RETENTION_DAYS_MIN, RETENTION_DAYS_MAX))),
        PostureRule.must(
            "LOG-03",
            "Each log group has a customer key, but for the one that Cognito writes into",
            "nobody could see or end the use of its key; Cognito refuses a group that has one",
            "KmsKeyId: !GetAtt Key.Arn, and none on the group of sign-ins",
            LogGroupRules::keys),
        PostureRule.must(
            "LOG-07",
            "The log group of Cognito's export is named by an ARN without ':*'",
            "GetAtt Arn of a log group ends in ':*', and Cognito refuses that: the deployment"
                + " fails",
            "!Sub 'arn:${AWS::Partition}:logs:${AWS::Region}:${AWS::AccountId}:log-group:${Group}'",
            LogGroupRules::plainArn),
        PostureRule.must(
            "LOG-08",
            "A log group has no class or property that nobody reviewed",
            "a group of the class INFREQUENT_ACCESS hands nothing to subscriptions",
            "remove the property, or review it and add it to the rule",
            Rules.only(Types.LOG_GROUP, "KmsKeyId", "LogGroupName", "RetentionInDays", "Tags")));
  }

  private static void deliveries(CheckedTemplate subject, Examination seen) {
    seen.doesNotApply();
    List<Statement> statements = PolicyStatements.ofType(subject, RESOURCE_POLICY);
    for (Statement statement : statements) {
      seen.expect(isBound(subject, statement), Place.of(statement));
    }
    for (Resource policy : subject.ofType(RESOURCE_POLICY)) {
      boolean read = statements.stream().anyMatch(statement -> statement.holder().equals(policy));
      seen.expect(read, policy, "PolicyDocument");
    }
  }

  private static boolean isBound(CheckedTemplate subject, Statement statement) {
    List<Statement.Test> tests = statement.conditions();
    boolean ownSource =
        tests.stream()
            .anyMatch(
                test ->
                    test.operator().equals("ArnLike")
                        && test.key().equals(SOURCE_ARN)
                        && test.values().stream().allMatch(LogGroupRules::isOwn));
    return statement.isPlain()
        && statement.isAllow()
        && statement.isForService(DELIVERY)
        && statement.hasActions("logs:CreateLogStream", "logs:PutLogEvents")
        && statement.resources().stream().allMatch(arn -> isGroup(subject, arn))
        && tests.size() == 2
        && tests.contains(OWN_ACCOUNT)
        && ownSource;
  }

  private static boolean isOwn(String arn) {
    return arn.startsWith("arn:aws:logs:") && arn.endsWith(":" + Symbol.ACCOUNT + ":*");
  }

  private static boolean isGroup(CheckedTemplate subject, JsonNode arn) {
    return subject
        .target(arn)
        .filter(group -> group.type().equals(Types.LOG_GROUP))
        .filter(group -> new Symbol(group.logicalId(), "Arn").toString().equals(arn.asText()))
        .isPresent();
  }

  private static void keys(CheckedTemplate subject, Examination seen) {
    Set<Resource> ofCognito = new LinkedHashSet<>();
    for (JsonNode arn : exports(subject)) {
      subject.target(arn).ifPresent(ofCognito::add);
    }
    for (Resource group : subject.ofType(Types.LOG_GROUP)) {
      JsonNode key = group.property("KmsKeyId");
      seen.expect(
          ofCognito.contains(group) ? key.isMissingNode() : subject.isTarget(key, Types.KEY),
          group,
          "KmsKeyId");
    }
  }

  private static List<JsonNode> exports(CheckedTemplate subject) {
    return subject.ofType(SIGN_INS).stream()
        .flatMap(export -> Json.list(export.property("LogConfigurations")).stream())
        .map(configuration -> Json.at(configuration, "CloudWatchLogsConfiguration.LogGroupArn"))
        .toList();
  }

  private static void plainArn(CheckedTemplate subject, Examination seen) {
    seen.doesNotApply();
    for (Resource export : subject.ofType(SIGN_INS)) {
      for (JsonNode configuration : Json.list(export.property("LogConfigurations"))) {
        String arn = Json.at(configuration, "CloudWatchLogsConfiguration.LogGroupArn").asText();
        seen.expect(
            arn.startsWith("arn:")
                && !arn.endsWith("*")
                && !Symbol.in(arn).isEmpty()
                && Symbol.in(arn).stream().allMatch(symbol -> symbol.attribute().isEmpty()),
            export,
            "LogConfigurations");
      }
    }
  }
}
