package dev.rampart.local.check.rule.whole;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.access.Statement;
import dev.rampart.local.check.model.CheckedTemplate;
import dev.rampart.local.check.model.LambdaFunctions;
import dev.rampart.local.check.model.ParameterUse;
import dev.rampart.local.check.model.Place;
import dev.rampart.local.check.model.PolicyStatements;
import dev.rampart.local.check.model.Types;
import dev.rampart.local.check.rule.Examination;
import dev.rampart.local.check.rule.PostureRule;
import dev.rampart.local.check.rule.Rules;
import dev.rampart.local.template.Json;
import dev.rampart.local.template.Resource;
import dev.rampart.local.template.Symbol;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** How a new version of a function comes into use, and how it is taken back. */
final class ReleaseRules {
  private static final String PREFERENCE = "DeploymentPreference";
  private static final String DESCRIPTION = "VersionDescription";
  private static final String NAMESPACE = "POWERTOOLS_METRICS_NAMESPACE";
  private static final String CODE_DEPLOY = "codedeploy.amazonaws.com";
  // They are no part of a version.
  private static final Set<String> UNVERSIONED =
      Set.of(
          "AutoPublishAlias",
          "AutoPublishAliasAllProperties",
          PREFERENCE,
          "EventInvokeConfig",
          "Events",
          "FunctionUrlConfig",
          "PermissionsBoundary",
          "ProvisionedConcurrencyConfig",
          "RecursiveLoop",
          "ReservedConcurrentExecutions",
          "Tags",
          DESCRIPTION);
  private static final Set<String> MOVING =
      Set.of("lambda:GetAlias", "lambda:UpdateAlias", "lambda:GetProvisionedConcurrencyConfig");
  // https://docs.aws.amazon.com/codedeploy/latest/userguide/deployment-configurations.html
  private static final Pattern ROLLOUT =
      Pattern.compile(
          "AllAtOnce|Canary10Percent(5|10|15|30)Minutes|Linear10PercentEvery(1|2|3|10)Minutes?");
  private static final Set<String> HEARING = Set.of("cloudwatch:DescribeAlarms");

  private ReleaseRules() {}

  static List<PostureRule> all() {
    return List.of(
        PostureRule.must(
            "DEP-05",
            "The description of a version names every parameter that the function depends on",
            "a version is published when it looks different as it is written: with another value of"
                + " a parameter the alias would keep the old one",
            "VersionDescription: !Sub '${Each} ${Parameter}'",
            ReleaseRules::described),
        PostureRule.must(
            "DEP-06",
            "A change of any property publishes a version",
            "SAM looks at the code alone: a new environment would never reach the alias",
            "AutoPublishAliasAllProperties: true",
            Rules.each(Types.FUNCTION, "AutoPublishAliasAllProperties", Json::isTrue)),
        PostureRule.must(
            "DEP-07",
            "A new version is taken back when an alarm of the function rings, and no other",
            "a fault would reach every client before anybody looks; an alarm that a client can ring"
                + " would take back every release",
            "DeploymentPreference: {Type: …, Alarms: [!Ref an alarm on the errors of the function],"
                + " Role: !GetAtt DeploymentRole.Arn}",
            ReleaseRules::rolledBack),
        PostureRule.must(
            "DEP-08",
            "The role that moves aliases does nothing else, for functions of the stack",
            "the managed policy of CodeDeploy calls every function and writes to every topic",
            "lambda:GetAlias, lambda:UpdateAlias, lambda:GetProvisionedConcurrencyConfig on"
                + " function:${AWS::StackName}-*, cloudwatch:DescribeAlarms on alarm:*",
            ReleaseRules::narrowRole),
        PostureRule.must(
            "DEP-09",
            "The metrics of functions stand in a namespace of the stage",
            "two stages of one account would ring each other's alarms",
            NAMESPACE + ": !Sub 'Name/${Stage}'",
            ReleaseRules::namespace),
        PostureRule.must(
            "DEP-12",
            "A new version comes into use in a way that CodeDeploy knows",
            "a word that it does not know fails the deployment of that preset, and of no other",
            "DeploymentPreference: Type: AllAtOnce, Canary10Percent5Minutes or the like",
            Rules.each(
                Types.FUNCTION,
                PREFERENCE + ".Type",
                type -> ROLLOUT.matcher(type.asText()).matches())),
        PostureRule.must(
            "DEP-13",
            "SAM takes a jar as it is",
            "it would build the module by itself, alone and with another Maven",
            "Metadata: {SkipBuild: true} beside the properties of a function with a jar",
            ReleaseRules::prebuilt),
        PostureRule.must(
            "DEP-15",
            "The description of a version names each table that the function is told of",
            "a table that is replaced has another name, which looks the same as it is written: the"
                + " alias would keep the old one",
            "VersionDescription: !Sub '… ${Table}'",
            ReleaseRules::namesTables),
        PostureRule.must(
            "DEP-16",
            "The description of a version names nothing that is no part of the version",
            "another value of it asks for a version in which nothing has changed, which Lambda"
                + " refuses, so the update is rolled back",
            "remove the parameter from VersionDescription, or write the value that comes of it"
                + " as the environment has it",
            ReleaseRules::describesNothingElse));
  }

  private static void described(CheckedTemplate subject, Examination seen) {
    ParameterUse use = new ParameterUse(subject.template());
    for (Resource function : LambdaFunctions.all(subject)) {
      ObjectNode versioned = function.written().deepCopy();
      versioned.remove(UNVERSIONED);
      Set<String> named = use.in(function.written().path(DESCRIPTION));
      for (String parameter : use.in(versioned)) {
        seen.expect(named.contains(parameter), function, DESCRIPTION + "." + parameter);
      }
    }
  }

  /** Names as they are written: a condition stands for what it chooses, not for its parameters. */
  private static void describesNothingElse(CheckedTemplate subject, Examination seen) {
    seen.doesNotApply();
    ParameterUse use = new ParameterUse(subject.template());
    for (Resource function : LambdaFunctions.all(subject)) {
      ObjectNode versioned = function.written().deepCopy();
      versioned.remove(UNVERSIONED);
      Set<String> known = use.named(versioned);
      for (String name : use.named(function.written().path(DESCRIPTION))) {
        seen.expect(known.contains(name), function, DESCRIPTION + "." + name);
      }
    }
  }

  private static void namesTables(CheckedTemplate subject, Examination seen) {
    seen.doesNotApply();
    for (Resource function : LambdaFunctions.all(subject)) {
      String description = function.text(DESCRIPTION, "");
      for (JsonNode variable : Json.at(function.properties(), "Environment.Variables")) {
        if (subject.isTarget(variable, Types.TABLE)) {
          seen.expect(description.contains(variable.asText()), function, DESCRIPTION);
        }
      }
    }
  }

  private static void rolledBack(CheckedTemplate subject, Examination seen) {
    for (Resource function : LambdaFunctions.all(subject)) {
      JsonNode preference = function.property(PREFERENCE);
      seen.expect(!preference.path("Type").asText().isEmpty(), function, PREFERENCE + ".Type");
      seen.expect(!Json.isFalse(preference.path("Enabled")), function, PREFERENCE + ".Enabled");
      // A preset without alarms has none to hear.
      seen.expect(isHeard(subject, function), function, PREFERENCE + ".Alarms");
      boolean moved =
          subject
              .target(preference.path("Role"))
              .filter(role -> PolicyStatements.isTrustedBy(role, CODE_DEPLOY))
              .isPresent();
      seen.expect(moved, function, PREFERENCE + ".Role");
      Rules.only(function, PREFERENCE, seen, "Alarms", "Enabled", "Role", "Type");
    }
  }

  /** An alarm that a client can ring would let it take back every release. */
  private static boolean isHeard(CheckedTemplate subject, Resource function) {
    List<JsonNode> alarms = Json.list(function.property(PREFERENCE).path("Alarms"));
    boolean own =
        alarms.stream()
            .allMatch(
                alarm -> subject.target(alarm).filter(found -> isOn(found, function)).isPresent());
    // A preset without alarms has none to hear.
    return own && (subject.ofType(Types.ALARM).isEmpty() || !alarms.isEmpty());
  }

  private static boolean isOn(Resource alarm, Resource function) {
    return alarm.type().equals(Types.ALARM)
        && alarm.text("MetricName", "").equals("Errors")
        && alarm.property("Dimensions").toString().contains(function.physical().ref());
  }

  private static void narrowRole(CheckedTemplate subject, Examination seen) {
    seen.doesNotApply();
    for (Resource role : subject.ofType(Types.ROLE)) {
      if (PolicyStatements.isTrustedBy(role, CODE_DEPLOY)) {
        List<String> granted = new ArrayList<>();
        for (Statement statement : PolicyStatements.ofRole(subject, role)) {
          granted.addAll(statement.actions());
          seen.expect(isNarrow(statement), Place.of(statement));
        }
        seen.expect(granted.containsAll(MOVING) && granted.containsAll(HEARING), role, "Policies");
      }
    }
  }

  private static boolean isNarrow(Statement statement) {
    String own = ":" + Symbol.ACCOUNT + ":";
    boolean moves =
        MOVING.containsAll(statement.actions())
            && isOn(statement, "arn:aws:lambda:", own + "function:‹stack›-*");
    boolean hears =
        HEARING.containsAll(statement.actions())
            && isOn(statement, "arn:aws:cloudwatch:", own + "alarm:*");
    return statement.isPlain() && statement.isAllow() && (moves || hears);
  }

  private static boolean isOn(Statement statement, String start, String end) {
    return Json.texts(statement.node().path("Resource")).stream()
        .allMatch(resource -> resource.startsWith(start) && resource.endsWith(end));
  }

  private static void prebuilt(CheckedTemplate subject, Examination seen) {
    for (Resource function : LambdaFunctions.all(subject)) {
      boolean jar = function.text("CodeUri", "").endsWith(".jar");
      boolean skipped = Json.isTrue(function.beside("Metadata").path("SkipBuild"));
      seen.expect(!jar || skipped, function, "Metadata.SkipBuild");
    }
  }

  private static void namespace(CheckedTemplate subject, Examination seen) {
    ParameterUse use = new ParameterUse(subject.template());
    Set<String> stage = ParameterUse.ofStage(subject);
    for (Resource function : LambdaFunctions.all(subject)) {
      String at = "Environment.Variables." + NAMESPACE;
      Set<String> named = use.in(Json.at(function.written(), at));
      seen.expect(!named.isEmpty() && named.containsAll(stage), function, at);
    }
  }
}
