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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** How policies are written. */
final class PolicyRules {
  private static final String VERSION = "2012-10-17";
  private static final Pattern SID = Pattern.compile("[A-Za-z0-9]+");
  private static final Pattern POLICY_NAME = Pattern.compile("[\\w+=,.@-]{1,128}");

  private PolicyRules() {}

  static List<PostureRule> all() {
    return List.of(
        PostureRule.must(
            "IAM-17",
            "Each policy is written in the version of 2012 of the language",
            "without a version IAM reads the one of 2008, which takes ${…} for plain text: a"
                + " condition with a variable never holds",
            "Version: '" + VERSION + "'",
            PolicyRules::version),
        PostureRule.must(
            "IAM-18",
            "Each statement has a Sid of letters and digits, once in its policy",
            "IAM refuses others; without one a reviewer and an audit cannot name what is granted",
            "Sid: WhatItIsFor",
            PolicyRules::sid),
        PostureRule.must(
            "IAM-19",
            "Each policy of a role has a name",
            "IAM refuses a policy without one, or with others than letters, digits and +=,.@_-",
            "PolicyName: name",
            PolicyRules::name),
        PostureRule.must(
            "IAM-20",
            "A role has no property that nobody reviewed",
            "a boundary takes away what a function needs to be heard, a name of its own can be"
                + " trusted elsewhere",
            "remove the property, or review it and add it to the rule",
            Rules.only(
                Types.ROLE,
                "AssumeRolePolicyDocument",
                "Description",
                "ManagedPolicyArns",
                "Policies",
                "Tags")));
  }

  private static void version(CheckedTemplate subject, Examination seen) {
    for (Resource resource : subject.resources()) {
      for (Map.Entry<String, JsonNode> property : resource.properties().properties()) {
        documents(property.getValue(), resource, property.getKey(), seen);
      }
    }
  }

  private static void sid(CheckedTemplate subject, Examination seen) {
    Set<String> known = new HashSet<>();
    for (Statement statement : PolicyStatements.all(subject)) {
      Resource holder = statement.holder();
      String sid = statement.node().path("Sid").asText();
      // The statement of a bus has its name beside it.
      if (!holder.properties().has("StatementId")) {
        boolean first = known.add(holder.logicalId() + " " + sid);
        seen.expect(first && SID.matcher(sid).matches(), Place.of(statement));
      }
    }
  }

  private static void name(CheckedTemplate subject, Examination seen) {
    for (Resource role : subject.ofType(Types.ROLE)) {
      for (JsonNode policy : Json.list(role.property("Policies"))) {
        boolean named = POLICY_NAME.matcher(policy.path("PolicyName").asText()).matches();
        seen.expect(named, role, "Policies.PolicyName");
      }
    }
  }

  /** Looks for policies at any depth, also in a text of JSON. */
  private static void documents(JsonNode value, Resource holder, String at, Examination seen) {
    if (value.isTextual() && value.asText().startsWith("{")) {
      documents(Json.parse(value.asText()), holder, at, seen);
    } else if (Json.list(value.path("Statement")).stream().anyMatch(one -> one.has("Effect"))) {
      seen.expect(value.path("Version").asText().equals(VERSION), holder, at + ".Version");
    } else if (value.isArray()) {
      value.forEach(element -> documents(element, holder, at, seen));
    } else {
      value
          .properties()
          .forEach(
              member -> documents(member.getValue(), holder, at + "." + member.getKey(), seen));
    }
  }
}
