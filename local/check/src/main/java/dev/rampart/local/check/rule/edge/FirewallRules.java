package dev.rampart.local.check.rule.edge;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.check.model.CheckedTemplate;
import dev.rampart.local.check.model.Place;
import dev.rampart.local.check.model.Types;
import dev.rampart.local.check.rule.Examination;
import dev.rampart.local.check.rule.PostureRule;
import dev.rampart.local.check.rule.Rules;
import dev.rampart.local.template.Json;
import dev.rampart.local.template.Resource;
import dev.rampart.local.template.Symbol;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The web ACL: what it blocks, in which order, and what it never lets pass. */
final class FirewallRules {
  private static final String IP_SET = "AWS::WAFv2::IPSet";
  private static final String ASSOCIATION = "AWS::WAFv2::WebACLAssociation";
  private static final String DOMAIN = "AWS::Cognito::UserPoolDomain";
  private static final String SIZE = "SizeConstraintStatement";
  private static final String RATE = "RateBasedStatement";
  // The API reads bodies of 64 KB; what is longer is no request of ours.
  private static final int BODY_BYTES_MAX = 65_536;
  // One address: a busy office behind one gateway, and no more. Below one a second people are hit.
  private static final int REQUESTS_PER_SECOND_MAX = 100;
  private static final Set<Integer> REFUSALS = Set.of(403, 429);

  private FirewallRules() {}

  static List<PostureRule> all() {
    return List.of(
        PostureRule.must(
            "WAF-01",
            "There is a web ACL",
            "nothing would stand before the API",
            "declare an AWS::WAFv2::WebACL",
            Rules.exists(Types.WEB_ACL)),
        PostureRule.must(
            "WAF-02",
            "Each web ACL has rules",
            "it would let everything pass",
            "list Rules",
            Rules.each(Types.WEB_ACL, "Rules", rules -> !rules.isEmpty())),
        PostureRule.must(
            "WAF-03",
            "The web ACL and each of its rules are counted, under names of their own",
            "nobody could see what it blocks",
            "VisibilityConfig: {CloudWatchMetricsEnabled: true, MetricName: …}",
            FirewallRules::counted),
        PostureRule.must(
            "WAF-07",
            "A rule blocks addresses that send too much, for all requests",
            "one client could use up what all others need",
            "RateBasedStatement: {AggregateKeyType: IP, Limit: …, EvaluationWindowSec: 60}"
                + " and Action: {Block: {}}",
            FirewallRules::rate),
        PostureRule.must(
            "WAF-09",
            "Each rule has a priority of its own",
            "the deployment is refused, or the order is not what was read",
            "number the rules",
            FirewallRules::priorities),
        PostureRule.must(
            "WAF-10",
            "The web ACL, its IP sets and its log are for regional resources",
            "one for CloudFront cannot stand before the API",
            "Scope: REGIONAL",
            (subject, seen) ->
                subject
                    .ofType(Types.WEB_ACL, IP_SET)
                    .forEach(
                        resource ->
                            seen.expect(
                                resource.text("Scope", "").equals("REGIONAL"), resource, "Scope"))),
        PostureRule.must(
            "WAF-11",
            "The web ACL reads bodies to 64 KB, and blocks what is longer",
            "an attack hides behind 8 KB of padding",
            "AssociationConfig.RequestBody.API_GATEWAY.DefaultSizeInspectionLimit: KB_64 and a"
                + " SizeConstraintStatement on Body with OversizeHandling MATCH, GT 65536, that"
                + " blocks",
            FirewallRules::largeBodies),
        PostureRule.must(
            "WAF-18",
            "A web ACL stands before each user pool that has a sign-in page",
            "passwords could be tried there without a limit",
            "declare an AWS::WAFv2::WebACLAssociation with the ARN of the user pool",
            FirewallRules::signIn),
        PostureRule.must(
            "WAF-19",
            "What no rule blocks passes, and no rule lets anything pass",
            "an Allow ends the judgement, so the rules after it never see the request; Count,"
                + " Captcha and Challenge block nobody who is not a browser",
            "DefaultAction: {Allow: {}}, and Action: {Block: {}} on every rule of your own",
            FirewallRules::actions),
        PostureRule.must(
            "WAF-21",
            "A rule is one of the reviewed kinds, and its statement has nothing beside",
            "a forwarded address with a fallback, a scope, a label or another statement decides"
                + " whom the rule misses",
            "IPSetReferenceStatement, SizeConstraintStatement, RateBasedStatement,"
                + " ManagedRuleGroupStatement, or a block of a label",
            FirewallRules::kinds),
        PostureRule.must(
            "WAF-22",
            "A web ACL has no property that nobody reviewed",
            "token domains, immunity times and response bodies change who passes and what they"
                + " learn",
            "remove the property, or review it and add it to the rule",
            Rules.only(
                Types.WEB_ACL,
                "AssociationConfig",
                "DataProtectionConfig",
                "DefaultAction",
                "Description",
                "Name",
                "Rules",
                "Scope",
                "Tags",
                "VisibilityConfig")),
        PostureRule.should(
            "WAF-23",
            "Requests are sampled",
            "without a sample nobody can tell a false alarm from an attack",
            "SampledRequestsEnabled: true",
            FirewallRules::sampled));
  }

  static List<JsonNode> rules(Resource acl) {
    return Json.list(acl.property("Rules"));
  }

  static boolean blocks(JsonNode rule) {
    return isBlock(rule.path("Action"));
  }

  /** Says whether an action is a plain refusal; an answer of its own could tell too much. */
  private static boolean isBlock(JsonNode action) {
    JsonNode block = action.path("Block");
    JsonNode response = block.path("CustomResponse");
    boolean plain = block.isObject() && block.isEmpty();
    boolean refusal =
        block.size() == 1
            && response.size() == 1
            && REFUSALS.contains(response.path("ResponseCode").asInt());
    return action.size() == 1 && (plain || refusal);
  }

  static Place place(Resource acl, JsonNode rule) {
    return Place.of(acl, "Rules").within(rule.path("Name").asText());
  }

  private static void counted(CheckedTemplate subject, Examination seen) {
    for (Resource acl : subject.ofType(Types.WEB_ACL)) {
      Set<String> names = new HashSet<>();
      seen.expect(isCounted(acl.property("VisibilityConfig"), names), acl, "VisibilityConfig");
      for (JsonNode rule : rules(acl)) {
        seen.expect(isCounted(rule.path("VisibilityConfig"), names), place(acl, rule));
      }
    }
  }

  private static boolean isCounted(JsonNode visibility, Set<String> names) {
    return Json.isTrue(visibility.path("CloudWatchMetricsEnabled"))
        && names.add(visibility.path("MetricName").asText());
  }

  private static void sampled(CheckedTemplate subject, Examination seen) {
    for (Resource acl : subject.ofType(Types.WEB_ACL)) {
      seen.expect(
          Json.isTrue(Json.at(acl.properties(), "VisibilityConfig.SampledRequestsEnabled")),
          acl,
          "VisibilityConfig");
      for (JsonNode rule : rules(acl)) {
        seen.expect(
            Json.isTrue(Json.at(rule, "VisibilityConfig.SampledRequestsEnabled")),
            place(acl, rule));
      }
    }
  }

  private static void rate(CheckedTemplate subject, Examination seen) {
    for (Resource acl : subject.ofType(Types.WEB_ACL)) {
      boolean found = false;
      for (JsonNode rule : rules(acl)) {
        JsonNode rate = rule.path("Statement").path(RATE);
        if (rate.isObject()) {
          found |= !rate.has("ScopeDownStatement");
          seen.expect(blocks(rule), place(acl, rule));
          seen.expect(rate.path("AggregateKeyType").asText().equals("IP"), place(acl, rule));
          double perSecond = perSecond(rate);
          seen.expect(
              perSecond <= REQUESTS_PER_SECOND_MAX
                  && (perSecond >= 1 || rate.has("ScopeDownStatement")),
              place(acl, rule));
        }
      }
      seen.expect(found, acl, "Rules");
    }
  }

  /** Returns how many requests a second a rate rule lets one address send. */
  static double perSecond(JsonNode rate) {
    return rate.path("Limit").asDouble(Double.MAX_VALUE)
        / rate.path("EvaluationWindowSec").asDouble(300);
  }

  static int priority(JsonNode rule) {
    return rule.path("Priority").asInt(-1);
  }

  private static void priorities(CheckedTemplate subject, Examination seen) {
    for (Resource acl : subject.ofType(Types.WEB_ACL)) {
      Set<Integer> taken = new HashSet<>();
      for (JsonNode rule : rules(acl)) {
        seen.expect(priority(rule) >= 0 && taken.add(priority(rule)), place(acl, rule));
      }
    }
  }

  private static void largeBodies(CheckedTemplate subject, Examination seen) {
    for (Resource acl : subject.ofType(Types.WEB_ACL)) {
      String limit = "AssociationConfig.RequestBody.API_GATEWAY.DefaultSizeInspectionLimit";
      seen.expect(Json.at(acl.properties(), limit).asText().equals("KB_64"), acl, limit);
      seen.expect(rules(acl).stream().anyMatch(FirewallRules::refusesLarge), acl, "Rules");
    }
  }

  private static boolean refusesLarge(JsonNode rule) {
    JsonNode size = rule.path("Statement").path(SIZE);
    return blocks(rule)
        && size.path("ComparisonOperator").asText().equals("GT")
        && Rules.isWithin(size.path("Size"), BODY_BYTES_MAX, BODY_BYTES_MAX)
        && size.path("FieldToMatch").size() == 1
        && Json.at(size, "FieldToMatch.Body.OversizeHandling").asText().equals("MATCH")
        && Json.texts(size.path("TextTransformations")).size() == 1
        && size.path("TextTransformations").path(0).path("Type").asText().equals("NONE");
  }

  private static void signIn(CheckedTemplate subject, Examination seen) {
    for (Resource domain : subject.ofType(DOMAIN)) {
      seen.expect(
          subject
              .target(domain.property("UserPoolId"))
              .filter(pool -> isGuarded(subject, pool))
              .isPresent(),
          domain);
    }
  }

  static boolean isGuarded(CheckedTemplate subject, Resource pool) {
    String arn = new Symbol(pool.logicalId(), "Arn").toString();
    return subject.ofType(ASSOCIATION).stream()
        .filter(association -> association.text("ResourceArn", "").equals(arn))
        .anyMatch(
            association -> subject.isTarget(association.property("WebACLArn"), Types.WEB_ACL));
  }

  private static void actions(CheckedTemplate subject, Examination seen) {
    for (Resource acl : subject.ofType(Types.WEB_ACL)) {
      JsonNode passes = acl.property("DefaultAction");
      boolean allow = passes.size() == 1 && passes.path("Allow").isObject();
      seen.expect(allow && passes.path("Allow").isEmpty(), acl, "DefaultAction");
      for (JsonNode rule : rules(acl)) {
        boolean group = rule.path("Statement").has(FirewallGroupRules.GROUP);
        seen.expect(group ? !rule.has("Action") : blocks(rule), place(acl, rule));
      }
    }
  }

  private static void kinds(CheckedTemplate subject, Examination seen) {
    Set<String> members =
        Set.of("Action", "Name", "OverrideAction", "Priority", "Statement", "VisibilityConfig");
    for (Resource acl : subject.ofType(Types.WEB_ACL)) {
      for (JsonNode rule : rules(acl)) {
        seen.expect(
            rule.properties().stream().allMatch(member -> members.contains(member.getKey()))
                && (isKnown(rule.path("Statement")) || !AddressSetRules.references(rule).isEmpty()),
            place(acl, rule));
      }
    }
  }

  private static boolean isKnown(JsonNode statement) {
    Set<String> rate =
        Set.of("AggregateKeyType", "EvaluationWindowSec", "Limit", "ScopeDownStatement");
    return statement.size() == 1
        && (statement.has(FirewallGroupRules.GROUP)
            || statement.has(SIZE)
            || (statement.has(RATE)
                && statement.path(RATE).properties().stream()
                    .allMatch(member -> rate.contains(member.getKey())))
            || FirewallGroupRules.isLabelled(statement));
  }
}
