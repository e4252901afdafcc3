package dev.rampart.local.check.rule.whole;

import dev.rampart.local.check.model.CheckedTemplate;
import dev.rampart.local.check.model.ParameterUse;
import dev.rampart.local.check.model.Place;
import dev.rampart.local.check.model.Types;
import dev.rampart.local.check.rule.Examination;
import dev.rampart.local.check.rule.PostureRule;
import dev.rampart.local.check.rule.Rules;
import dev.rampart.local.template.Json;
import dev.rampart.local.template.Resource;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What would stop a deployment, or its second try after one that failed. */
final class DeploymentRules {
  // The property that gives a resource a name that nothing else in the account may have.
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry(Types.LOG_GROUP, "LogGroupName"),
          Map.entry(Types.TABLE, "TableName"),
          Map.entry(Types.SECRET, "Name"),
          Map.entry(Types.QUEUE, "QueueName"),
          Map.entry(Types.TOPIC, "TopicName"),
          Map.entry(Types.BUS, "Name"),
          Map.entry(Types.ROLE, "RoleName"),
          Map.entry(Types.WEB_ACL, "Name"),
          Map.entry("AWS::Cognito::UserPoolDomain", "Domain"),
          Map.entry("AWS::KMS::Alias", "AliasName"),
          Map.entry("AWS::Logs::ResourcePolicy", "PolicyName"),
          Map.entry("AWS::WAFv2::IPSet", "Name"));

  private DeploymentRules() {}

  static List<PostureRule> all() {
    return List.of(
        PostureRule.must(
            "DEP-01",
            "A resource with a name of its own that outlives the stack goes with a first deployment"
                + " that fails",
            "the next try finds the name taken, and fails until somebody deletes the resource",
            "DeletionPolicy: RetainExceptOnCreate",
            DeploymentRules::mayBeTriedAgain),
        PostureRule.must(
            "DEP-02",
            "A resource that is protected from deletion has no name of its own",
            "a first deployment that fails cannot remove it, and the next try finds the name taken",
            "remove the name; CloudFormation makes one",
            DeploymentRules::protectedHasNoName),
        PostureRule.must(
            "DEP-03",
            "No resource waits for itself, near or far",
            "CloudFormation refuses the template as a circular dependency",
            "write one of the references as a name, or as an ARN of its parts",
            DeploymentRules::noCircle),
        PostureRule.must(
            "DEP-04",
            "Each deployment of the stack deploys the API",
            "SAM makes a new deployment only when the definition changes as it is written: the"
                + " stage would keep the old value of a parameter",
            "AlwaysDeploy: true",
            Rules.each(Types.API, "AlwaysDeploy", Json::isTrue)),
        PostureRule.must(
            "DEP-14",
            "A name of its own says which stage it is of",
            "the second stage in the account finds the name taken, and cannot be deployed",
            "!Sub 'name-${Stage}'",
            DeploymentRules::saysStage));
  }

  private static void mayBeTriedAgain(CheckedTemplate subject, Examination seen) {
    seen.doesNotApply();
    for (Resource resource : subject.resources()) {
      if (hasName(resource)) {
        boolean stays = resource.beside("DeletionPolicy").asText().equals("Retain");
        seen.expect(!stays, Place.of(resource).within("DeletionPolicy"));
      }
    }
  }

  private static boolean hasName(Resource resource) {
    return NAMES.containsKey(resource.type())
        && resource.properties().has(NAMES.get(resource.type()));
  }

  private static void protectedHasNoName(CheckedTemplate subject, Examination seen) {
    seen.doesNotApply();
    for (Resource resource : subject.resources()) {
      if (Json.isTrue(resource.property("DeletionProtectionEnabled"))) {
        seen.expect(!hasName(resource), resource);
      }
    }
  }

  private static void saysStage(CheckedTemplate subject, Examination seen) {
    seen.doesNotApply();
    ParameterUse use = new ParameterUse(subject.template());
    Set<String> stage = ParameterUse.ofStage(subject);
    for (Resource resource : subject.resources()) {
      if (hasName(resource)) {
        String name = NAMES.getOrDefault(resource.type(), "");
        boolean says = use.in(resource.written().path(name)).containsAll(stage);
        seen.expect(says && !stage.isEmpty(), resource, name);
      }
    }
  }

  private static void noCircle(CheckedTemplate subject, Examination seen) {
    seen.doesNotApply();
    List<String> circle = subject.dependencies().circle();
    if (!circle.isEmpty()) {
      seen.expect(false, Place.absent(String.join(" → ", circle)));
    }
  }
}
