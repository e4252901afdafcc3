package dev.rampart.local.check.rule.function;

import dev.rampart.local.check.model.CheckedTemplate;
import dev.rampart.local.check.model.LambdaFunctions;
import dev.rampart.local.check.model.Types;
import dev.rampart.local.check.rule.Examination;
import dev.rampart.local.check.rule.PostureRule;
import dev.rampart.local.check.rule.Rules;
import dev.rampart.local.template.Resource;
import dev.rampart.local.template.Symbol;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who may call a function. */
final class PermissionRules {
  private static final String SOURCE = "SourceArn";
  private static final String ACCOUNT = "SourceAccount";
  private static final String LOGS = "logs.amazonaws.com";
  // One stage, any method or one, and a path that begins with a name.
  private static final Pattern METHODS =
      Pattern.compile(
          "arn:[a-z-]+:execute-api:[a-z0-9-]+:"
              + Symbol.ACCOUNT
              + ":(‹[A-Za-z0-9]+›)/(‹[A-Za-z0-9]+›)/(?:\\*|[A-Z]+)/[A-Za-z0-9].*");

  private PermissionRules() {}

  static List<PostureRule> all() {
    return List.of(
        PostureRule.must(
            "FN-21",
            "Each permission names its caller: one stage and tree of methods, one log group, one"
                + " rule or one user pool, of this account",
            "anybody's API, log group or pool could call the function by way of the service",
            "SourceAccount: !Ref AWS::AccountId, SourceArn: the ARN of one resource of the"
                + " template",
            PermissionRules::named),
        PostureRule.must(
            "FN-22",
            "The permission of logs names one log group and the account",
            "log groups of other accounts could feed false records to detection",
            "SourceArn: !GetAtt Group.Arn, SourceAccount: !Ref AWS::AccountId",
            PermissionRules::logs),
        PostureRule.must(
            "FN-31",
            "A permission is for the alias of a function, and for calling it alone",
            "$LATEST is code that no deployment has tried; other actions change the function",
            "FunctionName: !Ref Fn.Alias, Action: lambda:InvokeFunction",
            PermissionRules::alias));
  }

  private static void named(CheckedTemplate subject, Examination seen) {
    for (Resource permission : subject.ofType(Types.PERMISSION)) {
      seen.expect(isNamed(subject, permission), permission, SOURCE);
      seen.expect(permission.text(ACCOUNT, "").equals(Symbol.ACCOUNT), permission, ACCOUNT);
    }
  }

  private static boolean isNamed(CheckedTemplate subject, Resource permission) {
    return switch (permission.text("Principal", "")) {
      case "apigateway.amazonaws.com" -> isOneStage(subject, permission.text(SOURCE, ""));
      case LOGS -> isArn(subject, permission, Types.LOG_GROUP);
      case "events.amazonaws.com" -> isArn(subject, permission, Types.RULE);
      case "cognito-idp.amazonaws.com" -> isArn(subject, permission, Types.USER_POOL);
      default -> false;
    };
  }

  private static boolean isOneStage(CheckedTemplate subject, String arn) {
    Matcher method = METHODS.matcher(arn);
    return method.matches()
        && isRef(subject, method.group(1), Types.API)
        && isRef(subject, method.group(2), Types.STAGE);
  }

  private static boolean isRef(CheckedTemplate subject, String symbol, String type) {
    return Symbol.in(symbol).stream()
        .flatMap(named -> subject.find(named.logicalId()).stream())
        .anyMatch(resource -> resource.type().equals(type));
  }

  private static boolean isArn(CheckedTemplate subject, Resource permission, String type) {
    Optional<Resource> target =
        subject
            .target(permission.property(SOURCE))
            .filter(resource -> resource.type().equals(type));
    return target
        .map(resource -> new Symbol(resource.logicalId(), "Arn").toString())
        .filter(permission.text(SOURCE, "")::equals)
        .isPresent();
  }

  private static void logs(CheckedTemplate subject, Examination seen) {
    seen.doesNotApply();
    for (Resource permission : subject.ofType(Types.PERMISSION)) {
      if (permission.text("Principal", "").startsWith("logs.")) {
        seen.expect(isArn(subject, permission, Types.LOG_GROUP), permission, SOURCE);
        seen.expect(permission.text(ACCOUNT, "").equals(Symbol.ACCOUNT), permission, ACCOUNT);
      }
    }
  }

  private static void alias(CheckedTemplate subject, Examination seen) {
    for (Resource permission : subject.ofType(Types.PERMISSION)) {
      seen.expect(
          LambdaFunctions.isAlias(subject, permission.property("FunctionName")),
          permission,
          "FunctionName");
      seen.expect(
          permission.text("Action", "").equals("lambda:InvokeFunction"), permission, "Action");
    }
    Rules.only(Types.PERMISSION, "Action", "FunctionName", "Principal", ACCOUNT, SOURCE)
        .examine(subject, seen);
  }
}
