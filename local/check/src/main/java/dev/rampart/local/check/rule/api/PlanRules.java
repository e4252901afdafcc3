package dev.rampart.local.check.rule.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.check.model.CheckedTemplate;
import dev.rampart.local.check.model.Place;
import dev.rampart.local.check.model.Types;
import dev.rampart.local.check.rule.Examination;
import dev.rampart.local.check.rule.PostureRule;
import dev.rampart.local.check.rule.Rules;
import dev.rampart.local.template.Json;
import dev.rampart.local.template.Resource;
import java.util.List;
import java.util.Map;

/** Usage plans and API keys: what one client may use. */
final class PlanRules {
  private static final String PLAN = "AWS::ApiGateway::UsagePlan";
  private static final String KEY = "AWS::ApiGateway::ApiKey";
  private static final String TIE = "AWS::ApiGateway::UsagePlanKey";
  private static final String STAGES = "ApiStages";
  // What an account has for all of its APIs: a plan above it bounds nothing.
  private static final int RATE_MAX = 10_000;
  private static final int BURST_MAX = 5_000;
  // The rate of an account for a whole day.
  private static final int QUOTA_MAX = 864_000_000;

  private PlanRules() {}

  static List<PostureRule> all() {
    return List.of(
        PostureRule.must(
            "API-32",
            "Each usage plan is for the API",
            "a key of a plan without the stage is refused, or bounded by nothing",
            "ApiStages: [{ApiId: !Ref Api, Stage: !Ref Api.Stage}]",
            PlanRules::ofApi),
        PostureRule.must(
            "API-33",
            "Each usage plan has a rate, a burst and a quota for a day, below those of the account",
            "one client could use up what is there for all",
            "Throttle: {RateLimit: …, BurstLimit: …}, Quota: {Limit: …, Period: DAY}",
            PlanRules::bounded),
        PostureRule.must(
            "API-34",
            "Each usage plan waits for the stage",
            "the plan would be refused, since its stage is not there yet",
            "Stage: !Ref Api.Stage",
            PlanRules::afterStage),
        PostureRule.must(
            "API-35",
            "Each usage plan has a key, and each key is on and in a plan",
            "a key without a plan is refused; a plan without a key is for nobody",
            "an AWS::ApiGateway::UsagePlanKey with KeyId and UsagePlanId",
            PlanRules::keyed),
        PostureRule.must(
            "API-36",
            "API Gateway makes the value of each key, which sets nothing but its name and that it"
                + " is on",
            "a value in the template is known to whoever reads it",
            "remove Value and what else is set",
            Rules.only(KEY, "Description", "Enabled", "Name", "Tags")));
  }

  private static void ofApi(CheckedTemplate subject, Examination seen) {
    for (Resource plan : subject.ofType(PLAN)) {
      List<JsonNode> stages = Json.list(plan.property(STAGES));
      seen.expect(
          !stages.isEmpty()
              && stages.stream()
                  .allMatch(stage -> subject.isTarget(stage.path("ApiId"), Types.API)),
          plan,
          STAGES);
    }
  }

  private static void bounded(CheckedTemplate subject, Examination seen) {
    Map.of(
            "Throttle.RateLimit",
            RATE_MAX,
            "Throttle.BurstLimit",
            BURST_MAX,
            "Quota.Limit",
            QUOTA_MAX)
        .forEach((at, max) -> Rules.each(PLAN, at, Rules.within(1, max)).examine(subject, seen));
    Rules.each(PLAN, "Quota.Period", Rules.oneOf("DAY")).examine(subject, seen);
  }

  private static void afterStage(CheckedTemplate subject, Examination seen) {
    for (Resource plan : subject.ofType(PLAN)) {
      for (JsonNode stage : Json.list(plan.property(STAGES))) {
        seen.expect(subject.isTarget(stage.path("Stage"), Types.STAGE), plan, STAGES);
      }
    }
  }

  private static void keyed(CheckedTemplate subject, Examination seen) {
    for (Map.Entry<String, String> end : Map.of("KeyId", KEY, "UsagePlanId", PLAN).entrySet()) {
      for (Resource tied : subject.ofType(end.getValue())) {
        boolean isTied =
            subject.ofType(TIE).stream()
                .anyMatch(tie -> subject.isTarget(tie.property(end.getKey()), tied));
        seen.expect(isTied, tied);
      }
      for (Resource tie : subject.ofType(TIE)) {
        seen.expect(
            subject.isTarget(tie.property(end.getKey()), end.getValue()), tie, end.getKey());
      }
    }
    for (Resource key : subject.ofType(KEY)) {
      seen.expect(Json.isTrue(key.property("Enabled")), key, "Enabled");
    }
    seen.expect(!subject.ofType(TIE).isEmpty(), Place.absent("a key in a plan"));
  }
}
