package dev.rampart.local.check.rule.edge;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.check.model.CheckedTemplate;
import dev.rampart.local.check.model.Place;
import dev.rampart.local.check.model.Types;
import dev.rampart.local.check.rule.Examination;
import dev.rampart.local.check.rule.Level;
import dev.rampart.local.check.rule.PostureRule;
import dev.rampart.local.template.Json;
import dev.rampart.local.template.Resource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The rule groups that AWS keeps: which stand in the web ACL, and what of them only counts. */
final class FirewallGroupRules {
  static final String GROUP = "ManagedRuleGroupStatement";

  private static final String COMMON = "AWSManagedRulesCommonRuleSet";
  private static final String LABEL = "LabelMatchStatement";
  private static final String METADATA_RULE = "EC2MetaDataSSRF_QUERYARGUMENTS";
  // The label is spelled otherwise than its rule, and is compared by case.
  private static final String METADATA_LABEL =
      "awswaf:managed:aws:core-rule-set:EC2MetaDataSSRF_QueryArguments";
  private static final String SIGN_IN_HOST = ".amazoncognito.com";
  // Reviewed: the size has a rule of our own (WAF-11), free text may hold code and is judged field
  // by field, and the third has a rule that blocks its label (WAF-24).
  private static final Map<String, Set<String>> COUNTED =
      Map.of(COMMON, Set.of("SizeRestrictions_BODY", "CrossSiteScripting_BODY", METADATA_RULE));
  private static final Set<String> MEMBERS = Set.of("Name", "RuleActionOverrides", "VendorName");

  private FirewallGroupRules() {}

  static List<PostureRule> all() {
    return List.of(
        enforced(
            Level.MUST,
            "WAF-04",
            "AWSManagedRulesKnownBadInputsRuleSet",
            "Log4Shell and its like would reach the functions"),
        enforced(Level.MUST, "WAF-05", COMMON, "common attacks would reach the functions"),
        enforced(
            Level.SHOULD,
            "WAF-06",
            "AWSManagedRulesAmazonIpReputationList",
            "known bots and scanners would reach the functions"),
        enforced(
            Level.SHOULD,
            "WAF-17",
            "AWSManagedRulesSQLiRuleSet",
            "SQL injection would reach the functions"),
        PostureRule.must(
            "WAF-24",
            "A sign-in page with http://localhost as a callback can be reached, and the rule that"
                + " stops it blocks everywhere else",
            METADATA_RULE
                + " takes redirect_uri=http://localhost… for an attack on instance metadata, so"
                + " nobody can sign in; counting it alone opens the API to such attacks",
            "override the rule to Count, and let a later rule block the label "
                + METADATA_LABEL
                + " unless the host header ends with "
                + SIGN_IN_HOST,
            FirewallGroupRules::localCallback));
  }

  private static PostureRule enforced(Level level, String id, String group, String why) {
    return new PostureRule(
        id,
        level,
        "The rule group " + group + " blocks, but for what was reviewed",
        why,
        "ManagedRuleGroupStatement: {VendorName: AWS, Name: "
            + group
            + "} with OverrideAction: {None: {}}; no Version, ScopeDownStatement or ExcludedRules",
        (subject, seen) -> enforced(subject, seen, group));
  }

  private static void enforced(CheckedTemplate subject, Examination seen, String name) {
    for (Resource acl : subject.ofType(Types.WEB_ACL)) {
      List<JsonNode> found =
          FirewallRules.rules(acl).stream()
              .filter(rule -> group(rule).path("Name").asText().equals(name))
              .toList();
      seen.expect(found.size() == 1, acl, "Rules");
      for (JsonNode rule : found) {
        seen.expect(blocks(rule), FirewallRules.place(acl, rule));
        for (JsonNode override : overrides(rule)) {
          seen.expect(
              isReviewed(name, override),
              FirewallRules.place(acl, rule).within(override.path("Name").asText()));
        }
      }
    }
  }

  private static JsonNode group(JsonNode rule) {
    return rule.path("Statement").path(GROUP);
  }

  private static boolean blocks(JsonNode rule) {
    JsonNode override = rule.path("OverrideAction");
    return override.size() == 1
        && override.path("None").isObject()
        && group(rule).path("VendorName").asText().equals("AWS")
        && group(rule).properties().stream().allMatch(member -> MEMBERS.contains(member.getKey()));
  }

  private static List<JsonNode> overrides(JsonNode rule) {
    return Json.list(group(rule).path("RuleActionOverrides"));
  }

  private static boolean isReviewed(String group, JsonNode override) {
    JsonNode action = override.path("ActionToUse");
    return COUNTED.getOrDefault(group, Set.of()).contains(override.path("Name").asText())
        && action.size() == 1
        && action.path("Count").isObject()
        && action.path("Count").isEmpty();
  }

  private static void localCallback(CheckedTemplate subject, Examination seen) {
    seen.doesNotApply();
    for (Resource acl : subject.ofType(Types.WEB_ACL)) {
      boolean counted = false;
      for (JsonNode rule : FirewallRules.rules(acl)) {
        for (JsonNode override : overrides(rule)) {
          if (override.path("Name").asText().equals(METADATA_RULE)) {
            counted = true;
            seen.expect(blocksElsewhere(acl, rule), FirewallRules.place(acl, rule));
          }
        }
      }
      seen.expect(counted || !isNeeded(subject), Place.of(acl, "Rules"));
    }
  }

  private static boolean isNeeded(CheckedTemplate subject) {
    return subject.ofType(Types.USER_POOL_CLIENT).stream()
        .filter(
            client ->
                subject
                    .target(client.property("UserPoolId"))
                    .filter(pool -> FirewallRules.isGuarded(subject, pool))
                    .isPresent())
        .flatMap(client -> Json.texts(client.property("CallbackURLs")).stream())
        .anyMatch(url -> url.startsWith("http://localhost"));
  }

  private static boolean blocksElsewhere(Resource acl, JsonNode group) {
    return FirewallRules.rules(acl).stream()
        .filter(rule -> FirewallRules.priority(rule) > FirewallRules.priority(group))
        .filter(FirewallRules::blocks)
        .anyMatch(rule -> isLabelled(rule.path("Statement")));
  }

  /** Says whether a statement is for the label on every host but that of the sign-in page. */
  static boolean isLabelled(JsonNode statement) {
    List<JsonNode> both = Json.list(Json.at(statement, "AndStatement.Statements"));
    List<JsonNode> rest = new ArrayList<>(both);
    rest.removeIf(FirewallGroupRules::isLabel);
    return both.size() == 2 && rest.size() == 1 && isOtherHost(rest.getFirst());
  }

  private static boolean isLabel(JsonNode statement) {
    JsonNode label = statement.path(LABEL);
    return statement.size() == 1
        && label.path("Scope").asText().equals("LABEL")
        && label.path("Key").asText().equals(METADATA_LABEL);
  }

  private static boolean isOtherHost(JsonNode statement) {
    JsonNode match = Json.at(statement, "NotStatement.Statement.ByteMatchStatement");
    String text =
        match.has("SearchStringBase64")
            ? decoded(match.path("SearchStringBase64").asText())
            : match.path("SearchString").asText();
    return statement.size() == 1
        && match.path("PositionalConstraint").asText().equals("ENDS_WITH")
        && text.equals(SIGN_IN_HOST)
        && match.path("FieldToMatch").size() == 1
        && Json.at(match, "FieldToMatch.SingleHeader.Name").asText().equalsIgnoreCase("host");
  }

  private static String decoded(String base64) {
    try {
      return new String(Base64.getDecoder().decode(base64), UTF_8);
    } catch (IllegalArgumentException _) {
      return "";
    }
  }
}
