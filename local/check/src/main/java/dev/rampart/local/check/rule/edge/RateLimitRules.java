package dev.rampart.local.check.rule.edge;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.check.model.CheckedTemplate;
import dev.rampart.local.check.model.Place;
import dev.rampart.local.check.model.Types;
import dev.rampart.local.check.rule.Examination;
import dev.rampart.local.check.rule.PostureRule;
import dev.rampart.local.template.Json;
import dev.rampart.local.template.Resource;
import java.util.List;

/** Usage plans: what the owner of a shared key may use, and nobody may use up. */
final class RateLimitRules {
  private static final String PLAN = "AWS::ApiGateway::UsagePlan";
  private static final String PLAN_KEY = "AWS::ApiGateway::UsagePlanKey";
  private static final double SECONDS_PER_DAY = 86_400;

  private RateLimitRules() {}

  static List<PostureRule> all() {
    return List.of(
        PostureRule.must(
            "API-39",
            "The quota of a plan whose key people share lasts a day at the plan's own rate",
            "all users stand before a closed door when the first of them have used it up",
            "Quota: {Limit: at least RateLimit times 86400, Period: DAY}",
            RateLimitRules::quota),
        PostureRule.must(
            "API-40",
            "One address may send less than the plan of a shared key allows",
            "one client could use up the plan for everybody",
            "a RateBasedStatement of the web ACL with Limit / EvaluationWindowSec below RateLimit",
            RateLimitRules::oneClient));
  }

  private static List<Resource> shared(CheckedTemplate subject) {
    return subject.ofType(PLAN).stream()
        .filter(
            plan ->
                subject.ofType(PLAN_KEY).stream()
                    .anyMatch(key -> subject.isTarget(key.property("UsagePlanId"), plan)))
        .toList();
  }

  private static double rate(Resource plan) {
    return Json.at(plan.properties(), "Throttle.RateLimit").asDouble();
  }

  private static void quota(CheckedTemplate subject, Examination seen) {
    for (Resource plan : shared(subject)) {
      JsonNode quota = plan.property("Quota");
      double days =
          switch (quota.path("Period").asText()) {
            case "DAY" -> 1;
            case "WEEK" -> 7;
            default -> 31;
          };
      seen.expect(
          quota.path("Limit").asDouble() >= rate(plan) * SECONDS_PER_DAY * days,
          plan,
          "Quota.Limit");
    }
  }

  private static boolean isOfEachAddress(JsonNode limit) {
    return limit.path("AggregateKeyType").asText().equals("IP") && !limit.has("ScopeDownStatement");
  }

  private static void oneClient(CheckedTemplate subject, Examination seen) {
    for (Resource plan : shared(subject)) {
      double slowest =
          subject.ofType(Types.WEB_ACL).stream()
              .flatMap(acl -> FirewallRules.rules(acl).stream())
              .filter(FirewallRules::blocks)
              .map(rule -> Json.at(rule, "Statement.RateBasedStatement"))
              .filter(RateLimitRules::isOfEachAddress)
              .mapToDouble(FirewallRules::perSecond)
              .min()
              .orElse(Double.MAX_VALUE);
      seen.expect(slowest < rate(plan), Place.of(plan, "Throttle.RateLimit"));
    }
  }
}
